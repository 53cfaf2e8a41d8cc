internal import Glibc
internal import GonogoCore

/// What a person types.
enum LineInput {
  /// The line that answers `question`, which is shown first, without its line end; nil at the end of
  /// the input or when a signal can be read from `signals`, the descriptor of
  /// `ChildProcesses.watchSignals`, or -1. What runs beside is looked after meanwhile.
  ///
  /// What was typed at a terminal before the question stood there is no answer to it.
  static func answer(
    to question: String, on terminal: Terminal, signals: Int32 = -1, tending: Tending = .nothing
  ) -> String? {
    if isatty(STDIN_FILENO) == 1 { tcflush(STDIN_FILENO, TCIFLUSH) }
    terminal.write(question)
    return next(signals: signals, tending: tending)
  }

  /// The next line, for who has shown the question and thrown away what was typed before it.
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
