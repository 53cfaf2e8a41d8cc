internal import GonogoCore

/// Where the text of a line begins, behind the marks of the containers around it.
enum LineStart {
  /// `line` without blanks and quote marks before it and, where it opens an item, without list
  /// markers.
  static func content(of line: Range<Int>, in document: Document, opensItem: Bool) -> Range<Int> {
    let bytes = document.bytes
    var position = line.lowerBound
    while true {
      while position < line.upperBound, isContainerByte(bytes[position]) { position += 1 }
      guard opensItem, let after = endOfMarker(at: position, in: bytes, before: line.upperBound)
      else { return position..<line.upperBound }
      position = after
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

extension Document {
  /// `range` without the blanks and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
