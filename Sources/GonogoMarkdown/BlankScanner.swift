internal import GonogoCore

/// Finds the blanks in a line of prose.
enum BlankScanner {
  /// A blank as found, before anybody knows its section.
  struct Found {
    var range: Range<Int>
    var label: String
    var unit: Unit?
  }

  /// Runs of three or more underscores that stand by themselves: not inside a word, a code span
  /// or a comment.
  static func blanks(in line: Range<Int>, of document: Document) -> [Found] {
    let bytes = document.bytes
    var found: [Found] = []
    var labelStart = line.lowerBound
    var position = line.lowerBound
    while position < line.upperBound {
      if let end = skippedSpan(at: position, in: bytes, before: line.upperBound) {
        position = end
        continue
      }
      guard bytes[position] == 0x5F else {
        position += 1
        continue
      }
      var end = position
      while end < line.upperBound, bytes[end] == 0x5F { end += 1 }
      if end - position >= 3, !endsWithWord(bytes[line.lowerBound..<position]),
        !beginsWithWord(bytes[end..<line.upperBound])
      {
        found.append(
          Found(
            range: position..<end,
            label: label(document.text(labelStart..<position)),
            unit: unit(document.text(end..<line.upperBound))))
        labelStart = end
      }
      position = end
    }
    return found
  }

  /// The end of a code span, an HTML comment or an escaped byte that begins at `position`.
  private static func skippedSpan(at position: Int, in bytes: [UInt8], before end: Int) -> Int? {
    switch bytes[position] {
    case 0x5C:
      // Underscores that begin with an escaped one are meant to be seen.
      var next = min(position + 2, end)
      if bytes[next - 1] == 0x5F { while next < end, bytes[next] == 0x5F { next += 1 } }
      return next
    case 0x60:
      var open = position
      while open < end, bytes[open] == 0x60 { open += 1 }
      let width = open - position
      var run = 0
      for index in open..<end {
        if bytes[index] == 0x60 { run += 1 } else { run = 0 }
        let closes = run == width && (index + 1 == end || bytes[index + 1] != 0x60)
        if closes { return index + 1 }
      }
      return open
    case 0x3C where bytes[position..<end].starts(with: Array("<!--".utf8)):
      var index = position + 4
      while index + 2 < end {
        if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E {
          return index + 3
        }
        index += 1
      }
      return end
    default: return nil
    }
  }

  private static func endsWithWord(_ text: ArraySlice<UInt8>) -> Bool {
    let last = text.suffix(4).drop { $0 & 0xC0 == 0x80 }
    return String(decoding: last, as: UTF8.self).unicodeScalars.last.map(isWord) ?? false
  }

  private static func beginsWithWord(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first.map(isWord) ?? false
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The words before a blank without list marker, box, marks and colon.
  private static func label(_ text: String) -> String {
    var label = Substring(text.filter { $0 != "*" && $0 != "`" && $0 != "_" })
    label = trimmed(label)
    if let first = label.first, "-+>#•".contains(first) { label = trimmed(label.dropFirst()) }
    for box in ["[ ]", "[x]", "[X]"] where label.hasPrefix(box) {
      label = trimmed(label.dropFirst(3))
    }
    while let last = label.last, ":：=?".contains(last) || last.isWhitespace { label.removeLast() }
    return String(label)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// The unit that follows a blank: `%` at once, or the next word when it is a unit.
  private static func unit(_ text: String) -> Unit? {
    let rest = trimmed(Substring(text.filter { $0 != "*" }))
    if rest.hasPrefix("%") { return .percent }
    return Unit.named(rest.prefix { $0.isLetter || $0 == "µ" })
  }
}
