internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoSandbox

/// Makes the ending of a command out of what its shell reported.
struct EndingMaker {
  let world: LiveWorld
  let planned: PlannedStep
  /// What it came to when it was ended from outside.
  var whenEnded = CommandResult.Outcome.interrupted

  /// The ending of `command`.
  func ending(
    _ report: ShellReport, of command: PlannedCommand, nanoseconds: UInt64,
    _ output: (stdout: OutputRecord, stderr: OutputRecord)
  ) -> CommandEnding {
    func ending(
      _ outcome: CommandResult.Outcome, status: Int32? = nil, pipeline: [Int32] = [],
      details: ReportDetails = ReportDetails(),
      note: String? = nil, endsStep: Bool = false
    ) -> CommandEnding {
      CommandEnding(
        outcome: outcome, status: status.map { Int($0) }, pipeline: pipeline.map { Int($0) },
        failedProgram: details.failedProgram.map { Int($0) },
        failedPart: details.failedPart.map { Int($0) },
        hiddenStatus: details.hiddenStatus.map { Int($0) }, hiddenProgram: details.hiddenProgram,
        hadPipefail: details.hadPipefail,
        nanoseconds: nanoseconds, stdout: output.stdout, stderr: output.stderr, note: note,
        endsStep: endsStep)
    }
    switch report {
    case .ended(let status, let pipeline, let details):
      return ending(
        .ran, status: status, pipeline: pipeline, details: details,
        note: missing(command, status, pipeline, details))
    case .leftShell(let status, let pipeline, let details):
      return ending(
        .ran, status: status, pipeline: pipeline, details: details,
        note: missing(command, status, pipeline, details), endsStep: true)
    case .timedOut:
      let seconds = world.timeLimit(of: planned)
      return ending(
        .timedOut, note: "after \(ElapsedText.seconds(seconds)), with everything it had started",
        endsStep: true)
    case .interrupted where whenEnded == .background:
      return ending(.background, note: "gonogo ended it at the end of the run")
    case .interrupted: return ending(.interrupted, endsStep: true)
    case .lost(let why): return ending(.lost, note: why, endsStep: true)
    }
  }

  /// What a command that failed may have missed, for nobody granted it.
  private func missing(
    _ command: PlannedCommand, _ status: Int32, _ pipeline: [Int32], _ details: ReportDetails
  ) -> String? {
    let expected = Int32(clamping: planned.step.attributes.expectedExit)
    let isFailure =
      status != expected || pipeline.contains { $0 != 0 && $0 != status }
      || details.failedPart != nil || details.hiddenStatus != nil
    return isFailure ? world.missingGrants(command) : nil
  }
}
