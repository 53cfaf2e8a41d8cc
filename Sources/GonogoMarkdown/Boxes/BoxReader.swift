internal import GonogoCore

/// Finds checkboxes in raw bytes.
enum BoxReader {
  /// A box and where what it is about may begin or end.
  struct Found {
    let box: Box
    /// From its first byte to behind its last.
    let range: Range<Int>
  }

  /// The signs that are boxes, with what follows their code point at most: U+FE0F.
  private static let signs: [(bytes: [UInt8], style: Box.Style, isTicked: Bool)] = [
    (Array("☐".utf8), .ballot, false), (Array("☑".utf8), .ballot, true),
    (Array("⬜".utf8), .square, false), (Array("□".utf8), .outline, false),
    (Array("◻".utf8), .outline, false), (Array("▢".utf8), .outline, false),
    (Array("⃝".utf8), .circle, false), (Array("◯".utf8), .circle, false),
  ]
  private static let variation: [UInt8] = [0xEF, 0xB8, 0x8F]

  /// The states that people write between brackets besides a blank and `x`.
  private static let otherStates = ["~", "-", "!", "o", "O", "✓", "✔", "✗", "/", ">", "?"].map {
    Array($0.utf8)
  }

  /// The box whose first byte is at `position`, or nil.
  static func box(at position: Int, in bytes: [UInt8], before end: Int) -> Found? {
    guard position < end else { return nil }
    switch bytes[position] {
    case 0x5B: return bracketBox(at: position, in: bytes, before: end)
    case 0xE2: return sign(at: position, in: bytes, before: end)
    default: return nil
    }
  }

  /// Every box in `prose` that stands by itself: in no code span, link or comment.
  static func boxes(in prose: Range<Int>, of bytes: [UInt8]) -> [Found] {
    guard bytes[prose].contains(where: { $0 == 0x5B || $0 == 0xE2 }) else { return [] }
    var markup = InlineMarkup(prose, of: bytes)
    var found: [Found] = []
    var position = prose.lowerBound
    while position < prose.upperBound {
      if let box = box(at: position, in: bytes, before: prose.upperBound),
        standsAlone(box, in: prose, of: bytes)
      {
        found.append(box)
        position = box.range.upperBound
      } else {
        position = markup.end(at: position) ?? position + 1
      }
    }
    return found
  }

  /// True when the state of a box is neither open nor ticked: `[~]`, `[!]`.
  static func isOtherState(_ box: Box, in bytes: [UInt8]) -> Bool {
    box.style == .brackets && !box.isTicked && !bytes[box.range].elementsEqual([0x20])
  }

  private static func bracketBox(
    at position: Int, in bytes: [UInt8], before end: Int
  ) -> Found? {
    let start = position + 1
    guard start + 1 < end else { return nil }
    let first = bytes[start]
    if first == 0x20 || first == 0x78 || first == 0x58, bytes[start + 1] == 0x5D {
      let box = Box(start..<start + 1, isTicked: first != 0x20)
      return Found(box: box, range: position..<start + 2)
    }
    for state in otherStates where bytes[start..<end].starts(with: state) {
      let close = start + state.count
      guard close < end, bytes[close] == 0x5D else { continue }
      return Found(box: Box(start..<close), range: position..<close + 1)
    }
    return nil
  }

  private static func sign(at position: Int, in bytes: [UInt8], before end: Int) -> Found? {
    for (mark, style, isTicked) in signs where bytes[position..<end].starts(with: mark) {
      var close = position + mark.count
      if bytes[close..<end].starts(with: variation) { close += variation.count }
      return Found(
        box: Box(position..<close, style: style, isTicked: isTicked), range: position..<close)
    }
    return nil
  }

  /// Brackets in the middle of a word, an image or a link are no box; nor are other states, which
  /// only a list shows to be states.
  private static func standsAlone(
    _ found: Found, in prose: Range<Int>, of bytes: [UInt8]
  ) -> Bool {
    guard found.box.style == .brackets else { return true }
    if isOtherState(found.box, in: bytes) { return false }
    let before = found.range.lowerBound - 1
    if before >= prose.lowerBound {
      let byte = bytes[before]
      guard byte < 0x80, !byte.isLetterOrDigit, !"!]_`\"'".utf8.contains(byte) else {
        // Ideographs are written without blanks around.
        return byte >= 0x80
      }
    }
    let after = found.range.upperBound
    guard after < prose.upperBound else { return true }
    return !"([:\"'`_".utf8.contains(bytes[after])
  }
}
