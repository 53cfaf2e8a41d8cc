internal import Glibc
internal import Synchronization

/// A line that is typed without being shown.
///
/// The terminal is put right again whatever ends the line: a signal that comes meanwhile is caught,
/// and takes effect when that is done.
enum HiddenInput {
  private static let caught = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP]

  /// The line that answers `question`, which is shown first; nil at the end of the input.
  static func answer(to question: String, on terminal: Terminal) -> String? {
    var settings = termios()
    guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else {
      return LineInput.answer(to: question, on: terminal)
    }
    caught.store(0, ordering: .relaxed)
    let before = signals.map { catchSignal($0) }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    // ECHONL: the line end is still shown, so that what follows begins on a new line.
    silent.c_lflag |= tcflag_t(ECHONL)
    // What was typed before the question is thrown away, and nothing shows from here on.
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    terminal.write(question)
    let line = LineInput.next()
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings)
    for (number, action) in zip(signals, before) {
      var action = action
      unsafe sigaction(number, &action, nil)
    }
    let signal = caught.load(ordering: .relaxed)
    if signal != 0 {
      terminal.line()
      kill(getpid(), signal)
      // Stopped and gone on with: the question is still there.
      if signal == SIGTSTP { return answer(to: question, on: terminal) }
    }
    return line
  }

  private static func catchSignal(_ number: Int32) -> sigaction {
    var action = sigaction()
    var before = sigaction()
    // Without SA_RESTART reading ends when the signal has come.
    unsafe action.__sigaction_handler.sa_handler = { number in
      HiddenInput.caught.store(number, ordering: .relaxed)
    }
    unsafe sigaction(number, &action, &before)
    return before
  }
}
