internal import GonogoCore

/// Diagnostics as people read them: place, message, the line with a caret, the cure.
struct DiagnosticPrinter {
  private let terminal: Terminal
  private let sources: [String: Document]
  private let mask: SecretMask

  /// A printer that can show lines of `documents`, without what `mask` hides.
  init(_ terminal: Terminal, documents: [Document], mask: SecretMask = SecretMask([])) {
    self.terminal = terminal
    self.mask = mask
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

  /// Prints one.
  func print(_ diagnostic: Diagnostic) {
    let place = diagnostic.location.map { ":\($0.line):\($0.column)" } ?? ""
    let style: Terminal.Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    let severity = terminal.styled(diagnostic.severity.rawValue, style)
    terminal.line(
      VisibleText.line(
        "\(diagnostic.file)\(place): ") + "\(severity): "
        + VisibleText.line("\(diagnostic.message) [\(diagnostic.code)]"))
    if let location = diagnostic.location, let document = sources[diagnostic.file] {
      let line = document.text(document.contentRange(ofLine: location.line))
      let text = VisibleText.line(mask.hidden(line))
      let number = String(location.line)
      let margin = String(repeating: " ", count: number.count)
      terminal.line("  \(number) | \(text.prefix(200))")
      if location.column <= 200 {
        let before = VisibleText.line(mask.hidden(String(line.prefix(location.column - 1))))
        let indent = String(repeating: " ", count: VisibleText.width(before))
        terminal.line("  \(margin) | \(indent)\(terminal.styled("^", style))")
      }
    }
    if let cure = diagnostic.cure { terminal.line("  cure: \(VisibleText.line(cure))") }
  }
}
