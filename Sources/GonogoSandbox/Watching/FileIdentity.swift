internal import Glibc

/// Which file or folder stands at a path, as the file system numbers it.
package struct FileIdentity: Sendable, Hashable {
  private let device: UInt64
  private let inode: UInt64
  private let mode: UInt32
  /// True for a folder, false for a link to one.
  var isFolder: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFDIR) }

  /// What stands at `path` itself, not where it may link to; nil when nothing does.
  package init?(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    mode = UInt32(status.st_mode) & UInt32(S_IFMT)
  }

  /// True for a program that runs with its owner's rights.
  static func isSetuid(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & mode_t(S_ISUID) != 0
  }
}
