internal import Glibc
internal import GonogoSandbox

/// Removes a folder of ours with everything in it.
enum FolderRemoval {
  /// Removes `path`; links in it are removed, never followed. What cannot be removed stays.
  static func remove(_ path: String) {
    var pending = [path]
    var folders: [String] = []
    while let folder = pending.popLast() {
      folders.append(folder)
      for (name, isFolder) in HostPath.entries(of: folder) {
        let child = folder + "/" + name
        if isFolder {
          pending.append(child)
        } else {
          _ = unsafe unlink(child)
        }
      }
    }
    for folder in folders.reversed() { _ = unsafe rmdir(folder) }
  }
}
