internal import GonogoCore

/// Finds the blanks in a piece of prose.
struct BlankScanner {
  /// A blank as found, before anybody knows its section.
  struct Found {
    var range: Range<Int>
    var label: String
    var unit: Unit?
  }

  private let document: Document
  private let prose: Range<Int>
  private var found: [Found] = []
  private var labelStart: Int
  /// Three underscores that open bold italics if three more close them.
  private var opener: Opener?

  private struct Opener {
    /// Its place in `found`, or nil when it is no blank anyway.
    var index: Int?
  }

  private init(_ prose: Range<Int>, of document: Document) {
    self.document = document
    self.prose = prose
    self.labelStart = prose.lowerBound
  }

  /// Runs of three or more underscores in `prose` that stand by themselves: not inside a word, a
  /// code span, a comment, a tag or a link target, and no emphasis.
  ///
  /// `prose` is one or more whole lines of one paragraph.
  static func blanks(in prose: Range<Int>, of document: Document) -> [Found] {
    var scanner = BlankScanner(prose, of: document)
    scanner.scan()
    return scanner.found
  }

  private mutating func scan() {
    let bytes = document.bytes
    var markup = InlineMarkup(prose, of: bytes)
    var position = prose.lowerBound
    while position < prose.upperBound {
      if let end = markup.end(at: position) {
        skip(position..<end)
        position = end
      } else if bytes[position] == 0x5F {
        var end = position
        while end < prose.upperBound, bytes[end] == 0x5F { end += 1 }
        read(position..<end)
        position = end
      } else {
        if Self.isLineEnd(bytes[position]) { labelStart = position + 1 }
        position += 1
      }
    }
  }

  /// A label begins with its line, and not with a comment about the blank before it.
  private mutating func skip(_ markup: Range<Int>) {
    let bytes = document.bytes
    if let last = bytes[markup].lastIndex(where: Self.isLineEnd) { labelStart = last + 1 }
    let isComment = bytes[markup].starts(with: Array("<!--".utf8))
    if isComment, labelStart < markup.lowerBound,
      bytes[labelStart..<markup.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      labelStart = markup.upperBound
    }
  }

  private mutating func read(_ run: Range<Int>) {
    guard run.count >= 3 else { return }
    let before = document.bytes[prose.lowerBound..<run.lowerBound]
    let after = document.bytes[run.upperBound..<prose.upperBound]
    let isBlank = !Self.endsWithWord(before) && !Self.beginsWithWord(after)
    if run.count == 3 {
      let isAfterText = before.last.map { !Self.isSpace($0) } ?? false
      if isAfterText, let open = opener {
        opener = nil
        if let index = open.index { found.remove(at: index) }
        return
      }
      if !isAfterText, let next = after.first, Self.mayOpenEmphasis(next) {
        opener = Opener(index: isBlank ? found.count : nil)
      }
    }
    guard isBlank else { return }
    found.append(
      Found(
        range: run, label: Self.label(document.text(labelStart..<run.lowerBound)),
        unit: Self.unit(document.text(run.upperBound..<endOfUnit(from: run.upperBound)))))
    labelStart = run.upperBound
  }

  /// Where the search for a unit ends: at the next blank or line, and soon.
  private func endOfUnit(from start: Int) -> Int {
    let limit = min(start + 40, prose.upperBound)
    let stop = document.bytes[start..<limit].firstIndex { $0 == 0x5F || Self.isLineEnd($0) }
    return stop ?? limit
  }

  /// `___"quoted"___` is bold, `___%` and `___)` are blanks.
  private static func mayOpenEmphasis(_ byte: UInt8) -> Bool {
    let isLetterOrDigit = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    return isLetterOrDigit || byte >= 0x80 || #""'([{<`*~$#@&+"#.utf8.contains(byte)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineEnd(byte)
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
