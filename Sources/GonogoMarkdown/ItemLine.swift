internal import GonogoCore

/// The first line of a list item, read from its raw bytes: where its text begins, its box, its
/// status emoji.
struct ItemLine {
  /// Its box, or nil.
  var box: Box?
  /// The bytes of a `✅` that opens the text, or nil.
  var emoji: Range<Int>?

  private static let checkMark = Array("✅".utf8)

  /// Reads the line's content, `range`, of `document`.
  init(_ range: Range<Int>, in document: Document) {
    let bytes = document.bytes
    var position = range.lowerBound
    let end = range.upperBound
    while true {
      while position < end, Self.isContainerByte(bytes[position]) { position += 1 }
      guard let after = Self.endOfMarker(at: position, in: bytes, before: end) else { break }
      position = after
    }
    if position + 2 < end, bytes[position] == 0x5B, bytes[position + 2] == 0x5D,
      position + 3 == end || bytes[position + 3] == 0x20 || bytes[position + 3] == 0x09
    {
      let state = bytes[position + 1]
      if state == 0x20 || state == 0x78 || state == 0x58 {
        box = Box(position + 1..<position + 2, isTicked: state != 0x20)
        position += 3
        while position < end, bytes[position] == 0x20 { position += 1 }
      }
    }
    let mark = Self.checkMark
    if position + mark.count <= end, bytes[position..<position + mark.count].elementsEqual(mark) {
      emoji = position..<position + mark.count
    }
  }

  /// Blanks and quote marks, which stand before a list marker.
  private static func isContainerByte(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x3E
  }

  /// The end of the list marker at `position`, a blank after it included; nil when there is none.
  private static func endOfMarker(at position: Int, in bytes: [UInt8], before end: Int) -> Int? {
    var next = position
    guard next < end else { return nil }
    if bytes[next] == 0x2D || bytes[next] == 0x2A || bytes[next] == 0x2B {
      next += 1
    } else {
      while next < end, next - position < 9, bytes[next] >= 0x30, bytes[next] <= 0x39 { next += 1 }
      guard next > position, next < end, bytes[next] == 0x2E || bytes[next] == 0x29 else {
        return nil
      }
      next += 1
    }
    guard next < end, bytes[next] == 0x20 || bytes[next] == 0x09 else { return nil }
    return next + 1
  }
}
