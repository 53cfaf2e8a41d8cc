/// Splits the text of one fenced shell block into its top-level statements.
package enum StatementSplitter {
  /// The top-level statements of `block`, in order, as a person pasting it would see them.
  ///
  /// A line with several commands (`a; b`) is one statement; a command over several lines is one
  /// too. Comments are no statements. Where the text cannot be read (an open quote, a stray `)`)
  /// the statement in which that shows takes all that is left. Time is linear in the block.
  package static func split(_ block: [UInt8]) -> [Statement] {
    var parser = ShellParser(block, collects: false)
    parser.parse()
    return parser.boundaries.entries.map { entry in
      let range = trimmed(entry.range, in: block)
      let label = labelRange(entry.comments, before: range.lowerBound, in: block)
      return Statement(
        range: range, label: label.map { String(decoding: block[$0], as: UTF8.self) },
        labelRange: label, isTrivial: PlainLine.isPlain(block[range]))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    ShellByte.isBlank(byte) || byte == ShellByte.newline || byte == ShellByte.carriageReturn
  }

  private static func trimmed(_ range: Range<Int>, in block: [UInt8]) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isBlank(block[end - 1]) {
      // An escaped blank belongs to the statement.
      if end - 2 >= range.lowerBound, block[end - 2] == ShellByte.backslash { break }
      end -= 1
    }
    return range.lowerBound..<end
  }

  /// The first line of the comment group right above `start`. A group set off by a blank line
  /// counts only when it is the only one since the statement before.
  private static func labelRange(
    _ comments: [Range<Int>], before start: Int, in block: [UInt8]
  ) -> Range<Int>? {
    guard let last = comments.last else { return nil }
    var first = comments.count - 1
    while first > 0, isSameGroup(comments[first - 1], comments[first].lowerBound, in: block) {
      first -= 1
    }
    guard first == 0 || isSameGroup(last, start, in: block) else { return nil }
    for comment in comments[first...] {
      var range = comment
      while let byte = block[range].first, byte == ShellByte.hash || isBlank(byte) {
        range = range.lowerBound + 1..<range.upperBound
      }
      while let byte = block[range].last, isBlank(byte) {
        range = range.lowerBound..<range.upperBound - 1
      }
      if !range.isEmpty { return range }
    }
    return nil
  }

  /// Whether `position` is on the line after the comment.
  private static func isSameGroup(
    _ comment: Range<Int>, _ position: Int, in block: [UInt8]
  ) -> Bool {
    guard comment.upperBound <= position else { return false }
    let newlines = block[comment.upperBound..<position].lazy.filter { $0 == ShellByte.newline }
    return newlines.count == 1
  }
}
