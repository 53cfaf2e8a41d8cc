/// The bytes of a checklist as its author wrote them; never changed.
package struct Document: Sendable {
  /// The name shown in messages, as the user gave it.
  package let path: String
  /// Every byte of the file.
  package let bytes: [UInt8]
  /// Where its lines begin.
  package let lines: LineIndex

  /// A document of `bytes`, called `path` in messages.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lines = LineIndex(bytes)
  }

  /// The text of a range of bytes; bytes that are no UTF-8 become U+FFFD.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Line `number` (from 1) without its line end.
  package func contentRange(ofLine number: Int) -> Range<Int> {
    var range = lines.range(ofLine: number)
    while let last = range.last, bytes[last] == 0x0A || bytes[last] == 0x0D {
      range = range.lowerBound..<last
    }
    return range
  }

  /// Line and column of a byte.
  package func location(at offset: Int) -> SourceLocation {
    let line = lines.line(at: offset)
    let start = lines.starts[line - 1]
    return SourceLocation(line: line, column: text(start..<max(start, offset)).count + 1)
  }

  /// The first thing that makes these bytes no text document, or nil: NUL or invalid UTF-8.
  ///
  /// CommonMark would replace both by U+FFFD, and every byte position after it would be off.
  package func textFault() -> Diagnostic? {
    if let offset = bytes.firstIndex(of: 0) {
      return Diagnostic(
        .error, code: "nul-byte", "the file holds a NUL byte, so it is no Markdown text",
        cure: "give the Markdown source of the checklist", file: path, at: location(at: offset))
    }
    guard let offset = Self.firstInvalidUTF8(in: bytes) else { return nil }
    return Diagnostic(
      .error, code: "invalid-utf8", "the file is not valid UTF-8 here",
      cure: "save the file as UTF-8", file: path, at: location(at: offset))
  }

  private static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var offset = 0
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
