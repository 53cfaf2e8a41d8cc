internal import GonogoCore
internal import GonogoPlanning

extension Runner {
  /// A step that goes on while others are run.
  struct Going {
    let planned: PlannedStep
    let shell: any BackgroundShell
    /// Its commands that were approved and have not ended yet.
    var open: [Int]
  }

  /// Starts the approved commands of a step and does not wait for them. Until they have ended they
  /// count as not known.
  mutating func start(inBackground planned: PlannedStep, _ approved: Set<Int>) throws(RunFailure) {
    let commands = planned.commands.filter(approved.contains)
    for id in planned.commands where !approved.contains(id) {
      if let refusal = plan.commands[id].refusal {
        try end(id, notRun: refusal)
      } else {
        try end(.init(command: id, outcome: .notApproved))
      }
    }
    guard let first = commands.first else { return }
    if capabilities.isInterrupted() {
      let command = plan.commands[first]
      return try interrupt(section: command.section, line: command.line)
    }
    let shell = try capabilities.startInBackground(planned)
    // All of them at once: from here on nobody is asked before one of them begins.
    try capabilities.report(.backgroundStarted(planned, commands.map { plan.commands[$0] }))
    for id in commands { record(.init(command: id, outcome: .background)) }
    going.append(Going(planned: planned, shell: shell, open: commands))
    shell.begin(commands.map { $0 - planned.commands.lowerBound })
  }

  /// Takes in what has ended in the background since the last time. A section that is over and fails
  /// now stops the run as it would have done then; `section` is the one under way, nil after the last.
  mutating func takeBackground(in section: Int?) throws(RunFailure) {
    for index in going.indices {
      for (command, ending) in try going[index].shell.endings() {
        try take(ending, of: going[index].planned.commands.lowerBound + command, at: index)
        try stopLate(going[index].planned.step.section, in: section)
      }
    }
  }

  private mutating func take(
    _ ending: CommandEnding, of id: Int, at index: Int
  ) throws(RunFailure) {
    let planned = going[index].planned
    going[index].open.removeAll { $0 == id }
    let result = result(ending, of: id, in: planned)
    try end(result)
    guard let why = whatBlocks(after: result) else { return }
    for rest in going[index].open { try end(rest, notRun: why) }
    going[index].open = []
  }

  private mutating func stopLate(_ section: Int, in current: Int?) throws(RunFailure) {
    let last = plan.index.subtree(of: section).upperBound
    guard let current, current >= last else { return }
    try stopIfAsked(after: plan.checklist.sections[last - 1])
  }

  /// Ends what is still running in the background.
  mutating func endBackground() throws(RunFailure) {
    guard !going.isEmpty else { return }
    capabilities.endBackground(wasInterrupted)
    try takeBackground(in: nil)
    for step in going {
      // What stands behind a command that does not end was never begun: that check is lacking.
      for id in step.open {
        try end(id, notRun: "a command before it was still running in the background")
      }
      try capabilities.report(.backgroundEnded(step.planned, step.shell.account))
    }
    backgrounds += going.map(\.shell.account)
    going = []
  }
}
