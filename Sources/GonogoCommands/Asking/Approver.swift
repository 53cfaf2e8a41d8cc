internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// Decides whether a command that changes something, or may, is run: by what was approved on the
/// command line, else by asking.
final class Approver {
  private let plan: Plan
  private let operatorName: String
  private let terminal: Terminal?
  private var approvesAll: Bool
  private var sections: Set<Int>
  private var refusesAll = false

  /// `all` and `sections` come from `--approve`; `terminal` is nil when nobody can be asked.
  init(
    plan: Plan, all: Bool, sections: Set<Int>, operatorName: String, terminal: Terminal?
  ) {
    self.plan = plan
    self.operatorName = operatorName
    self.terminal = terminal
    approvesAll = all
    self.sections = sections
  }

  /// Whether `command` may run.
  func approve(_ command: PlannedCommand) -> Approval {
    if approvesAll { return .granted(by: "\(operatorName) (all)") }
    if sections.contains(where: { plan.checklist.isSection(command.section, within: $0) }) {
      return .granted(by: "\(operatorName) (section)")
    }
    guard let terminal, !refusesAll else { return .refused }
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
    if let hazard = command.hazard { terminal.line("  Beware: \(hazard.text)") }
    for line in command.shown.split(separator: "\n", omittingEmptySubsequences: false) {
      terminal.line("    " + VisibleText.command(String(line)))
    }
    while true {
      terminal.write("  [y]es, [n]o, this whole [s]ection, [a]ll of the document, n[o]ne? ")
      guard let answer = LineInput.next() else {
        refusesAll = true
        return .refused
      }
      switch answer.lowercased() {
      case "y", "yes": return .granted(by: operatorName)
      case "n", "no": return .refused
      case "s", "section":
        sections.insert(command.section)
        return .granted(by: "\(operatorName) (section)")
      case "a", "all":
        approvesAll = true
        return .granted(by: "\(operatorName) (all)")
      case "o", "none":
        refusesAll = true
        return .refused
      default: terminal.line("  one of y, n, s, a, o")
      }
    }
  }
}
