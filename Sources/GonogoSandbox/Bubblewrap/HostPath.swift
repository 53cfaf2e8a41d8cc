internal import Glibc
internal import GonogoCore

/// Questions about paths of the host.
package enum HostPath {
  /// The absolute path with every link resolved; nil when it does not exist.
  package static func resolved(_ path: String) -> String? {
    guard let pointer = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }

  /// True when `path` exists and is a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// True when `path` exists.
  package static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// What stands in a folder, in no order; links are no folders. Empty when it cannot be read.
  package static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      let kind = unsafe Int(entry.pointee.d_type)
      let isUnknown = kind == Int(DT_UNKNOWN)
      let identity = isUnknown ? FileIdentity(of: folder + "/" + name) : nil
      entries.append((name, kind == Int(DT_DIR) || identity?.isFolder == true))
    }
    return entries
  }

  /// Who besides us and root could change the file at `path`, "it belongs to user 1001"; nil when
  /// nobody could.
  package static func foreignWriter(of path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "it cannot be looked at" }
    if status.st_uid != 0, status.st_uid != geteuid() {
      return "it belongs to user \(status.st_uid)"
    }
    if status.st_mode & mode_t(S_IWOTH) != 0 { return "everybody can write it" }
    return status.st_mode & mode_t(S_IWGRP) != 0 ? "its group can write it" : nil
  }

  /// True when `path` is a file that we may execute.
  package static func isExecutable(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0 && !isFolder(path)
  }

  /// True when `path` is `folder` or lies below it; both absolute.
  package static func isInside(_ path: String, _ folder: String) -> Bool {
    path.isPath(inside: folder)
  }

  /// The path of what is called `name` in `folder`.
  static func joined(_ folder: String, _ name: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The folder that holds `path`.
  package static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
