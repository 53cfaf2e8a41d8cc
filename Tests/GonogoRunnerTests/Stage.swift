import GonogoCore
import GonogoEvidence
import GonogoMarkdown
import GonogoPlanning
import GonogoRunner

/// A world of closures for a run: what each command gives, what people say, and all that happened.
final class Stage {
  /// What a command with this text gives; commands without one pass and print nothing.
  var endings: [String: CommandEnding] = [:]
  /// What people say to a question with this text.
  var replies: [String: Reply] = [:]
  /// What a command with this text in the background gives by itself, and after which command or
  /// question, by its text; others run until they are ended.
  var late: [String: (after: String, ending: CommandEnding)] = [:]
  /// Commands with these texts are not approved.
  var refused: Set<String> = []
  /// Becomes true when this command has run.
  var interruptsAfter: String?
  /// Becomes true when this question is asked.
  var interruptsAtQuestion: String?
  /// The journal fails at this event, counted from 0.
  var failsAt: Int?
  /// What queries give.
  var queries: [String: SQLLookup] = [:]

  private(set) var ran: [String] = []
  private(set) var approvalsAsked: [String] = []
  private(set) var asked: [[String]] = []
  private(set) var questions: [Question] = []
  private(set) var events: [String] = []
  private(set) var opened: [Int] = []
  private(set) var finished: [Int] = []
  /// The steps that go on in the background.
  private(set) var inBackground: [BackgroundStage] = []
  private(set) var queried: [String] = []
  private var isInterrupted = false

  /// True once this command has run or this question has been asked.
  func hasSeen(_ text: String) -> Bool { ran.contains(text) || asked.joined().contains(text) }

  /// Runs a text to its end.
  func run(_ text: String, _ options: RunOptions = RunOptions()) throws(RunFailure) -> RunOutcome {
    var planner = Planner(
      checklist: MarkdownReader.read(Document(path: "a.md", bytes: Array(text.utf8))))
    let plan = planner.plan()
    var runner = Runner(plan: plan, options: options, capabilities: capabilities(plan))
    return try runner.run()
  }

  private func capabilities(_ plan: Plan) -> Capabilities {
    Capabilities(
      open: { [unowned self] planned throws(RunFailure) in
        opened.append(planned.step.id)
        return Shell(stage: self, planned: planned, plan: plan)
      },
      startInBackground: { [unowned self] planned throws(RunFailure) in
        let shell = BackgroundStage(stage: self, planned: planned, plan: plan)
        inBackground.append(shell)
        return shell
      },
      endBackground: { [unowned self] wasInterrupted in
        events.append("end background")
        for shell in inBackground { shell.isEnded = wasInterrupted ? .interrupted : .background }
      },
      query: { [unowned self] query in
        queried.append(query)
        return queries[query] ?? .failed("no database")
      },
      approve: { [unowned self] command throws(RunFailure) in
        approvalsAsked.append(command.text)
        return refused.contains(command.text) ? .refused : .granted(by: "Ann", how: "asked")
      },
      ask: { [unowned self] questions throws(RunFailure) in
        asked.append(questions.map(\.text))
        self.questions += questions
        if questions.contains(where: { $0.text == interruptsAtQuestion }) { isInterrupted = true }
        return questions.map { replies[$0.text] ?? .none }
      },
      report: { [unowned self] event throws(RunFailure) in
        if events.count == failsAt {
          throw RunFailure(.output, "the journal cannot be written", cure: "free some space")
        }
        events.append(Self.shown(event))
      },
      isInterrupted: { [unowned self] in isInterrupted })
  }

  private static func shown(_ event: RunEvent) -> String {
    switch event {
    case .sectionStarted(let section): "section \(section.heading)"
    case .stepPassedOver(let step, _): "passed over \(step.step.id)"
    case .commandStarted(let command): "start \(command.text)"
    case .commandEnded(let command, let result): "\(result.outcome.rawValue) \(command.text)"
    case .commandTakenOver(let command, let result):
      "before \(result.outcome.rawValue) \(command.text)"
    case .backgroundStarted(let step, let commands):
      "background \(step.step.id) \(commands.map(\.id))"
    case .backgroundEnded(let step, let run): "over \(step.step.id) \(run.ending.rawValue)"
    case .approval(let command, let isApproved, _, _):
      "\(isApproved ? "approved" : "refused") \(command.text)"
    case .claimDecided(let claim, let result): "\(result.verdict.rawValue): \(claim.text)"
    case .blankFilled(let blank, let result): "\(blank.label) = \(result.text ?? "nothing")"
    case .sectionEnded(let section, let result): "end \(section.heading) \(result.verdict.rawValue)"
    case .stopped: "stopped"
    case .decided(let decision): "decided \(decision.answer.rawValue)"
    }
  }

  private final class Shell: StepShell {
    private let stage: Stage
    private let planned: PlannedStep
    private let plan: Plan

    init(stage: Stage, planned: PlannedStep, plan: Plan) {
      self.stage = stage
      self.planned = planned
      self.plan = plan
    }

    func run(_ index: Int) throws(RunFailure) -> CommandEnding {
      let text = plan.commands[planned.commands.lowerBound + index].text
      stage.ran.append(text)
      if text == stage.interruptsAfter { stage.isInterrupted = true }
      return stage.endings[text] ?? .ran(0)
    }

    func finish() throws(RunFailure) { stage.finished.append(planned.step.id) }
  }
}

extension CommandEnding {
  /// It ran to its end with this status and printed this.
  static func ran(_ status: Int, _ text: String = "", endsStep: Bool = false) -> CommandEnding {
    CommandEnding(
      outcome: .ran, status: status, pipeline: [status], nanoseconds: 1,
      stdout: OutputRecord(
        bytes: text.utf8.count, digest: "", text: text, isTruncated: false, file: nil),
      stderr: .empty, endsStep: endsStep)
  }

  /// It did not come to its end.
  static func cut(_ outcome: CommandResult.Outcome, endsStep: Bool = true) -> CommandEnding {
    CommandEnding(
      outcome: outcome, status: nil, nanoseconds: 1, stdout: .empty, stderr: .empty,
      endsStep: endsStep)
  }
}

extension Reply {
  /// Ann's word.
  static func says(_ answer: Attestation.Answer) -> Reply {
    .answer(Attestation(by: "Ann", time: 5, answer: answer, note: nil))
  }
}
