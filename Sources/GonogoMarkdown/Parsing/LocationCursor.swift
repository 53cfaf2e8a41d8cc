internal import GonogoCore

/// Finds line and column of bytes, quickly when they are asked for in rising order.
struct LocationCursor {
  private let document: Document
  private var last = SourceLocation(line: 1)
  private var offset = 0

  init(_ document: Document) {
    self.document = document
  }

  /// Line and column of the byte at `offset`.
  mutating func location(at offset: Int) -> SourceLocation {
    let line = document.lines.line(at: offset)
    if line == last.line, offset >= self.offset {
      let step = document.text(self.offset..<offset).count
      last = SourceLocation(line: line, column: last.column + step)
    } else {
      last = document.location(at: offset)
    }
    self.offset = offset
    return last
  }
}
