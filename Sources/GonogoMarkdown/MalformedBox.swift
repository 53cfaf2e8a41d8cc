internal import GonogoCore

/// Boxes that are none to Markdown: `- []`, `- [ x ]`, `- [ ]text`, `-[ ] text`.
///
/// Their authors mean them as boxes, so what stands behind is asked; nothing ticks them.
enum MalformedBox {
  /// What stands behind such a box at the start of `text`, or nil.
  ///
  /// A list marker glued to the box makes one of any box.
  static func text(behind text: some StringProtocol) -> Substring? {
    let plain = Substring(text)
    guard let first = plain.utf8.first, mayOpen(first) else { return nil }
    let inner = afterMarker(plain)
    guard let (inside, rest) = brackets(inner), isBlankOrTick(inside) else { return nil }
    // `[](target)`, `[x]: target` and `[ ][reference]` are links; "[] = open" is a legend.
    if let next = rest.first, "([".contains(next) { return nil }
    let words = ChecklistBuilder.trimmed(rest)
    if let next = words.first, ":：=→".contains(next) { return nil }
    let isGlued = inner.startIndex != plain.startIndex
    let isBox =
      (inside == " " || inside == "x" || inside == "X")
      && (rest.first.map { $0 == " " || $0 == "\t" } ?? true) && inner.utf8.first == 0x5B
    guard isGlued || !isBox else { return nil }
    return words.contains(where: \.isLetter) ? words : nil
  }

  /// False for most lines, by their first bytes.
  static func mayOpen(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, mayOpen(first) else { return false }
    return first >= 0x80 || line.prefix(5).contains { $0 == 0x5B || $0 >= 0xE3 }
  }

  /// A bracket, a list marker, or the first byte of a wide bracket.
  private static func mayOpen(_ byte: UInt8) -> Bool {
    byte == 0x5B || byte == 0x2D || byte == 0x2A || byte == 0x2B || byte == 0xEF || byte == 0xE3
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
    ("[", "]"), ("［", "］"), ("【", "】"),
  ]

  private static func brackets(_ text: Substring) -> (inside: Substring, rest: Substring)? {
    for (open, close) in pairs where text.first == open {
      let inner = text.dropFirst()
      guard let end = inner.prefix(6).firstIndex(of: close) else { return nil }
      return (inner[..<end], inner[inner.index(after: end)...])
    }
    return nil
  }

  private static func isBlankOrTick(_ inside: Substring) -> Bool {
    let marks = inside.filter { !$0.isWhitespace && $0 != "_" && $0 != "\u{3000}" }
    return marks.isEmpty || marks.count == 1 && "xX✓✔✅☑".contains(marks)
  }
}
