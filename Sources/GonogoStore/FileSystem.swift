#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The calls on names in folders that this module needs.
enum FileSystem {
  /// What stands at a path.
  enum Entry { case nothing, folder, link, other }

  /// What stands at `path`; a symbolic link is not followed.
  static func entry(_ path: String) throws(StoreError) -> Entry {
    try requireNoNUL(path, "examine")
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if SystemCondition.last.isMissing { return .nothing }
      throw StoreError("examine", path, .last)
    }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// Makes the folder `path`; false when something is there already.
  static func makeFolder(_ path: String, mode: UInt32) throws(StoreError) -> Bool {
    try requireNoNUL(path, "create")
    if unsafe mkdir(path, mode_t(truncatingIfNeeded: mode)) == 0 { return true }
    guard SystemCondition.last == .exists else { throw StoreError("create", path, .last) }
    return false
  }

  /// Gives the file `from` the name `target`, replacing what has that name, in one step.
  static func move(_ from: String, to target: String) throws(StoreError) {
    try requireNoNUL(target, "write")
    guard unsafe rename(from, target) == 0 else { throw StoreError("write", target, .last) }
  }

  /// Removes the name `path`; nothing happens when it is not there.
  static func remove(_ path: String) {
    // Only ever for a leftover of a write whose own error is about to be thrown.
    _ = unsafe unlink(path)
  }

  /// Makes the entries of the folder `path` durable.
  static func syncFolder(_ path: String) throws(StoreError) {
    try OpenFile(path, for: .folder).sync()
  }

  /// The folder that `path` is in; `.` when it names none.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    let folder = String(path[..<slash])
    return folder.isEmpty ? "/" : folder
  }

  private static func requireNoNUL(_ path: String, _ operation: String) throws(StoreError) {
    guard !path.utf8.contains(0) else { throw StoreError(operation, path, .invalid) }
  }
}
