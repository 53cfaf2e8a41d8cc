internal import GonogoCore

/// What a comment shows of an answer, letter by letter: a word in capitals, a path, a text in quotes.
enum RemarkAnswer {
  /// The one word in capitals that a program answers with: "Expected: PONG".
  static func word(_ text: String) -> String? {
    (3...24).contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 == 0x5F || (0x41...0x5A).contains($0) }
      && !ProseWords.standard.isPhrase(text, .state) && !ProseWords.standard.isPhrase(text, .none)
      ? text : nil
  }

  /// The path that a program answers with: "Expected: /usr/bin/jq".
  static func path(_ text: String) -> String? {
    guard text.utf8.first == 0x2F, (5...120).contains(text.utf8.count),
      text.utf8.dropFirst().contains(0x2F), text.contains(where: \.isLetter),
      text.utf8.allSatisfy({ byte in
        byte == 0x2F || byte == 0x2E || byte == 0x2D || byte == 0x5F
          || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
      }), !text.holds("path/to"), !text.holds("...")
    else { return nil }
    return text
  }

  /// The text of `api: "Server started"`: what the log of a named program must hold.
  static func quoted(in text: String) -> String? {
    guard let open = text.firstIndex(where: { $0 == "\"" || $0 == "“" || $0 == "„" }),
      let last = text.last, "\"”“".contains(last), text.index(after: open) < text.endIndex
    else { return nil }
    let before = ChecklistBuilder.trimmed(text[..<open])
    let inner = text[text.index(after: open)...].dropLast()
    guard before.isEmpty || before.last == ":" && before.utf8.count <= 40,
      inner.utf8.count >= 4, !inner.contains(where: { "\"“”„".contains($0) })
    else { return nil }
    var plain = inner
    while let end = plain.last, end == "." || end == "…" { plain = plain.dropLast() }
    return plain.contains(where: \.isLetter) ? String(plain) : nil
  }

  /// The name that opens an entry, before what parentheses say of it.
  static func name(in text: String) -> String? {
    let name = text.prefix { $0 != " " && $0 != "(" && $0 != "（" }
    let rest = text[name.endIndex...].drop { $0 == " " }
    guard rest.isEmpty || rest.first == "(" || rest.first == "（", name.utf8.count >= 4,
      name.utf8.contains(where: { $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x2F })
    else { return nil }
    return String(name)
  }
}
