/// A place in a file, as people count: line and column from 1, columns in characters.
package struct SourceLocation: Sendable, Hashable, Codable, Comparable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode characters.
  package let column: Int

  /// The place at `line` and `column`.
  package init(line: Int, column: Int = 1) {
    self.line = line
    self.column = column
  }

  /// Document order.
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
