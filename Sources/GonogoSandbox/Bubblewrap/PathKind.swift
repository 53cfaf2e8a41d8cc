internal import Glibc

/// What stands at a path.
package enum PathKind: Sendable {
  /// A regular file.
  case file
  /// A folder.
  case folder
  /// A socket.
  case socket
  /// A device, a pipe, or nothing.
  case other
}

extension HostPath {
  /// What stands at `path`, links followed.
  package static func kind(_ path: String) -> PathKind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFSOCK: return .socket
    default: return .other
    }
  }
}
