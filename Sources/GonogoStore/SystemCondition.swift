#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An `errno` of a system call that failed.
struct SystemCondition: Sendable, Hashable {
  /// The number.
  let code: Int32

  /// The condition with a known number.
  init(code: Int32) { self.code = code }

  /// What the last system call of this thread left; to be taken at once.
  static var last: SystemCondition { SystemCondition(code: errno) }

  static let interrupted = SystemCondition(code: EINTR)
  static let exists = SystemCondition(code: EEXIST)
  static let wouldBlock = SystemCondition(code: EWOULDBLOCK)
  static let inputOutput = SystemCondition(code: EIO)
  static let isLink = SystemCondition(code: ELOOP)
  static let invalid = SystemCondition(code: EINVAL)
  static let missing = SystemCondition(code: ENOENT)

  /// True when there is no room left on the device or in the quota.
  var isNoSpace: Bool { code == ENOSPC || code == EDQUOT }

  /// True when the file or a folder on the way to it is not there.
  var isMissing: Bool { code == ENOENT }

  /// The system's words for it.
  var text: String {
    guard let words = unsafe strerror(code) else { return "system error \(code)" }
    return unsafe String(cString: words)
  }

  /// What a person can do about it.
  var cure: String {
    switch code {
    case ENOSPC, EDQUOT: "make room there, or choose another place with --output"
    case EACCES, EPERM: "check who owns it and its permissions, or choose another place"
    case EROFS: "that file system is read-only; choose another place with --output"
    case ENOENT: "check the spelling of the path"
    case ENOTDIR: "a part of the path is a file, not a folder; check the path"
    case EEXIST: "remove it or choose another name"
    case EISDIR: "name a file, not a folder"
    case ELOOP: "it is a symbolic link; name the file itself"
    case ENAMETOOLONG: "choose a shorter name"
    case EMFILE, ENFILE: "too many files are open; raise the limit (ulimit -n)"
    case EIO: "the device failed; check it and choose another place"
    default: "check the path and the device it is on"
    }
  }
}
