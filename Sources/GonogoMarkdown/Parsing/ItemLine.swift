internal import GonogoCore

/// The first line of a list item, read from its raw bytes: where its text begins, its box, its
/// status emoji.
struct ItemLine {
  /// Its box, or nil.
  var box: Box?
  /// The bytes of a `✅` that opens the text, or nil.
  var emoji: Range<Int>?
  /// How many characters of the item's plain text the box is.
  private(set) var boxLength = 0

  /// Where the text behind the box begins, and where the line ends.
  private let rest: Range<Int>

  private static let checkMark = Array("✅".utf8)

  /// Reads the line's content, `range`, of `document`.
  init(_ range: Range<Int>, in document: Document) {
    let bytes = document.bytes
    let content = LineStart.content(of: range, in: document, opensItem: true)
    var position = content.lowerBound
    let end = content.upperBound
    // "**⬜ Do this**": a sign may stand inside of the mark.
    var start = position
    if bytes[position..<end].starts(with: Array("**".utf8)),
      position + 2 < end, bytes[position + 2] == 0xE2
    {
      start += 2
    }
    if let found = BoxReader.box(at: start, in: bytes, before: end),
      Self.isBox(found, in: bytes, before: end)
    {
      box = found.box
      boxLength = document.text(found.range).count
      position = found.range.upperBound
      while position < end, bytes[position] == 0x20 { position += 1 }
    }
    rest = position..<end
    let mark = Self.checkMark
    if position + mark.count <= end, bytes[position..<position + mark.count].elementsEqual(mark) {
      emoji = position..<position + mark.count
    }
  }

  /// The item's text without its box.
  func withoutBox(_ text: String) -> String {
    box == nil ? text : String(ChecklistBuilder.trimmed(text.dropFirst(boxLength)))
  }

  /// The bold words that the text opens with, signs before them left out; nil when there are none.
  func bold(in document: Document) -> String? {
    let bytes = document.bytes
    let mark = Array("**".utf8)
    guard let open = bytes[rest].firstIndex(where: { $0 < 0x80 && $0 != 0x20 }),
      bytes[open..<rest.upperBound].starts(with: mark)
    else { return nil }
    let start = open + 2
    var end = start
    while end + 1 < rest.upperBound {
      if bytes[end] == 0x2A, bytes[end + 1] == 0x2A {
        return PlainPiece.text(start..<end, of: document)
      }
      end += 1
    }
    return nil
  }

  /// Brackets need a blank after them; a sign that is explained ("☐ = open") is a legend.
  private static func isBox(_ found: BoxReader.Found, in bytes: [UInt8], before end: Int) -> Bool {
    var next = found.range.upperBound
    guard next < end else { return true }
    if found.box.style == .brackets { return bytes[next] == 0x20 || bytes[next] == 0x09 }
    while next < end, bytes[next] == 0x20 { next += 1 }
    let rest = bytes[next..<end]
    return rest.first != 0x3D && rest.first != 0x3A && !rest.starts(with: Array("→".utf8))
  }
}
