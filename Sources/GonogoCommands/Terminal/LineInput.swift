internal import Glibc
internal import GonogoCore

/// What a person types.
enum LineInput {
  /// The next line without its line end; nil at the end of the input or when a signal can be read from
  /// `signals`, the descriptor of `ChildProcesses.watchSignals`, or -1. What runs beside is looked
  /// after meanwhile.
  static func next(signals: Int32 = -1, tending: Tending = .nothing) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      if signals >= 0, !waitsForInput(signals, tending) { return nil }
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      guard count == 1 else { return nil }
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      if bytes.count < 65_536 { bytes.append(byte) }
    }
  }

  /// Waits until there is something to read; false when a signal came.
  private static func waitsForInput(_ signals: Int32, _ tending: Tending) -> Bool {
    while true {
      let beside = tending.descriptors()
      var waiting = ([signals, STDIN_FILENO] + beside).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = unsafe poll(&waiting, nfds_t(waiting.count), beside.isEmpty ? -1 : 1000)
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      if waiting[0].revents != 0 { return false }
      if waiting[1].revents != 0 { return true }
      tending.tend()
    }
  }
}
