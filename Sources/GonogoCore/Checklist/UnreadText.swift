/// A text of a document that no reader took, and that may speak against a GO or be for people to do.
package struct UnreadText: Sendable, Equatable {
  /// Its words without marks.
  package let text: String
  /// The line it begins on.
  package let line: Int

  /// A text.
  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}
