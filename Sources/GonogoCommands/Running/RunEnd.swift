internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// The last thing the operator sees: the decision, every reason, where the document is.
struct RunEnd {
  let terminal: Terminal
  let plan: Plan

  func show(_ outcome: RunOutcome, _ given: [Waiver], document: String) {
    let decision = outcome.decision
    terminal.line()
    let style: Terminal.Style = decision.answer == .noGo ? .red : .green
    terminal.line(
      terminal.styled("Decision: \(decision.answer.rawValue)", style)
        + terminal.styled(decision.left.map { "; \($0)" } ?? "", .yellow))
    terminal.line("  \(decision.rule)")
    for reason in decision.reasons {
      let waiver = decision.waivers.first { $0.subject == reason.subject }
      let mark =
        waiver != nil
        ? terminal.styled("~", .yellow)
        : reason.verdict == .fail ? terminal.styled("✘", .red) : terminal.styled("?", .yellow)
      terminal.line(
        "  \(mark) line \(reason.line), \(VisibleText.line(plan.checklist.title(of: reason.section))): "
          + VisibleText.line(reason.text))
      if let waiver {
        terminal.line(
          "    waived by \(VisibleText.line(waiver.by)): \(VisibleText.line(waiver.reason))")
      }
    }
    showUnused(given, decision)
    terminal.line("  \(VisibleText.line(document))")
  }

  /// Waivers that nothing needed.
  private func showUnused(_ given: [Waiver], _ decision: Decision) {
    for waiver in given where !decision.waivers.contains(waiver) {
      terminal.line(
        "  \(terminal.styled("warning:", .yellow)) the waiver of line \(waiver.line), "
          + "“\(VisibleText.line(waiver.text))”, does not count: nothing speaks against a GO there, "
          + "or it cannot be waived")
    }
  }
}
