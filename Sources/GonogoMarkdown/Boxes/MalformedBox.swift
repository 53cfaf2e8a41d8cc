internal import GonogoCore

/// Boxes that are none to Markdown: `- []`, `- [ x ]`, `- [ ]text`, `-[ ] text`, `( ) text`, `❏ text`.
///
/// Their authors mean them as boxes, so what stands behind is asked; nothing ticks them.
enum MalformedBox {
  /// What stands behind such a box at the start of `text`, or nil.
  ///
  /// A list marker glued to the box makes one of any box, and so do marks around it that only show in the
  /// raw line (`isHidden`): `**[ ] text**`, `\[ \] text`, `&#9744; text`.
  static func text(behind text: some StringProtocol, isHidden: Bool = false) -> Substring? {
    let plain = Substring(text)
    guard let first = plain.utf8.first, mayOpen(first) else { return nil }
    let inner = afterMarker(plain)
    if let sign = inner.unicodeScalars.first,
      signs.contains(sign) || isHidden && ballots.contains(sign)
    {
      let words = ChecklistBuilder.trimmed(inner.dropFirst())
      if let next = words.first, ":：=→".contains(next) { return nil }
      return words.contains(where: \.isLetter) ? words : nil
    }
    guard let (inside, rest) = brackets(inner), isBlankOrTick(inside) else { return nil }
    // `[](target)`, `[x]: target` and `[ ][reference]` are links; "[] = open" is a legend.
    if let next = rest.first, "([".contains(next) { return nil }
    let words = ChecklistBuilder.trimmed(rest)
    if let next = words.first, ":：=→".contains(next) { return nil }
    let isGlued = inner.startIndex != plain.startIndex
    let isBox =
      (inside == " " || inside == "x" || inside == "X")
      && (rest.first.map { $0 == " " || $0 == "\t" } ?? true) && inner.utf8.first == 0x5B
    guard isGlued || isHidden || !isBox else { return nil }
    return words.contains(where: \.isLetter) ? words : nil
  }

  /// True for the text of a cell that is such a box and nothing else.
  static func isWhole(_ text: String) -> Bool {
    guard text.utf8.count <= 12, let first = text.unicodeScalars.first else { return false }
    if signs.contains(first), text.count == 1 { return true }
    guard let (inside, rest) = brackets(text[...]) else { return false }
    return rest.isEmpty && isBlankOrTick(inside)
  }

  /// False for most lines, by their first bytes.
  static func mayOpen(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, mayOpen(first) else { return false }
    return first >= 0x80 || first == 0x28 || first == 0x26 || first == 0x5C
      || line.prefix(5).contains { $0 == 0x5B || $0 >= 0xE2 }
  }

  /// A bracket, a mark before one, a list marker, or the first byte of a wide bracket or a sign.
  private static func mayOpen(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x26 || byte == 0x5C || byte == 0x5F || byte == 0xF0 || byte == 0xE2
      || byte == 0x5B || byte == 0x2D || byte == 0x2A || byte == 0x2B || byte == 0xEF
      || byte == 0xE3
      || (0x30...0x39).contains(byte)
  }

  private static func afterMarker(_ text: Substring) -> Substring {
    guard let first = text.first else { return text }
    if "-*+".contains(first) { return text.dropFirst() }
    let number = text.prefix { $0.isASCII && $0.isNumber }
    guard !number.isEmpty, number.utf8.count <= 3 else { return text }
    let rest = text.dropFirst(number.count)
    return rest.first.map { ".)".contains($0) } == true ? rest.dropFirst() : text
  }

  private static let pairs: [(open: Character, close: Character)] = [
    ("[", "]"), ("［", "］"), ("【", "】"), ("(", ")"), ("（", "）"),
  ]
  /// Signs that people draw boxes with, and that nothing here ticks.
  private static let signs: Set<Unicode.Scalar> = ["❏", "❑", "❒", "🔲", "🔳", "◽"]
  private static let ballots: Set<Unicode.Scalar> = ["☐", "☑", "□", "⬜", "◻", "▢"]

  private static func brackets(_ text: Substring) -> (inside: Substring, rest: Substring)? {
    for (open, close) in pairs where text.first == open {
      let inner = text.dropFirst()
      guard let end = inner.prefix(6).firstIndex(of: close) else { return nil }
      return (inner[..<end], inner[inner.index(after: end)...])
    }
    return nil
  }

  private static func isBlankOrTick(_ inside: Substring) -> Bool {
    let marks = inside.filter { !$0.isWhitespace && $0 != "_" && $0 != "." && $0 != "\u{3000}" }
    return marks.isEmpty || marks.count == 1 && "xX✓✔✅☑".contains(marks)
  }
}
