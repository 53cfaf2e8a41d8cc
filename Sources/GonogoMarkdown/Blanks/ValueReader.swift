internal import GonogoCore

/// Reads a whole value, behind a label or in a cell, that stands for one to be written.
enum ValueReader {
  /// What the value in `range` is, or nil when it is a value.
  static func read(
    _ range: Range<Int>, of document: Document, isCell: Bool = false
  ) -> (range: Range<Int>, shape: Blank.Shape, options: [Blank.Option])? {
    var inner = withoutMarks(range, of: document)
    guard !inner.isEmpty, inner.count <= 100 else { return nil }
    if !isCell, let remark = slanted(inner, of: document) { return (remark, .placeholder, []) }
    if document.bytes[inner].first == 0x28, document.bytes[inner].last == 0x29 {
      inner = document.trimmed(inner.lowerBound + 1..<inner.upperBound - 1)
    }
    // What stands in brackets is read with them.
    if let open = codeSpan(inner, of: document, isCell: isCell) {
      return (open.range, open.shape, [])
    }
    if let choice = codedChoice(inner, of: document) { return choice }
    let marks = document.bytes[inner].prefix(3)
    guard !marks.contains(0x5B), !marks.contains(0x3C), !marks.contains(0x60) else { return nil }
    let text = document.text(inner)
    let value = withoutRoom(withoutHint(text))
    let place = inner.lowerBound..<inner.lowerBound + value.utf8.count
    if PlaceholderWords.standsForAValue(value) { return (place, .placeholder, []) }
    if let length = BlankMask.length(in: value, allowsOne: !isCell) {
      return (place.lowerBound..<place.lowerBound + length, .mask, [])
    }
    if BlankMask.isCode(value) { return (place, .mask, []) }
    // Words with boxes are picked by ticking.
    guard BoxReader.boxes(in: place, of: document.bytes).isEmpty else { return nil }
    // "Next: proceed or abort?" asks, and the answer is written elsewhere.
    if let last = text.last, "?？".contains(last) { return nil }
    let words = options(of: value)
    if OutcomeWords.excludeEachOther(words) || isWholeScale(words)
      || words.count > 1 && areSigned(value, words)
    {
      return (place, .choice, words.map { Blank.Option(text: $0) })
    }
    return nil
  }

  /// `_(what happened)_`: a remark in italics and parentheses that is all there is of a value says what
  /// is to be written there; `inner` is what stands between the marks.
  static func slanted(_ inner: Range<Int>, of document: Document) -> Range<Int>? {
    let bytes = document.bytes
    guard let before = inner.first.map({ $0 - 1 }), before >= 0,
      bytes[before] == 0x5F || bytes[before] == 0x2A,
      inner.upperBound < bytes.count, bytes[inner.upperBound] == bytes[before],
      before == 0 || bytes[before - 1] != bytes[before]
    else { return nil }
    let text = document.text(inner)
    for (open, close) in [("(", ")"), ("（", "）")]
    where text.hasPrefix(open) && text.hasSuffix(close) {
      let words = text.dropFirst().dropLast()
      guard
        words.contains(where: { $0 == " " || $0.unicodeScalars.contains { $0.value > 0x2E80 } }),
        !words.contains(where: { "()（）".contains($0) }),
        !words.contains(where: { $0.isNumber && $0.isASCII }) || words.hasWideSigns,
        !remarks.contains(words.lowercased())
      else { return nil }
      return before..<inner.upperBound + 1
    }
    return nil
  }

  /// What such a remark says of a thing, and not of what is to be written.
  private static let remarks = WordList.words("ValueReader.remarks")

  /// `TBD` or `YYYY-MM-DD` in a code span.
  private static func codeSpan(
    _ range: Range<Int>, of document: Document, isCell: Bool
  ) -> (range: Range<Int>, shape: Blank.Shape)? {
    guard (4...24).contains(range.count), document.bytes[range.lowerBound] == 0x60,
      document.bytes[range.upperBound - 1] == 0x60
    else { return nil }
    let text = document.text(range).filter { $0 != "`" }
    if PlaceholderWords.standsForAValue(text) { return (range, .placeholder) }
    // Behind a label it may as well say how days are written.
    let isMask = isCell && text.utf8.count >= 8 && BlankMask.length(in: text) == text.utf8.count
    return isMask ? (range, .mask) : nil
  }

  /// `⏳ Pending / ✅ Passed / ❌ Failed` in a code span.
  private static func codedChoice(
    _ range: Range<Int>, of document: Document
  ) -> (range: Range<Int>, shape: Blank.Shape, options: [Blank.Option])? {
    guard range.count > 4, document.bytes[range.lowerBound] == 0x60,
      document.bytes[range.upperBound - 1] == 0x60
    else { return nil }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    let text = document.text(inner)
    let words = options(of: text)
    guard text.holds(" / "), areSigned(text, words) else { return nil }
    return (inner, .choice, words.map { Blank.Option(text: $0) })
  }

  /// The words in `range` that are each opened by another sign: `⬜ Open | ✅ Passed | ❌ Failed`.
  static func signed(
    _ range: Range<Int>, of document: Document
  ) -> (range: Range<Int>, options: [Blank.Option])? {
    let place = withoutMarks(range, of: document)
    guard place.count <= 120 else { return nil }
    let text = document.text(place)
    let words = options(of: text)
    guard words.count >= 3, areSigned(text, words) else { return nil }
    return (place, words.map { Blank.Option(text: $0) })
  }

  /// Each word with a sign of its own before it, or signs alone: `✅ / ❌`.
  private static func areSigned(_ value: String, _ words: [String]) -> Bool {
    let separator = [" / ", " | ", "/", "|"].first { value.holds($0) } ?? " / "
    let parts = value.split(separator: separator).map { ChecklistBuilder.trimmed($0) }
    let signs = parts.compactMap { part in
      part.first.flatMap {
        $0.unicodeScalars.first?.properties.isEmoji == true && !$0.isASCII ? $0 : nil
      }
    }
    return parts.count >= 2 && parts.count == words.count && signs.count == parts.count
      && Set(signs).count == signs.count && (parts.count >= 3 || parts.allSatisfy { $0.count == 1 })
  }

  /// All steps of a scale, or all places to work in: two of them may be a value ("Low/Medium").
  private static func isWholeScale(_ words: [String]) -> Bool {
    guard words.count >= 3, !words.contains(where: { $0.contains(")") }) else { return false }
    // "P1 Critical / P2 High / P3 Medium"
    let heads = words.map { word in String(word.prefix { !$0.isWhitespace }) }
    return OutcomeWords.areEnvironments(words)
      || (OutcomeWords.areScale(heads) && Set(heads).count == heads.count)
  }

  /// The words between the slashes of `value`; empty when there are none.
  static func options(of value: String) -> [String] {
    for separator in [" / ", " | ", "/", "|", " or ", " oder ", " o ", " ou "]
    where value.holds(separator) {
      let words = value.replacingAll("\\|", with: "|").replacingAll("N/A", with: "N\u{2215}A")
        .replacingAll("n/a", with: "n\u{2215}a").split(separator: separator).map {
          String(ChecklistBuilder.trimmed($0).filter { $0 != "*" && $0 != "`" })
            .replacingAll("\u{2215}", with: "/")
        }
      let isShort = words.allSatisfy { word in
        !word.isEmpty && word.count <= 40 && word.split(separator: " ").count <= 5
      }
      return isShort && words.count >= 2 ? words.map(withoutSign) : []
    }
    return []
  }

  /// "🔴 FAIL" is the word FAIL.
  private static func withoutSign(_ word: String) -> String {
    let rest = word.drop { !$0.isLetter && !$0.isNumber }
    return rest.isEmpty ? word : String(rest)
  }

  /// Without blanks, emphasis and a hard break's backslash around it.
  static func withoutMarks(_ range: Range<Int>, of document: Document) -> Range<Int> {
    let bytes = document.bytes
    var range = document.trimmed(range)
    if range.last.map({ bytes[$0] == 0x5C }) == true {
      range = document.trimmed(range.lowerBound..<range.upperBound - 1)
    }
    // A label's closing marks: `**Label:** value`.
    while let first = range.first, let last = range.last, bytes[first] == 0x2A,
      bytes[last] != 0x2A
    {
      range = document.trimmed(first + 1..<range.upperBound)
    }
    while range.count >= 2, let first = range.first, let last = range.last,
      bytes[first] == bytes[last], bytes[first] == 0x2A || bytes[first] == 0x5F
    {
      range = document.trimmed(first + 1..<last)
    }
    return range
  }

  /// "Yes / No" of "Yes / No - ____", behind which there is room for more.
  private static func withoutRoom(_ text: String) -> String {
    guard text.utf8.last == 0x5F, let run = SearchedText(text).firstRange(of: "___"),
      run.lowerBound > text.startIndex,
      text[run.lowerBound...].allSatisfy({ $0 == "_" })
    else { return text }
    var value = text[..<run.lowerBound]
    while let last = value.last, " -–—:,(".contains(last) { value.removeLast() }
    return value.isEmpty || value.endIndex == run.lowerBound ? text : String(value)
  }

  private static func withoutHint(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return text
    }
    let value = ChecklistBuilder.trimmed(text[..<open])
    return value.isEmpty ? text : String(value)
  }
}
