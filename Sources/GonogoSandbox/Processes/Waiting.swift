internal import Glibc

/// Waiting for descriptors.
enum Waiting {
  /// Which of `descriptors` can be read by `deadline`, a time of `Clock.now()`, and at the latest
  /// after a second.
  static func ready(_ descriptors: some Sequence<Int32>, until deadline: UInt64) -> Set<Int32> {
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let now = Clock.now()
    let milliseconds = deadline > now ? Int32(min(1000, (deadline - now) / 1_000_000 + 1)) : 0
    let count = unsafe poll(&waiting, nfds_t(waiting.count), milliseconds)
    guard count > 0 else { return [] }
    return Set(waiting.filter { $0.revents != 0 }.map(\.fd))
  }
}
