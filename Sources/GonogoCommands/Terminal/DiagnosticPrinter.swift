internal import GonogoCore

/// Diagnostics as people read them: place, message, the line with a caret, the cure.
struct DiagnosticPrinter {
  private let terminal: Terminal
  private let sources: [String: Document]

  /// A printer that can show lines of `documents`.
  init(_ terminal: Terminal, documents: [Document]) {
    self.terminal = terminal
    sources = Dictionary(documents.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Prints all, errors first within each file, in the order of their places.
  func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics.sorted(by: isBefore) { print(diagnostic) }
  }

  private func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let start = SourceLocation(line: 0)
    return (left.file, left.location ?? start, left.code)
      < (right.file, right.location ?? start, right.code)
  }

  private func print(_ diagnostic: Diagnostic) {
    let place = diagnostic.location.map { ":\($0.line):\($0.column)" } ?? ""
    let style: Terminal.Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    let severity = terminal.styled(diagnostic.severity.rawValue, style)
    terminal.line(
      "\(diagnostic.file)\(place): \(severity): \(diagnostic.message) [\(diagnostic.code)]")
    if let location = diagnostic.location, let document = sources[diagnostic.file] {
      let text = VisibleText.line(document.text(document.contentRange(ofLine: location.line)))
      let number = String(location.line)
      let margin = String(repeating: " ", count: number.count)
      terminal.line("  \(number) | \(text.prefix(200))")
      if location.column <= 200 {
        let before = document.text(document.contentRange(ofLine: location.line))
          .prefix(location.column - 1)
        let indent = String(repeating: " ", count: VisibleText.line(String(before)).count)
        terminal.line("  \(margin) | \(indent)\(terminal.styled("^", style))")
      }
    }
    if let cure = diagnostic.cure { terminal.line("  cure: \(cure)") }
  }
}
