/// Where top-level statements and the comments between them stand, noted while parsing.
struct StatementBoundaries: Sendable {
  /// A finished statement, with the comment lines between it and the one before.
  struct Entry: Sendable {
    let range: Range<Int>
    let comments: [Range<Int>]
  }

  private(set) var entries: [Entry] = []
  /// The end of the last word, operator or here-document read.
  var tokenEnd = 0
  /// Where the statement being read began; nil between statements.
  private(set) var start: Int?
  private var comments: [Range<Int>] = []

  /// Takes note that something other than blanks and comments stands at `position`.
  mutating func touch(_ position: Int) {
    if start == nil { start = position }
  }

  /// Takes note of a comment line between statements.
  mutating func comment(_ range: Range<Int>) {
    if start == nil { comments.append(range) }
  }

  /// Ends the statement being read, if there is one, at the end of its last token.
  mutating func end() {
    guard let start else { return }
    entries.append(Entry(range: start..<max(start, tokenEnd), comments: comments))
    self.start = nil
    comments = []
  }

  /// Ends the text; a statement that cannot be read takes all that is left.
  mutating func close(at end: Int) {
    guard let start else { return }
    entries.append(Entry(range: start..<max(start, end), comments: comments))
    self.start = nil
    comments = []
  }
}
