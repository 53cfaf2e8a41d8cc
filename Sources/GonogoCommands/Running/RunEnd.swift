internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// The last thing the operator sees: the decision, every reason, where the document is.
struct RunEnd {
  let terminal: Terminal
  let plan: Plan

  func show(_ outcome: RunOutcome, document: String) {
    let decision = outcome.decision
    terminal.line()
    let style: Terminal.Style = decision.answer == .noGo ? .red : .green
    terminal.line(terminal.styled("Decision: \(decision.answer.rawValue)", style))
    terminal.line("  \(decision.rule)")
    for reason in decision.reasons {
      let mark =
        reason.verdict == .fail ? terminal.styled("✘", .red) : terminal.styled("?", .yellow)
      terminal.line(
        "  \(mark) line \(reason.line), \(VisibleText.line(plan.checklist.title(of: reason.section))): "
          + VisibleText.line(reason.text))
    }
    terminal.line("  \(document)")
  }
}
