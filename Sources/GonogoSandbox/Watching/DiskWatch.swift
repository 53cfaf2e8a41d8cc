internal import Glibc

/// Keeps commands from filling the disks they write to: a run must be able to write its journal, and
/// the machine to go on.
///
/// A limit of what one file may hold does not bound many files, so the free space is looked at while
/// a command runs.
struct DiskWatch: Sendable {
  private let folders: [(path: String, least: UInt64)]

  /// Watches that `freeSpace` bytes stay free where these folders lie, or half of what is free now
  /// where that is less.
  init(_ folders: [String], freeSpace: UInt64) {
    self.folders = folders.compactMap { path in
      Self.free(path).map { (path, min(freeSpace, $0 / 2)) }
    }
  }

  /// A sentence without a final stop when too little is left; nil when all is well.
  func fault() -> String? {
    for (path, least) in folders {
      guard let free = Self.free(path), free < least else { continue }
      return "the disk of \(path) was almost full, with \(free >> 20) MiB left, so it was ended"
    }
    return nil
  }

  private static func free(_ path: String) -> UInt64? {
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return nil }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize)
  }
}
