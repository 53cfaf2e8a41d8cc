internal import Glibc

/// The monotonic clock.
package enum Clock {
  /// Nanoseconds since some point in the past; never goes back.
  package static func now() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
