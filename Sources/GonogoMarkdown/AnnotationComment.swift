internal import GonogoCore

/// A comment of the form `<!-- gonogo: DIRECTIVE -->` on one line.
struct AnnotationComment {
  /// The bytes of the directive, blanks around it left out.
  let directive: Range<Int>
  /// True when nothing else stands on the line.
  let isAlone: Bool

  private static let opening = Array("<!--".utf8)
  private static let marker = Array("gonogo:".utf8)
  private static let closing = Array("-->".utf8)

  /// Finds the comment in `line`; nil when there is none.
  init?(in line: Range<Int>, of document: Document) {
    let bytes = document.bytes
    var position = line.lowerBound
    while position < line.upperBound {
      guard bytes[position] == 0x3C, bytes[position..<line.upperBound].starts(with: Self.opening)
      else {
        position += 1
        continue
      }
      var start = position + Self.opening.count
      while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
      guard bytes[start..<line.upperBound].starts(with: Self.marker) else {
        position = start
        continue
      }
      start += Self.marker.count
      while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
      var end = start
      while end < line.upperBound, !bytes[end..<line.upperBound].starts(with: Self.closing) {
        end += 1
      }
      let after = min(end + Self.closing.count, line.upperBound)
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      let around = bytes[line.lowerBound..<position] + bytes[after..<line.upperBound]
      directive = start..<end
      isAlone = around.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
      return
    }
    return nil
  }
}
