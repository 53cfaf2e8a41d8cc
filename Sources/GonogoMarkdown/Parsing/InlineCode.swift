/// A code span of a paragraph or heading.
struct InlineCode: Sendable, Equatable {
  /// On which line of its paragraph it begins, from 0.
  let line: Int
  /// What it holds.
  let text: String
}
