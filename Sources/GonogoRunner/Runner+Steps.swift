internal import GonogoCore
internal import GonogoEvidence
internal import GonogoPlanning

extension Runner {
  /// How much text of each stream stays in memory once it has been read, in bytes.
  private static let keptText = 32_768

  mutating func run(_ planned: PlannedStep) throws(RunFailure) {
    if let obstacle = planned.obstacle?.text {
      try capabilities.report(.stepPassedOver(planned, reason: obstacle))
      for id in planned.commands { record(.init(command: id, outcome: .notRun, note: obstacle)) }
      return
    }
    if stopped != nil {
      for id in planned.commands { try end(id, notRun: "the run had stopped before") }
      return
    }
    let kept = earlier.kept(of: planned)
    var approved: Set<Int> = []
    for id in planned.commands.dropFirst(kept.count) where plan.commands[id].refusal == nil {
      if try isApproved(plan.commands[id]) { approved.insert(id) }
      if wasInterrupted { return }
    }
    var blocked: String?
    for result in kept { blocked = try takeOver(result) ?? blocked }
    if planned.runsInBackground {
      if kept.isEmpty { return try start(inBackground: planned, approved) }
      blocked = blocked ?? "its block, which ran in the background, was not started again"
    }
    try run(planned.commands.dropFirst(kept.count), of: planned, approved, blocked)
  }

  private mutating func run(
    _ commands: Range<Int>.SubSequence, of planned: PlannedStep, _ approved: Set<Int>,
    _ blockedBefore: String?
  ) throws(RunFailure) {
    var blocked = blockedBefore
    var shell: (any StepShell)?
    for id in commands {
      if let refusal = plan.commands[id].refusal {
        try end(id, notRun: refusal)
        continue
      }
      if let blocked {
        try end(id, notRun: blocked)
        continue
      }
      guard approved.contains(id) else {
        try end(.init(command: id, outcome: .notApproved))
        continue
      }
      let command = plan.commands[id]
      if shell == nil {
        if capabilities.isInterrupted() {
          return try interrupt(section: command.section, line: command.line)
        }
        shell = try capabilities.open(planned)
      }
      guard let shell else { continue }
      try capabilities.report(.commandStarted(command))
      let ending = try shell.run(id - planned.commands.lowerBound)
      let result = result(ending, of: id, in: planned)
      try end(result)
      if ending.outcome == .interrupted || capabilities.isInterrupted() {
        try interrupt(section: command.section, line: command.line)
        break
      }
      blocked = whatBlocks(after: result)
    }
    try shell?.finish()
  }

  /// Why nothing of a step can follow a command, or nil.
  func whatBlocks(after result: CommandResult) -> String? {
    let name = plan.commands[result.command].name
    switch result.outcome {
    case .timedOut: return "the block had reached its time limit"
    case .interrupted: return "“\(name)” was under way when the run ended before"
    default: return result.endsStep ? "“\(name)” ended the shell" : nil
    }
  }

  /// Takes over what an earlier part of the run saw; returns why nothing of its step can follow.
  private mutating func takeOver(_ earlier: CommandResult) throws(RunFailure) -> String? {
    let command = plan.commands[earlier.command]
    var result = earlier
    if result.captures.isEmpty, result.outcome == .ran, !isQuery(command) {
      result.captures = captures(
        of: command, result.stdout, result.stderr, status: result.status)
    }
    result.stdout = result.stdout.bounded(to: Self.keptText)
    result.stderr = result.stderr.bounded(to: Self.keptText)
    record(result)
    try capabilities.report(.commandTakenOver(command, result))
    return whatBlocks(after: result)
  }

  private func isQuery(_ command: PlannedCommand) -> Bool {
    plan.steps[command.step].step.language == .sql
  }

  private mutating func isApproved(_ command: PlannedCommand) throws(RunFailure) -> Bool {
    if command.effect == .reads, command.hazard == nil { return true }
    switch try capabilities.approve(command) {
    case .granted(let by, let how):
      try capabilities.report(.approval(command, isApproved: true, by: by, how: how))
      return true
    case .refused:
      if capabilities.isInterrupted() {
        try interrupt(section: command.section, line: command.line)
        return false
      }
      try capabilities.report(.approval(command, isApproved: false, by: "", how: ""))
      return false
    }
  }

  func result(
    _ ending: CommandEnding, of id: Int, in planned: PlannedStep
  ) -> CommandResult {
    let command = plan.commands[id]
    let captures =
      ending.captures
      ?? captures(of: command, ending.stdout, ending.stderr, status: ending.status)
    let expected = planned.step.attributes.expectedExit
    let foundNothing =
      expected == 0 && FoundNothing.isShown(ending, command) && plan.demandsNothing(of: id)
    return CommandResult(
      command: id, outcome: ending.outcome, status: ending.status, pipeline: ending.pipeline,
      inner: foundNothing ? .none : InnerJudgement.judge(ending, command), expectedStatus: expected,
      foundNothing: foundNothing, nanoseconds: ending.nanoseconds,
      stdout: ending.stdout.bounded(to: Self.keptText),
      stderr: ending.stderr.bounded(to: Self.keptText), captures: captures,
      note: ending.note ?? (foundNothing ? FoundNothing.note : nil), endsStep: ending.endsStep)
  }

  private func captures(
    of command: PlannedCommand, _ stdout: OutputRecord, _ stderr: OutputRecord, status: Int?
  ) -> [Capture] {
    recognition.captures(
      in: CommandOutput(
        command: command.text, stdout: stdout.text, stderr: stderr.text,
        isTruncated: stdout.isTruncated || stderr.isTruncated,
        exitStatus: status.map { Int32(truncatingIfNeeded: $0) }))
  }

  mutating func record(_ result: CommandResult) {
    assessor.observations.commands[result.command] = result
  }

  mutating func end(_ result: CommandResult) throws(RunFailure) {
    record(result)
    try capabilities.report(.commandEnded(plan.commands[result.command], result))
  }

  mutating func end(_ id: Int, notRun reason: String) throws(RunFailure) {
    try end(.init(command: id, outcome: .notRun, note: reason))
  }
}
