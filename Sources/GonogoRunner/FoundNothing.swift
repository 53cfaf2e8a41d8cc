internal import GonogoCore
internal import GonogoPlanning

/// Tells that a command found nothing where there is to be nothing: `grep ERROR app.log`, expected: no
/// output, ends with 1 on a healthy system.
enum FoundNothing {
  /// What is recorded of it.
  static let note = "it found nothing, which is what must be; its status 1 says no more"

  /// True when `ending` shows it: the only failures are searches that ended with 1, and what was
  /// printed is nothing, or the count 0. A search that could not look ends with more than 1.
  static func isShown(_ ending: CommandEnding, _ command: PlannedCommand) -> Bool {
    guard ending.outcome == .ran, ending.stderr.bytes == 0, let status = ending.status,
      command.searches.count == ending.pipeline.count, ending.pipeline.contains(1),
      ["", "0"].contains(printed(ending.stdout))
    else { return false }
    let isSaid = zip(command.searches, ending.pipeline).allSatisfy { searches, status in
      status == 0 || status == 141 || (status == 1 && searches)
    }
    return isSaid && status <= 1 && ending.pipeline.last != 141
  }

  private static func printed(_ output: OutputRecord) -> String {
    guard output.bytes <= 16 else { return output.text }
    return String(output.text.filter { !$0.isWhitespace })
  }
}
