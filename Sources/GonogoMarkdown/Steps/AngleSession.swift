internal import GonogoCore

/// A block whose first line is typed behind `> `: the prompt of a shell, of a database or of another
/// program, which only what is typed can tell.
enum AngleSession {
  /// True when the first line that is no comment has such a prompt. `> app.log` empties a file.
  static func opens(_ text: String) -> Bool {
    guard let line = firstLine(of: text), line.hasPrefix("> ") else { return false }
    let typed = ChecklistBuilder.trimmed(line.dropFirst(2))
    guard let first = typed.first, first.isLetter || first == "_" else { return false }
    if typed.utf8.contains(0x20) { return true }
    return typed.allSatisfy(\.isLetter) && text.split(separator: "\n").count > 1
  }

  /// True when what is typed has the form of a shell's command: options, variables.
  static func isShell(_ text: String) -> Bool {
    text.split(separator: "\n").contains { line in
      guard line.drop(while: { $0 == " " }).hasPrefix("> ") else { return false }
      return line.holds(" --") || line.holds(" -") && !line.holds(" - ") || line.holds("$")
        || line.hasSuffix("\\")
    }
  }

  private static func firstLine(of text: String) -> Substring? {
    for line in text.split(separator: "\n") {
      let content = line.drop { $0.isWhitespace }
      if !content.isEmpty, !content.hasPrefix("#") { return content }
    }
    return nil
  }
}
