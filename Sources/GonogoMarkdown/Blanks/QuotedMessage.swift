internal import GonogoCore

/// A message in quotation marks on one line, to be sent with places filled in: "Moving [Service Name] to
/// [Region] now".
///
/// One bracket may be anything. Two or more in a sentence make it a template.
struct QuotedMessage {
  private static let reach = 300

  private let document: Document
  private let text: Range<Int>

  /// The message around `position` in `prose`, or nil when that stands in no quotation marks.
  init?(around position: Int, in prose: Range<Int>, of document: Document) {
    let bytes = document.bytes
    var start = position
    var quotes: [Int] = []
    while start > prose.lowerBound, position - start <= Self.reach,
      !BlankScanner.isLineEnd(bytes[start - 1])
    {
      start -= 1
      if bytes[start] == 0x22 { quotes.append(start) }
    }
    // An even number of them before it is closed again.
    guard quotes.count % 2 == 1, let open = quotes.first, position - start <= Self.reach else {
      return nil
    }
    let limit = min(prose.upperBound, position + Self.reach)
    guard
      let close = bytes[position..<limit].firstIndex(where: {
        $0 == 0x22 || BlankScanner.isLineEnd($0)
      }), bytes[close] == 0x22
    else { return nil }
    self.document = document
    text = open + 1..<close
  }

  /// Its places, each with its name; none unless it is a sentence with several.
  func places() -> [(range: Range<Int>, name: String)] {
    let bytes = document.bytes[text]
    guard !bytes.contains(where: { "={}$\\|`".utf8.contains($0) }) else { return [] }
    var found: [(range: Range<Int>, name: String)] = []
    var words = 0
    var position = text.lowerBound
    var wordStart = position
    while position < text.upperBound {
      let byte = bytes[position]
      if byte == 0x5B || byte == 0x3C, let place = place(at: position) {
        found.append(place)
        position = place.range.upperBound
        wordStart = position
      } else if byte == 0x20 {
        if isWord(wordStart..<position) { words += 1 }
        position += 1
        wordStart = position
      } else {
        position += 1
      }
    }
    if isWord(wordStart..<text.upperBound) { words += 1 }
    return found.count >= 2 && words >= 3 ? found : []
  }

  private func place(at position: Int) -> (range: Range<Int>, name: String)? {
    let bytes = document.bytes
    let isBracket = bytes[position] == 0x5B
    let end: UInt8 = isBracket ? 0x5D : 0x3E
    guard isFree(before: position),
      let close = bytes[position + 1..<min(text.upperBound, position + 60)].firstIndex(of: end)
    else { return nil }
    let next = close + 1 < text.upperBound ? bytes[close + 1] : 0x20
    guard " .,;:!?)*_".utf8.contains(next) else { return nil }
    let name = document.text(position + 1..<close)
    guard isBracket ? BracketValue.isTitle(name) : AngleValue.isTemplate(name) else { return nil }
    return (position..<close + 1, name)
  }

  /// A blank stands before it, a mark, or the sign of a version.
  private func isFree(before position: Int) -> Bool {
    guard position > text.lowerBound else { return true }
    let bytes = document.bytes
    let before = bytes[position - 1]
    if before == 0x76 || before == 0x23 || before == 0x40 {
      return position - 1 == text.lowerBound || " (".utf8.contains(bytes[position - 2])
    }
    return " (*_".utf8.contains(before)
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    let word = document.text(range)
    return word.utf8.count >= 2
      && word.allSatisfy { $0.isLetter || ".,:;!?*'’".contains($0) }
  }
}
