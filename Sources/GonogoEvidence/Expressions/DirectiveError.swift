/// What is wrong with a directive: found while reading it, checking it, or evaluating it.
package struct DirectiveError: Error, Sendable, Hashable {
  /// What is wrong, one sentence without a final stop.
  package let message: String
  /// Where, in characters from the start of the directive's text; from 0.
  package let offset: Int
  /// What to do about it, or nil when the message already says it.
  package let cure: String?

  /// An error; see the properties.
  package init(_ message: String, at offset: Int, cure: String? = nil) {
    self.message = message
    self.offset = offset
    self.cure = cure
  }
}
