internal import GonogoCore

/// Findings as people read them: place, line, caret, cure; the counts at the end.
struct LintText {
  let terminal: Terminal
  let report: LintReport
  /// True when notes are shown, not only counted.
  let showsNotes: Bool

  func show() {
    let shown = report.findings.filter { showsNotes || $0.severity != .note }
    let printer = DiagnosticPrinter(
      terminal, documents: report.sources, mask: SecretMask(report.secrets))
    for diagnostic in shown {
      printer.print(diagnostic)
      terminal.line()
    }
    if let reason = report.shellcheckAbsence {
      terminal.line("shellcheck's findings are missing: \(VisibleText.line(reason))")
    }
    let files = report.files.count == 1 ? "1 file" : "\(report.files.count) files"
    let hint = shown.count < report.findings.count ? " (--notes shows the notes)" : ""
    terminal.line(terminal.styled("\(files): \(report.counts)", .bold) + hint)
  }
}
