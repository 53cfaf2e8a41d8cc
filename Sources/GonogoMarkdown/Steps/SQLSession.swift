internal import GonogoCore

/// A block of SQL written as a session at a database's prompt: `app=# SELECT 1;` and what it gave.
struct SQLSession {
  /// The statements without their prompts, every other line emptied, so that line numbers stay the
  /// document's.
  let script: String

  /// Reads `text`; nil when it does not begin with a prompt. Some put a `#` before the prompt, which
  /// makes it a comment where a shell is tagged.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }),
      Self.typed(first) != nil
    else { return nil }
    var script: [Substring] = []
    var isOpen = false
    for line in lines {
      let typed = Self.typed(line) ?? (isOpen ? Self.continued(line) : nil)
      script.append(typed ?? "")
      guard let typed else { continue }
      // What a prompt without anything behind it takes stands on the lines below.
      isOpen = !Self.ends(typed)
    }
    self.script = script.joined(separator: "\n")
  }

  /// What is typed behind a prompt, or nil.
  private static func typed(_ line: Substring) -> Substring? {
    var line = line.drop { $0 == " " || $0 == "\t" }
    if line.first == "#" { line = line.dropFirst().drop { $0 == " " } }
    for prompt in ["mysql>", "sqlite>"] where line.hasPrefix(prompt) {
      return behind(line.dropFirst(prompt.count))
    }
    if line.hasPrefix("MariaDB ["), let end = SearchedText(line.prefix(60)).firstRange(of: "]>") {
      return behind(line[end.upperBound...])
    }
    let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let rest = line[name.endIndex...]
    guard !name.isEmpty, rest.hasPrefix("=#") || rest.hasPrefix("=>") else { return nil }
    return behind(rest.dropFirst(2))
  }

  private static func behind(_ text: Substring) -> Substring? {
    guard let first = text.first else { return text }
    return first == " " ? text.dropFirst() : nil
  }

  /// A further line of a statement, with `app-#`, `->` or nothing before it.
  private static func continued(_ line: Substring) -> Substring {
    let plain = line.drop { $0 == " " || $0 == "\t" }
    for prompt in ["-> ", "...> "] where plain.hasPrefix(prompt) {
      return plain.dropFirst(prompt.count)
    }
    let name = plain.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = plain[name.endIndex...]
    return !name.isEmpty
      && (rest.hasPrefix("-# ") || rest.hasPrefix("-> ") || rest.hasPrefix("(# "))
      ? rest.dropFirst(3) : line
  }

  /// True when a statement ends on this line: a semicolon, or a command of the program itself.
  private static func ends(_ typed: Substring) -> Bool {
    let plain = ChecklistBuilder.trimmed(typed)
    return plain.hasSuffix(";") || plain.hasPrefix("\\") || plain.hasPrefix(".")
      || plain.hasSuffix("\\g") || plain.hasSuffix("\\G")
  }
}
