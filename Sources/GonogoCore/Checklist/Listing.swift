/// A code block that is shown and never run: of another language, or of none.
package struct Listing: Sendable, Equatable {
  /// The line it begins on: the opening fence, or its first line when it is indented code.
  package let line: Int
  /// The tag of its fence, in lower case; empty when there is none.
  package let language: String
  /// Why it is never run.
  package let obstacle: Obstacle
  /// True when it is to be typed somewhere all the same, by whoever works through the document: commands of
  /// another shell, queries, commands without a language. Not what shows settings, output or a file.
  package let isRunByHand: Bool
  /// Its first line that is no comment, without blanks around it; empty when it has none.
  package let opening: String
  /// The lines of the item with a box that it stands in or that leads to it, or nil.
  package let boxedItem: ClosedRange<Int>?

  /// A listing; see the properties.
  package init(
    line: Int, language: String, obstacle: Obstacle, isRunByHand: Bool = false,
    opening: String = "", boxedItem: ClosedRange<Int>? = nil
  ) {
    self.line = line
    self.language = language
    self.obstacle = obstacle
    self.isRunByHand = isRunByHand
    self.opening = opening
    self.boxedItem = boxedItem
  }
}
