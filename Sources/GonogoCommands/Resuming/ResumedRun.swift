internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoStore

/// A run that ended before its end and is gone on with.
struct ResumedRun {
  /// What is done with a command that may have changed something and whose result does not count.
  enum Choice {
    /// It is run again.
    case again
    /// It stays unknown, and nothing of its block follows.
    case leave
  }

  let folder: RunFolder
  let history: RunHistory
  /// Evidence older than this is taken again, in seconds; nil when its age does not matter.
  let maxAge: Double?
  /// What the operator has chosen with the command, or nil.
  let choice: Choice?
  /// True when the operator has named the file of answers with the command.
  var namesAnswers = false
  /// The present time, in seconds since 1970-01-01 UTC.
  var now = HostEnvironment.now

  /// What is taken over, and what is left unknown from now on.
  struct Course {
    var earlier = EarlierPart()
    var left: [CommandResult] = []
    /// The state of the shell to begin with was kept without these.
    var missing: [String] = []
    /// What the operator must know of it, each one sentence.
    var notices: [String] = []
  }

  /// A command that must not be run a second time unasked.
  struct Doubt {
    let command: PlannedCommand
    /// What is taken over of its step before it.
    let kept: [CommandResult]
    let why: String
    /// True when nothing of its step counts once it is run again.
    let startsAnew: Bool
    /// True when its result counts unless it is run again.
    var hasEnded = false
  }

  /// The oldest time that counts.
  var oldest: Int? { maxAge.map { now - Int($0) } }

  /// Works out what counts of what was done before; asks about what may not be done twice.
  ///
  /// - Throws: `CommandFailure` when that cannot be asked, or when the shell's state is not known.
  func course(
    _ plan: Plan, approver: Approver? = nil, terminal: Terminal?
  ) throws(CommandFailure) -> Course {
    var course = Course()
    let late = lateApprovals(plan, approver)
    course.notices = late.notices
    var doubts: [Doubt] = []
    for planned in plan.steps where planned.obstacle == nil && !planned.commands.isEmpty {
      let done = planned.commands.prefix { history.ended[$0] != nil && $0 < late.first ?? .max }
      let next = done.endIndex < planned.commands.upperBound ? done.endIndex : nil
      let kept = done.compactMap { history.ended[$0]?.result }
      let stale = done.firstIndex { isStale($0) }
      if let doubt = doubt(ofBackground: planned, plan, kept) {
        doubts.append(doubt)
        continue
      }
      if plan.commands[planned.commands].allSatisfy({ $0.effect == .reads && $0.hazard == nil }) {
        // What only reads is taken as a whole or, being had again so cheaply, not at all.
        if next == nil, stale == nil { course.earlier.results[planned.step.id] = kept }
      } else if let stale {
        doubts.append(
          Doubt(
            command: plan.commands[stale], kept: Array(kept.prefix(stale - done.startIndex)),
            why: "ran at \(shown(history.ended[stale]?.time)), which \(age(of: stale))",
            startsAnew: true))
      } else if let next, let time = history.underWay[next], plan.commands[next].effect != .reads {
        doubts.append(
          Doubt(
            command: plan.commands[next], kept: kept,
            why: "was under way at \(shown(time)), when the run ended", startsAnew: false))
      } else if !kept.isEmpty {
        course.earlier.results[planned.step.id] = kept
      }
    }
    for doubt in doubts {
      let decided: Choice
      if let choice {
        decided = choice
      } else {
        decided = try ask(about: doubt.command, doubt.why, terminal)
      }
      switch decided {
      case .again: course.earlier.results[doubt.command.step] = doubt.startsAnew ? [] : doubt.kept
      case .leave where doubt.hasEnded:
        course.earlier.results[doubt.command.step] = doubt.kept
      case .leave:
        let isStale = history.underWay[doubt.command.id] == nil
        let left = CommandResult(
          command: doubt.command.id, outcome: .interrupted,
          note: isStale
            ? "it \(doubt.why), and it was not run again"
            : "it \(doubt.why); whether it came to its end is not known, and it was not run again"
        )
        course.left.append(left)
        course.earlier.results[doubt.command.step] = doubt.kept + [left]
      }
    }
    course.missing = try missing(plan, course.earlier)
    return course
  }

  /// A block that ran in the background when the run ended is not running any more, and whoever needs
  /// it has to have it started again, all of it.
  private func doubt(
    ofBackground planned: PlannedStep, _ plan: Plan, _ kept: [CommandResult]
  ) -> Doubt? {
    guard planned.runsInBackground,
      let last = history.backgrounds.last(where: { $0.step == planned.step.id }),
      last.ending == .withRun
    else { return nil }
    let next = planned.commands.lowerBound + kept.count
    let hasEnded = !planned.commands.contains(next)
    return Doubt(
      command: plan.commands[hasEnded ? planned.commands.lowerBound : next], kept: kept,
      why: "went on in the background from \(shown(last.since)) and ended with the run",
      startsAnew: true, hasEnded: hasEnded)
  }

  private func isStale(_ command: Int) -> Bool {
    guard let oldest, let time = history.ended[command]?.time else { return false }
    // Of a time that is still to come nobody knows how long ago it was.
    return time < oldest || time > now
  }

  private func age(of command: Int) -> String {
    let time = history.ended[command]?.time ?? now
    return time > now
      ? "is still to come by this machine's clock, so that its age is not known"
      : "is older than --max-age"
  }

  private func shown(_ time: Int?) -> String { time.map { Timestamp($0).iso8601 } ?? "?" }

  private func ask(
    about command: PlannedCommand, _ why: String, _ terminal: Terminal?
  ) throws(CommandFailure) -> Choice {
    let what = "“\(VisibleText.line(command.name))”, line \(command.line), \(why)"
    guard let terminal else {
      throw CommandFailure(
        .unavailable, "nothing was run: \(what), and it \(Self.does(command))",
        cure:
          "look whether it has done its work; then --again runs it again, --leave leaves it open"
      )
    }
    terminal.line()
    terminal.line(
      "  \(terminal.styled("Run it again?", .yellow)) \(what); it \(Self.does(command)).")
    for line in command.shown.split(separator: "\n", omittingEmptySubsequences: false) {
      terminal.line("    " + VisibleText.line(String(line)))
    }
    while true {
      let question = "  [r]un it again, [l]eave it open, [q]uit to look first? "
      switch LineInput.answer(to: question, on: terminal)?.lowercased() {
      case "r", "run": return .again
      case "l", "leave": return .leave
      case nil, "q", "quit":
        throw CommandFailure(
          .interrupted, "nothing was run", cure: "gonogo resume \(folder.id) when you know")
      default: terminal.line("  one of r, l, q")
      }
    }
  }

  private static func does(_ command: PlannedCommand) -> String {
    switch command.effect {
    case .changes: "changes something"
    case .unknown: "may change something"
    case .reads: "goes on in the background"
    }
  }

  /// Which variables of the shell the commands that are left need and were not kept.
  private func missing(_ plan: Plan, _ earlier: EarlierPart) throws(CommandFailure) -> [String] {
    let kept = Set(earlier.results.values.flatMap { $0.map(\.command) })
    guard let last = kept.filter({ history.states[$0] != nil }).max(),
      let state = history.states[last]
    else { return [] }
    let rest = plan.commands.filter { !kept.contains($0.id) && plan.isRun(plan.steps[$0.step]) }
    if rest.isEmpty { return [] }
    guard state.text != nil else {
      throw CommandFailure(
        .unavailable,
        "the state of the shell after line \(plan.commands[last].line) could not be kept, so "
          + "nothing can follow it", cure: "run the checklist again from its beginning")
    }
    return Set(state.leftOut).sorted().filter { name in
      rest.contains { Self.mentions($0.text, name) }
    }
  }

  /// True when the word `name` stands anywhere in `text`.
  static func mentions(_ text: String, _ name: String) -> Bool {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
  }
}
