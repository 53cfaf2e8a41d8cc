/// A moment after which waiting is over; monotonic, so that a clock that is set changes nothing.
struct Deadline: Sendable {
  private let instant: ContinuousClock.Instant

  /// The moment `duration` from now.
  init(after duration: Duration) { instant = ContinuousClock.now + duration }

  /// Milliseconds left, rounded up; 0 when it has passed.
  var millisecondsLeft: Int32 {
    let left = ContinuousClock.now.duration(to: instant)
    guard left > .zero else { return 0 }
    let (seconds, attoseconds) = left.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds) * 1000 + Int32(attoseconds / 1_000_000_000_000_000) + 1
  }
}
