internal import Glibc
internal import GonogoMarkdown
internal import GonogoPlanning

/// Reads the lists of words and rules that ship with gonogo on a thread of its own, while the command
/// line is being read: every command that reads a document needs them all.
///
/// The thread takes no signal and starts no program: both are for the main thread alone.
enum EarlyReading {
  private static let readers: Set<String> = ["plan", "run", "lint", "bind", "resume"]

  /// Begins when `command` reads documents. Nothing is lost when no thread can be made: what was not
  /// read early is read when it is needed.
  static func begin(for command: String?) {
    guard let command, readers.contains(command) else { return }
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    guard unsafe pthread_sigmask(SIG_SETMASK, &all, &before) == 0 else { return }
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { _ in
        MarkdownReader.prepare()
        Planner.prepare()
        return nil
      }, nil)
    if status == 0 { pthread_detach(thread) }
  }
}
