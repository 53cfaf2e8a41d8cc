internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoRunner

/// Decides whether a command that changes something, or may, is run: by what was approved on the
/// command line, else by asking. Nothing that stands in a document takes part.
///
/// What cannot run by itself (it waits for a person, does not end, opens a shell), goes on in the
/// background or destroys something is not covered by approving all: it is approved by its heading or
/// by itself.
final class Approver {
  private let plan: Plan
  private let operatorName: String
  private let terminal: Terminal?
  private let signals: Int32
  /// Approved in an earlier part of the run, by the command's position.
  private let earlier: [Int: RunApproval]
  private let approvesAll: Bool
  private var wasAskedForAll = false
  /// What is looked after while somebody is asked.
  var tending = Tending.nothing
  private let sections: Set<Int>
  private var sectionsAskedFor: Set<Int> = []
  private var refusesAll = false

  /// `all` and `sections` come from `--approve`; `terminal` is nil when nobody can be asked.
  init(
    plan: Plan, all: Bool, sections: Set<Int>, operatorName: String, terminal: Terminal?,
    signals: Int32 = -1, earlier: [Int: RunApproval] = [:]
  ) {
    self.plan = plan
    self.operatorName = operatorName
    self.terminal = terminal
    self.signals = signals
    self.earlier = earlier
    approvesAll = all
    self.sections = sections
  }

  /// Whether `command` may run.
  func approve(_ command: PlannedCommand) -> Approval {
    // A text with hidden values may have become another one, and nobody could see it.
    if let before = earlier[command.id], command.text == command.shown,
      before.digest == EventRecord.digest(of: command)
    {
      return .granted(by: before.by, how: before.how)
    }
    if let how = standing(command) { return .granted(by: operatorName, how: how) }
    guard let terminal, !refusesAll else { return .refused }
    show(command, on: terminal)
    while true {
      let question = "  [y]es, [n]o, this whole [s]ection, [a]ll of the document, n[o]ne? "
      guard
        let answer = LineInput.answer(
          to: question, on: terminal, signals: signals, tending: tending)
      else {
        refusesAll = true
        return .refused
      }
      switch answer.lowercased() {
      case "y", "yes": return .granted(by: operatorName, how: "asked")
      case "n", "no": return .refused
      case "s", "section":
        sectionsAskedFor.insert(command.section)
        return .granted(by: operatorName, how: "asked, for the section")
      case "a", "all":
        wasAskedForAll = true
        return .granted(by: operatorName, how: "asked, for the document")
      case "o", "none":
        refusesAll = true
        return .refused
      default: terminal.line("  one of y, n, s, a, o")
      }
    }
  }

  /// How the command has been approved already, or nil.
  func standing(_ command: PlannedCommand) -> String? {
    let checklist = plan.checklist
    if let section = sections.filter({ checklist.isSection(command.section, within: $0) }).max() {
      return "--approve “\(checklist.heading(of: section))”"
    }
    if sectionsAskedFor.contains(where: { checklist.isSection(command.section, within: $0) }) {
      return "asked, for the section"
    }
    if command.hazard != nil { return nil }
    if approvesAll { return "--approve all" }
    return wasAskedForAll ? "asked, for the document" : nil
  }

  private func show(_ command: PlannedCommand, on terminal: Terminal) {
    terminal.line()
    let what =
      switch command.effect {
      case .reads: "should only read"
      case .unknown: "may change something"
      case .changes: "changes something"
      }
    terminal.line(
      "  \(terminal.styled("Run this?", .yellow)) It \(what): \(VisibleText.line(command.effectReason))"
    )
    if let hazard = command.hazard { terminal.line("  Beware: \(VisibleText.line(hazard.text))") }
    if earlier[command.id] != nil {
      terminal.line("  It was approved before, but its text or a value in it may have changed.")
    }
    for line in command.shown.split(separator: "\n", omittingEmptySubsequences: false) {
      terminal.line("    " + VisibleText.command(String(line)))
    }
    // Who approves must know that this is not to the letter what runs.
    let hidden = Redaction.names(in: command.shown, ProcessSecrets.current)
    if !hidden.isEmpty {
      let names = VisibleText.line(hidden.joined(separator: ", "))
      terminal.line("  \(terminal.styled("Hidden", .yellow)) in what is shown: \(names)")
    }
    if command.text != command.shown {
      terminal.line("  \(terminal.styled("Hidden", .yellow)): what is put in for its placeholders")
    }
  }
}
