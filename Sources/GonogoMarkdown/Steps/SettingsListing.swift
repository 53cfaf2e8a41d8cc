internal import GonogoCore

/// Tells lines of an `.env` file from commands: `NAME=value` line by line sets variables that no
/// command sees, so where no block uses them they are there to be read or copied.
enum SettingsListing {
  /// The names that the lines of `script` set; empty when some line does something else.
  static func names(in script: String) -> [Substring] {
    guard script.utf8.contains(0x3D) else { return [] }
    var names: [Substring] = []
    for line in script.split(separator: "\n") {
      let text = ChecklistBuilder.trimmed(line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard let name = name(setBy: text) else { return [] }
      names.append(name)
    }
    return names.count >= 2 ? names : []
  }

  /// The name that a script sets and does nothing else, in capitals as settings are: `MIN_CONFIDENCE=0.5`.
  static func lone(in script: String) -> Substring? {
    guard script.utf8.contains(0x3D), script.utf8.count <= 2_000 else { return nil }
    var found: Substring?
    for line in script.lines {
      let text = ChecklistBuilder.trimmed(line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      guard found == nil, let name = name(setBy: text), isInCapitals(name.utf8) else { return nil }
      found = name
    }
    return found
  }

  /// The words in capitals with a `_` that code blocks hold elsewhere than before a `=`: `export APP_ENV`.
  static func mentions(in blocks: [MarkdownBlock]) -> Set<Substring> {
    var found: Set<Substring> = []
    for block in blocks {
      guard case .code = block.kind, block.text.utf8.contains(0x5F) else { continue }
      for word in block.text.utf8.split(whereSeparator: { !isName($0) }) {
        guard word.contains(0x5F),
          word.endIndex == block.text.utf8.endIndex
            || block.text.utf8[word.endIndex] != 0x3D
        else { continue }
        found.insert(Substring(word))
      }
    }
    return found
  }

  /// The variables that code blocks use: `$NAME`, `${NAME}`.
  static func uses(in blocks: [MarkdownBlock]) -> Set<Substring> {
    var found: Set<Substring> = []
    for block in blocks {
      guard case .code = block.kind else { continue }
      let bytes = block.text.utf8
      var rest = block.text[...]
      while let dollar = rest.utf8.firstIndex(of: 0x24) {
        var start = bytes.index(after: dollar)
        if start < bytes.endIndex, bytes[start] == 0x7B { start = bytes.index(after: start) }
        let name = block.text[start...].utf8.prefix(while: isName)
        if !name.isEmpty { found.insert(Substring(name)) }
        rest = block.text[start...]
      }
    }
    return found
  }

  /// The name of `NAME=value`, where the value runs nothing and no command follows it.
  private static func name(setBy line: Substring) -> Substring? {
    let name = line.utf8.prefix(while: isName)
    guard let first = name.first, !(0x30...0x39).contains(first) else { return nil }
    let rest = line[name.endIndex...]
    // `DATABASE_URL   # where the data is`, among others that have a value.
    if isBare(name, rest) { return Substring(name) }
    guard rest.utf8.first == 0x3D else { return nil }
    let value = rest.dropFirst()
    guard !value.utf8.contains(0x60), !value.holds("$(") else { return nil }
    let plain = ChecklistBuilder.trimmed(withoutComment(value))
    guard plain.utf8.contains(0x20) else { return Substring(name) }
    let ends: [UInt8: UInt8] = [0x22: 0x22, 0x27: 0x27, 0x3C: 0x3E, 0x5B: 0x5D]
    guard let open = plain.utf8.first, let close = ends[open], plain.utf8.last == close else {
      return nil
    }
    return Substring(name)
  }

  /// True for a name in capitals alone, or before a comment.
  private static func isBare(_ name: Substring.UTF8View, _ rest: Substring) -> Bool {
    let end = rest.utf8.first { $0 != 0x20 && $0 != 0x09 }
    return (end == nil || end == 0x23) && isInCapitals(name)
  }

  /// True for several words in capitals, as settings are called.
  private static func isInCapitals(_ name: Substring.UTF8View) -> Bool {
    name.contains(0x5F)
      && name.allSatisfy { $0 == 0x5F || 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
  }

  private static func withoutComment(_ value: Substring) -> Substring {
    guard let mark = SearchedText(value).firstRange(of: " #") else { return value }
    return value[..<mark.lowerBound]
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
