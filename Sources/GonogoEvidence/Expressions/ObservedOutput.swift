/// What a step or command printed, as far as it was kept.
package struct ObservedOutput: Sendable, Hashable {
  /// The text.
  package let text: String
  /// Whether some of it was dropped; what is not found in such a text may still have been there.
  package let isTruncated: Bool

  /// An output; see the properties.
  package init(_ text: String, isTruncated: Bool = false) {
    self.text = text
    self.isTruncated = isTruncated
  }
}
