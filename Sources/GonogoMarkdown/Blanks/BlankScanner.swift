internal import GonogoCore

/// Finds the blanks in a piece of prose.
struct BlankScanner {
  let document: Document
  let prose: Range<Int>
  /// The names of the document's link references, which brackets may be.
  let references: ReferenceNames
  var found: [FoundBlank] = []
  var labelStart: Int
  /// True when a message in quotation marks may be in it.
  lazy var hasQuotes = document.bytes[prose].contains(0x22)
  /// Three underscores that open bold italics if three more close them.
  private var opener: Opener?

  private struct Opener {
    /// Its place in `found`, or nil when it is no blank anyway.
    var index: Int?
  }

  private init(_ prose: Range<Int>, of document: Document, _ references: ReferenceNames) {
    self.document = document
    self.prose = prose
    self.references = references
    self.labelStart = prose.lowerBound
  }

  /// The blanks in `prose` that stand by themselves: not inside a word, a code span, a comment, a
  /// tag or a link target, and no emphasis.
  ///
  /// `prose` is one or more whole lines of one paragraph, or a cell of a table.
  static func blanks(
    in prose: Range<Int>, of document: Document, references: ReferenceNames
  ) -> [FoundBlank] {
    var scanner = BlankScanner(prose, of: document, references)
    scanner.scan()
    return scanner.found
  }

  private mutating func scan() {
    let bytes = document.bytes
    var markup = InlineMarkup(prose, of: bytes)
    var position = prose.lowerBound
    while position < prose.upperBound {
      let byte = bytes[position]
      if let end = shape(byte, at: position) {
        position = end
      } else if let end = markup.end(at: position) {
        position = skip(position..<end)
      } else if byte == 0x5F {
        var end = position
        while end < prose.upperBound, bytes[end] == 0x5F { end += 1 }
        position = read(position..<end)
      } else {
        if Self.isLineEnd(byte) { labelStart = position + 1 }
        position += 1
      }
    }
  }

  /// Reads the blank of another shape that begins with `byte`; its end, or nil when there is none.
  private mutating func shape(_ byte: UInt8, at position: Int) -> Int? {
    switch byte {
    case 0x5C: readEscaped(at: position)
    case 0x5B:
      readExampleLink(at: position) ?? readBrackets(at: position) ?? readMessage(at: position)
    case 0x3C: readAngle(at: position) ?? readMessage(at: position)
    case 0x7B: readMustache(at: position)
    case 0x3A, 0x3F: readValue(after: position + 1)
    case 0x54, 0x23: readOpenWord(at: position)
    case 0x76, 0x58: readVersion(at: position)
    case 0x52, 0x43: readReplaceable(at: position)
    case 0x28: readQuestion(at: position)
    case 0xEF where document.bytes[position..<prose.upperBound].starts(with: Self.wideColon):
      readValue(after: position + Self.wideColon.count)
    default: nil
    }
  }

  private static let wideColon = Array("：".utf8)

  /// Goes over `markup`, which may be a blank in a code span or a comment. A label begins with its
  /// line, and not with a comment about the blank before it.
  private mutating func skip(_ markup: Range<Int>) -> Int {
    let bytes = document.bytes
    if let last = bytes[markup].lastIndex(where: Self.isLineEnd) { labelStart = last + 1 }
    if bytes[markup.lowerBound] == 0x60, isCodeBlank(markup), isValue(at: markup.lowerBound) {
      add(markup, .underscores)
      return markup.upperBound
    }
    if bytes[markup.lowerBound] == 0x60,
      readCodeAngle(markup) || readCodeMustache(markup) || readCodeVersion(markup)
        || readCodeValue(markup)
    {
      return markup.upperBound
    }
    guard bytes[markup].starts(with: Array("<!--".utf8)) else { return markup.upperBound }
    if readComment(markup) { return markup.upperBound }
    if labelStart < markup.lowerBound,
      bytes[labelStart..<markup.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      labelStart = markup.upperBound
    }
    return markup.upperBound
  }

  // MARK: Underscores

  private mutating func read(_ run: Range<Int>) -> Int {
    let run = BlankMask.extended(run, before: prose.upperBound, in: document.bytes)
    guard run.count >= 3 else { return run.upperBound }
    let before = document.bytes[prose.lowerBound..<run.lowerBound]
    let after = document.bytes[run.upperBound..<prose.upperBound]
    let isBlank =
      !Self.endsWithWord(before) && (!Self.beginsWithWord(after) || Self.beginsWithUnit(after))
    if run.count == 3 {
      let isAfterText = before.last.map { !Self.isSpace($0) } ?? false
      if isAfterText, let open = opener {
        opener = nil
        if let index = open.index { found.remove(at: index) }
        return run.upperBound
      }
      if !isAfterText, let next = after.first, Self.mayOpenEmphasis(next) {
        opener = Opener(index: isBlank ? found.count : nil)
      }
    }
    guard isBlank else { return run.upperBound }
    let isMask = !document.bytes[run].allSatisfy { $0 == 0x5F }
    add(run, isMask ? .mask : .underscores)
    return run.upperBound
  }

  /// Adds a blank with the label before it, and the unit and hint behind it.
  mutating func add(
    _ range: Range<Int>, _ shape: Blank.Shape, options: [Blank.Option] = [], label: String? = nil
  ) {
    let tail = BlankTail(after: range.upperBound, before: prose.upperBound, in: document)
    var text = BlankLabel.label(in: labelStart..<max(labelStart, range.lowerBound), of: document)
    // "1. [Name]" is named by its brackets, "A: ____" by the question above.
    if !text.contains(where: \.isLetter), text != "/" { text = label ?? labelAbove() }
    if text.utf8.count <= 2 {
      let above = labelAbove()
      if !above.isEmpty { text = above }
    }
    // What stands behind a choice on the same line says more of it.
    if text == "/" || text.isEmpty && isBehind(found.last, range), let last = found.last {
      text = last.label
    }
    var blank = FoundBlank(range: range, label: text, shape: shape)
    blank.unit = tail.unit
    blank.hint = tail.hint
    blank.options = options
    found.append(blank)
    labelStart = tail.end
  }

  /// True when only a dash or a comma stands between `blank`, a choice, and `range`.
  private func isBehind(_ blank: FoundBlank?, _ range: Range<Int>) -> Bool {
    guard let blank, blank.shape == .choice, blank.range.upperBound <= range.lowerBound,
      range.lowerBound - blank.range.upperBound <= 8
    else { return false }
    return document.text(blank.range.upperBound..<range.lowerBound).allSatisfy {
      " -–—,;:.*(".contains($0)
    }
  }

  /// The line above a blank that has nothing on its own line, when that ends as a label does.
  private func labelAbove() -> String {
    let number = document.lines.line(at: labelStart)
    guard number > 1, document.lines.starts[number - 1] > prose.lowerBound else { return "" }
    let above = document.contentRange(ofLine: number - 1)
    guard above.count < 200 else { return "" }
    let text = document.text(above)
    // A line with a blank of its own is no question about this one.
    if text.holds("__") { return "" }
    let end = text.last { $0 != "*" && $0 != "_" && !$0.isWhitespace }
    return end.map { ":：?".contains($0) } == true ? BlankLabel.cleaned(text) : ""
  }

  /// `___"quoted"___` is bold, `___%` and `___)` are blanks.
  private static func mayOpenEmphasis(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte >= 0x80 || #""'([{<`*~$#@&+"#.utf8.contains(byte)
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineEnd(byte)
  }

  static func endsWithWord(_ text: ArraySlice<UInt8>) -> Bool {
    // `v____`: the sign of a version stands before it.
    let end = text.suffix(2)
    if end.last == 0x76, end.count == 1 || end.first == 0x20 { return false }
    let last = text.suffix(4).drop { $0 & 0xC0 == 0x80 }
    return String(decoding: last, as: UTF8.self).unicodeScalars.last.map(isWord) ?? false
  }

  static func beginsWithWord(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first.map(isWord) ?? false
  }

  /// `___h ___m`: a unit of time or data right behind, and then no more of a word.
  static func beginsWithUnit(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix(5).prefix { (0x61...0x7A).contains($0 | 0x20) }
    guard (1...4).contains(word.count),
      units.contains(String(decoding: word, as: UTF8.self))
    else { return false }
    let next = text.dropFirst(word.count).first ?? 0x20
    return isSpace(next) || ",.;:)|/*".utf8.contains(next)
  }

  private static let units: Set<String> = [
    "h", "m", "s", "d", "ms", "min", "sec", "GB", "MB", "KB", "TB", "GiB", "MiB", "rps",
    "Mbps", "Gbps", "Kbps", "kbps", "mbps", "qps", "tps", "QPS", "TPS", "RPS", "rpm", "RPM", "V",
    "mV", "A", "W", "kW", "Hz", "MHz", "GHz", "px", "dB", "PSI", "psi", "req", "hrs", "mins",
    "secs",
  ]

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
