/// The text of a fence, made ready to run without moving any line.
enum StepScript {
  /// For console blocks: commands without their prompt, every other line emptied, so that line
  /// numbers stay the document's.
  static func withoutPrompts(_ text: String) -> String {
    var continues = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      var command: Substring?
      for prompt in ["$ ", "% ", "# "] where line.hasPrefix(prompt) { command = line.dropFirst(2) }
      if command == nil, continues { command = line.hasPrefix("> ") ? line.dropFirst(2) : line }
      continues = command?.hasSuffix("\\") ?? false
      return command ?? ""
    }.joined(separator: "\n")
  }

  /// True when the block is written as a session: its first line that says anything is a prompt.
  static func hasPrompts(_ text: String) -> Bool {
    let first = text.split(separator: "\n").first { line in
      line.contains { !$0.isWhitespace }
    }
    return first?.hasPrefix("$ ") ?? false
  }

  /// Why the block must not be run as it stands, or nil: it is a form, a transcript, or still
  /// holds a placeholder.
  static func obstacle(in text: String) -> String? {
    for line in text.split(separator: "\n") {
      let content = line.drop { $0 == " " || $0 == "\t" }
      if content.hasPrefix("- [ ]") || content.hasPrefix("[ ]") || content.hasPrefix("☐") {
        return "it holds checkboxes, so it is a form and no script"
      }
      if content.hasPrefix("Output:") { return "it holds sample output, so it is no script" }
    }
    if let placeholder = placeholder(in: text) {
      return "it still holds the placeholder \(placeholder)"
    }
    return nil
  }

  /// `<cluster>`, `<your-name>`: an angle pair around one word that is no redirection.
  private static func placeholder(in text: String) -> String? {
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      let inside = rest[rest.index(after: open)...].prefix {
        $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
      }
      let before = open > text.startIndex ? text[text.index(before: open)] : " "
      if let first = inside.first, first.isLetter, before != "<",
        inside.endIndex < rest.endIndex, rest[inside.endIndex] == ">"
      {
        return "<\(inside)>"
      }
      rest = rest[rest.index(after: open)...]
    }
    return nil
  }
}
