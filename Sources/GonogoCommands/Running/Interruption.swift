internal import Glibc

/// Whether the operator has interrupted the run.
enum Interruption {
  /// True when a signal can be read from `signals`, the descriptor of `ChildProcesses.watchSignals`,
  /// or -1. It is never read, so that it stays true.
  static func isWaiting(_ signals: Int32) -> Bool {
    guard signals >= 0 else { return false }
    var waiting = [pollfd(fd: signals, events: Int16(POLLIN), revents: 0)]
    return unsafe poll(&waiting, 1, 0) > 0
  }
}
