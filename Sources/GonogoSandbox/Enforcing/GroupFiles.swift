internal import Glibc

/// The files by which control groups are seen and changed; tests bring their own.
struct GroupFiles: Sendable {
  /// The lines of `/proc/self/cgroup`.
  var memberships: @Sendable () -> [String]
  /// Our mounts.
  var mounts: @Sendable () -> [ProcessFile.Mount]
  /// The lines of a file; none when it cannot be read.
  var lines: @Sendable (String) -> [String]
  /// Writes a text into a file that is there; false when the kernel refuses.
  var write: @Sendable (_ text: String, _ path: String) -> Bool
  /// Makes a group; true also when it is there.
  var make: @Sendable (String) -> Bool
  /// Removes a group; false when something is in it.
  var remove: @Sendable (String) -> Bool
  /// The names of the groups below one.
  var groups: @Sendable (String) -> [String]
  /// Opens a file for writing, or a group, and returns its descriptor, or -1.
  var open: @Sendable (_ path: String, _ isGroup: Bool) -> Int32

  /// Those of this machine.
  static let host = GroupFiles(
    memberships: { ProcessFile.lines("/proc/self/cgroup") },
    mounts: { ProcessFile.mounts(of: "self") },
    lines: { ProcessFile.lines($0) },
    write: { text, path in
      let number = unsafe Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard number >= 0 else { return false }
      return Descriptor(owning: number).writeAll(Array(text.utf8))
    },
    make: { unsafe mkdir($0, 0o755) == 0 || errno == EEXIST },
    remove: { path in
      for _ in 0..<50 {
        if unsafe rmdir(path) == 0 || errno == ENOENT { return true }
        guard errno == EBUSY else { return false }
        usleep(2_000)
      }
      return false
    },
    groups: { folder in HostPath.entries(of: folder).filter(\.isFolder).map(\.name) },
    open: { path, isGroup in
      unsafe Glibc.open(path, isGroup ? O_RDONLY | O_DIRECTORY | O_CLOEXEC : O_WRONLY | O_CLOEXEC)
    })
}
