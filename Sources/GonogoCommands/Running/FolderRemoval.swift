internal import Glibc

/// Removes a folder of ours with everything in it.
enum FolderRemoval {
  /// Removes `path`; links in it are removed, never followed. What cannot be removed stays.
  static func remove(_ path: String) {
    var pending = [path]
    var folders: [String] = []
    while let folder = pending.popLast() {
      folders.append(folder)
      guard let directory = unsafe opendir(folder) else { continue }
      while let entry = unsafe readdir(directory) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
            unsafe String(cString: $0)
          }
        }
        if name == "." || name == ".." { continue }
        let child = folder + "/" + name
        var status = stat()
        guard unsafe lstat(child, &status) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          pending.append(child)
        } else {
          _ = unsafe unlink(child)
        }
      }
      _ = unsafe closedir(directory)
    }
    for folder in folders.reversed() { _ = unsafe rmdir(folder) }
  }
}
