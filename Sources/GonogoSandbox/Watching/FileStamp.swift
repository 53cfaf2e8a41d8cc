internal import Glibc

/// What tells whether a file was exchanged or written: which one it is, its size, and when the kernel
/// saw it change, which no program can set back.
package struct FileStamp: Sendable, Equatable {
  /// Which file it is; nil when there is none.
  package let identity: FileIdentity?
  private var size: Int64 = 0
  private var seconds: Int64 = 0
  private var nanoseconds: Int64 = 0

  /// The stamp of what stands at `path` itself, not where it may link to.
  package init(of path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      identity = nil
      return
    }
    identity = FileIdentity(of: path)
    size = Int64(status.st_size)
    seconds = Int64(status.st_ctim.tv_sec)
    nanoseconds = Int64(status.st_ctim.tv_nsec)
  }
}
