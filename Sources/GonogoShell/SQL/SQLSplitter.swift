/// Splits a SQL block into its statements.
package enum SQLSplitter {
  /// The statements of a block, without their semicolons, each labelled by the `--` comment above
  /// it. Where it is in doubt how to read the block, it is one statement.
  package static func split(_ block: [UInt8]) -> [Statement] {
    let ends = SQLLexer.semicolons(in: block, .postgres) ?? []
    var statements: [Statement] = []
    var start = 0
    for end in ends + [block.count] {
      if let statement = statement(in: block, start..<max(start, end)) {
        statements.append(statement)
      }
      start = min(end + 1, block.count)
    }
    return statements
  }

  /// What is left of a piece without the blanks and comments around it; nil when nothing is.
  private static func statement(in block: [UInt8], _ piece: Range<Int>) -> Statement? {
    var start = piece.lowerBound
    var label: Range<Int>?
    while start < piece.upperBound {
      let rest = block[start..<piece.upperBound]
      if isBlank(block[start]) {
        start += 1
      } else if rest.starts(with: [0x2D, 0x2D]) {
        let end = rest.firstIndex(of: ShellByte.newline) ?? piece.upperBound
        label = start..<end
        start = end
      } else if rest.starts(with: [0x2F, 0x2A]) {
        var end = start + 2
        while end + 1 < piece.upperBound, !(block[end] == 0x2A && block[end + 1] == 0x2F) {
          end += 1
        }
        start = min(end + 2, piece.upperBound)
      } else {
        break
      }
    }
    var end = piece.upperBound
    while end > start, isBlank(block[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    let text = label.map { range in
      String(decoding: block[range].drop { $0 == 0x2D || isBlank($0) }, as: UTF8.self)
    }
    return Statement(
      range: start..<end, label: text?.isEmpty == true ? nil : text,
      labelRange: text?.isEmpty == true ? nil : label, isTrivial: true)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == ShellByte.space || byte == ShellByte.tab || byte == ShellByte.newline
      || byte == ShellByte.carriageReturn
  }
}
