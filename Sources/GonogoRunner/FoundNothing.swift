internal import GonogoCore
internal import GonogoPlanning

/// Tells that a search found nothing where there is to be nothing: `grep ERROR app.log`, expected: no
/// output, ends with 1 on a healthy system.
enum FoundNothing {
  /// What is recorded of it.
  static let note = "it found nothing, which is what must be; its status 1 says no more"

  /// True when `ending` shows it: the search ended with 1, wrote no error and printed nothing, or the
  /// count 0. A search that could not look ends with more than 1.
  static func isShown(_ ending: CommandEnding, _ command: PlannedCommand) -> Bool {
    command.searchesFiles && ending.outcome == .ran && ending.status == 1
      && ending.pipeline == [1] && ending.stderr.bytes == 0
      && ["", "0\n"].contains(ending.stdout.text)
  }
}
