internal import Glibc

/// How much the commands of one block may use.
package struct ResourceLimits: Sendable, Equatable {
  /// Processes and threads at a time.
  package var processes = 4096
  /// Bytes of memory together; nil for no limit.
  package var memory: UInt64?
  /// The size of one file in bytes; 0 for no limit.
  package var file: UInt64 = 16 << 30
  /// Open descriptors of one process.
  package var openFiles: UInt64 = 65_536
  /// What stays free on a disk that commands write to, in bytes.
  package var freeSpace: UInt64 = 256 << 20

  /// The limits above.
  package init() {}

  /// The limits that a process has of itself. That of processes counts all of the user's, also
  /// those outside, so what the machine runs now is added.
  func confinement(running: Int) -> [Confinement.Limit] {
    var limits = [
      Confinement.Limit(resource: .processes, most: UInt64(running + processes)),
      Confinement.Limit(resource: .openFiles, most: openFiles),
    ]
    if file > 0 {
      limits.append(Confinement.Limit(resource: .fileSize, most: file))
    }
    return limits
  }

  /// How many threads the machine runs now, from `/proc/loadavg`: `0.1 0.2 0.3 1/234 567`.
  static func runningThreads() -> Int {
    let number = unsafe open("/proc/loadavg", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { return 0 }
    let words = Descriptor(owning: number).start(limit: 128).split(separator: 0x20)
    guard words.count > 3 else { return 0 }
    return Int(String(decoding: words[3].drop { $0 != 0x2F }.dropFirst(), as: UTF8.self)) ?? 0
  }
}
