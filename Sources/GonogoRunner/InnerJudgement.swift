internal import GonogoCore
internal import GonogoPlanning
internal import GonogoShell

/// Judges what is known of the parts of a command that succeeded as a whole.
enum InnerJudgement {
  /// What the parts of `command` came to. What nobody saw is not taken for success.
  static func judge(_ ending: CommandEnding, _ command: PlannedCommand) -> InnerFailure {
    // A status that is a failure, or one the author expects, speaks for the whole.
    guard ending.status == 0 else { return .none }
    let inner = command.inner
    if let status = ending.failedPart { return .failed(status: status) }
    if let status = ending.failedProgram {
      return inner.decides ? .mayBeMeant(status: status) : .failed(status: status)
    }
    if let status = ending.hiddenStatus, !(inner.hasSubstitution && isAnswer(ending)) {
      let mayBeMeant = inner.decides || inner.hasSubstitution
      return mayBeMeant ? .mayBeMeant(status: status) : .failed(status: status)
    }
    // After `!` the shell says 0 while the pipeline's own status stays: 1 is the answer no, more
    // is a program that could not do its work.
    if let last = ending.pipeline.last, last > 1 {
      return .mayBeMeant(status: last)
    }
    if inner.hasBackground { return .unseen("leaves something running, and nobody sees it end") }
    if inner.hasHiddenPipeline, !ending.hadPipefail {
      return .unseen(
        "has a pipeline inside ( ) or $( ), where failures cannot be seen; "
          + "write `set -o pipefail` before it")
    }
    let said = ending.stderr.text
    if inner.hasSubstitution, ending.stderr.bytes > 0 {
      return .unseen("wrote errors, and what is inside $( ) may have failed unseen")
    }
    return said.contains(": command not found") ? .mayBeMeant(status: 127) : .none
  }

  /// True when the part that failed only said no: `$(grep -c ERROR app.log)` ends with 1 where none is.
  private static func isAnswer(_ ending: CommandEnding) -> Bool {
    ending.hiddenStatus == 1 && ending.hiddenProgram.map(AnsweringPrograms.contains) == true
  }
}
