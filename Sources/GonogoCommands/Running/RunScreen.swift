internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// What the operator sees of a run: sections, commands, the beginning of their output, verdicts.
final class RunScreen {
  /// How much is shown.
  enum Detail {
    /// Only the decision.
    case quiet
    /// The first lines of each command's output.
    case normal
    /// All output.
    case verbose
  }

  /// Lines of output shown of one command before the rest is only kept as evidence.
  private static let shownLines = 30

  let terminal: Terminal
  private let detail: Detail
  private var line: [UInt8] = []
  private var lineCount = 0
  private var running: PlannedCommand?
  private var background: Set<Int> = []
  private var approvals: [Int: String] = [:]
  private var hasStopped = false

  init(_ terminal: Terminal, detail: Detail) {
    self.terminal = terminal
    self.detail = detail
  }

  /// Shows an event that has been journalled.
  func show(_ event: RunEvent) {
    guard detail != .quiet else { return }
    switch event {
    case .sectionStarted(let section):
      terminal.line()
      let heading = section.heading.isEmpty ? "Beginning" : section.heading
      terminal.line(terminal.styled(VisibleText.line(heading), .bold))
    case .stepPassedOver(let step, let reason):
      terminal.line(
        "  \(terminal.styled("–", .dim)) block in line \(step.step.firstLine) is not run: \(reason)"
      )
    case .commandStarted(let command): start(command)
    case .backgroundStarted(let step, let commands): start(step, commands)
    case .backgroundEnded(let step, let run):
      terminal.line(
        "  \(terminal.styled("■", .cyan)) block in line \(step.step.firstLine), in the background, "
          + "ended \(run.ending.rawValue)")
    case .commandEnded(let command, let result):
      if hasStopped, result.outcome == .notRun { break }
      if background.contains(command.id) {
        endInBackground(command, result)
      } else {
        end(command, result)
      }
    case .commandTakenOver(let command, let result): showEarlier(command, result)
    case .approval(let command, let isApproved, let by, let how):
      if isApproved { approvals[command.id] = "\(by) (\(how))" }
    case .claimDecided(let claim, let result):
      if !hasStopped || !result.verdict.isOpen { show(claim, result) }
    case .blankFilled(let blank, let result):
      if hasStopped { break }
      if let text = result.text {
        let verdict: Verdict = FilledVerdict.objection(text, in: blank) == nil ? .pass : .fail
        terminal.line(
          "  \(mark(verdict)) \(VisibleText.line(blank.label)): \(VisibleText.line(text)) \(dim(result.source.name))"
        )
      } else {
        terminal.line(
          "  \(mark(.unknown)) \(VisibleText.line(blank.label)): \(VisibleText.line(result.because))"
        )
      }
    case .sectionEnded(let section, let result):
      if hasStopped { break }
      let heading = section.heading.isEmpty ? "Beginning" : section.heading
      terminal.line(
        "  \(mark(result.verdict)) \(terminal.styled("\(VisibleText.line(heading)) \(CommandWording.word(result.verdict))", .dim))"
      )
    case .stopped(let reason):
      hasStopped = true
      terminal.line()
      terminal.line(terminal.styled(VisibleText.line(reason.text), .yellow))
    case .decided: break
    }
  }

  private func start(_ command: PlannedCommand) {
    running = command
    lineCount = 0
    line = []
    announce(command, "line \(command.line)")
  }

  private func start(_ step: PlannedStep, _ commands: [PlannedCommand]) {
    for command in commands {
      background.insert(command.id)
      announce(command, "line \(command.line), goes on in the background")
    }
  }

  private func announce(_ command: PlannedCommand, _ place: String) {
    let approval =
      approvals[command.id].map { ", \(command.effect.rawValue), approved by \($0)" } ?? ""
    terminal.line(
      "  \(terminal.styled("▸", .cyan)) \(VisibleText.command(command.name)) "
        + dim(place + VisibleText.line(approval)))
    if command.label != nil || command.shown.contains("\n") {
      let lines = command.shown.split(separator: "\n", omittingEmptySubsequences: false)
      for text in lines.prefix(12) {
        terminal.line(dim("    $ " + VisibleText.command(String(text))))
      }
      if lines.count > 12 { terminal.line(dim("    $ … \(lines.count - 12) more lines")) }
    }
  }

  private func endInBackground(_ command: PlannedCommand, _ result: CommandResult) {
    let what =
      result.verdict == .pass
      ? "“\(command.name)” passed" : CommandWording.sentence(command, result)
    terminal.line(
      "  \(mark(result.verdict)) \(VisibleText.line(what)) "
        + dim("line \(command.line), in the background"))
  }

  private func showEarlier(_ command: PlannedCommand, _ result: CommandResult) {
    terminal.line(
      "  \(mark(result.verdict)) \(VisibleText.command(command.name)) "
        + dim("line \(command.line), before: \(CommandWording.word(result.verdict))"))
  }

  private func end(_ command: PlannedCommand, _ result: CommandResult) {
    running = nil
    let time =
      result.nanoseconds > 0 ? ", \(ElapsedText.text(nanoseconds: result.nanoseconds))" : ""
    switch result.verdict {
    case .pass: terminal.line("    \(mark(.pass)) \(dim("passed\(time)"))")
    default:
      terminal.line(
        "    \(mark(result.verdict)) \(VisibleText.line(CommandWording.sentence(command, result)))\(dim(time))"
      )
    }
  }

  private func show(_ claim: Claim, _ result: ClaimResult) {
    let box =
      switch result.verdict {
      case .pass: "[x]"
      case .fail, .unknown, .skipped: "[ ]"
      }
    let isTrigger = claim.isTrigger
    let sign = isTrigger ? mark(!result.verdict) : mark(result.verdict)
    let warning = result.isWarning ? terminal.styled(" warning", .yellow) : ""
    terminal.line(
      "  \(sign) \(claim.box == nil ? "" : box + " ")\(VisibleText.line(claim.text)) "
        + dim("\(result.source.name): \(VisibleText.line(result.because))") + warning)
  }

  /// Shows bytes of the running command's output, line by line.
  func output(_ bytes: [UInt8]) {
    guard detail != .quiet, !bytes.isEmpty else { return }
    if detail == .normal, lineCount > Self.shownLines { return }
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      line += rest[..<end].prefix(max(0, 4096 - line.count))
      showLine()
      rest = rest[(end + 1)...]
      if detail == .normal, lineCount > Self.shownLines { return }
    }
    line += rest.prefix(max(0, 4096 - line.count))
  }

  /// Shows what is left of the output.
  func endOutput() {
    if !line.isEmpty { showLine() }
    terminal.clearStatus()
  }

  private func showLine() {
    lineCount += 1
    let text = VisibleText.line(String(decoding: line, as: UTF8.self))
    line = []
    if detail == .normal, lineCount > Self.shownLines {
      terminal.line(dim("    │ … the rest is kept as evidence"))
      return
    }
    terminal.line(dim("    │ ") + text)
  }

  /// Shows that a command is still running.
  func tick(_ nanoseconds: UInt64) {
    guard detail != .quiet, running != nil, nanoseconds > 900_000_000 else { return }
    let frames = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"]
    let frame = frames[Int(nanoseconds / 100_000_000) % frames.count]
    terminal.status("    \(frame) \(ElapsedText.seconds(Double(nanoseconds / 1_000_000_000)))")
  }

  // MARK: Pieces

  func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: terminal.styled("✔", .green)
    case .fail: terminal.styled("✘", .red)
    case .unknown, .skipped: terminal.styled("?", .yellow)
    }
  }

  private func dim(_ text: String) -> String { terminal.styled(text, .dim) }
}
