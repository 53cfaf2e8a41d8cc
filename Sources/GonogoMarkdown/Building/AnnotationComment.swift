internal import GonogoCore

/// A comment of the form `<!-- gonogo: DIRECTIVE -->` on one line.
struct AnnotationComment {
  /// The bytes of the directive, blanks around it left out.
  let directive: Range<Int>
  /// The first byte of the comment.
  let start: Int
  /// True when nothing but such comments stands on the line.
  private(set) var isAlone = false
  /// False when the line ends before the comment does.
  let isClosed: Bool

  private static let opening = Array("<!--".utf8)
  private static let marker = Array("gonogo:".utf8)
  private static let closing = Array("-->".utf8)

  /// Every such comment in `line`, in order.
  static func all(in line: Range<Int>, of document: Document) -> [AnnotationComment] {
    let bytes = document.bytes
    var found: [AnnotationComment] = []
    var hasOtherText = false
    var position = line.lowerBound
    while position < line.upperBound {
      if let (comment, end) = comment(at: position, in: bytes, before: line.upperBound) {
        found.append(comment)
        position = end
      } else {
        let byte = bytes[position]
        if byte != 0x20, byte != 0x09, byte != 0x3E { hasOtherText = true }
        position += 1
      }
    }
    if !hasOtherText { for index in found.indices { found[index].isAlone = true } }
    return found
  }

  private static func comment(
    at position: Int, in bytes: [UInt8], before limit: Int
  ) -> (AnnotationComment, end: Int)? {
    guard bytes[position] == 0x3C, bytes[position..<limit].starts(with: opening) else { return nil }
    var start = position + opening.count
    while start < limit, bytes[start] == 0x20 { start += 1 }
    guard bytes[start..<limit].starts(with: marker) else { return nil }
    start += marker.count
    while start < limit, bytes[start] == 0x20 { start += 1 }
    var end = start
    while end < limit, !bytes[end..<limit].starts(with: closing) { end += 1 }
    let isClosed = end < limit
    let after = min(end + closing.count, limit)
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return (
      AnnotationComment(directive: start..<end, start: position, isClosed: isClosed), end: after
    )
  }
}
