/// A value that must not be seen, with the name that stands for it.
package struct Secret: Sendable, Hashable {
  /// Values shorter than this many bytes are not replaced: they are too much like other text.
  package static let shortest = 4
  /// Values shorter than this many bytes are found only as they are, not in other spellings.
  package static let shortestSpelled = 8

  /// The variable or input it came from.
  package let name: String
  /// The value.
  package let value: String

  /// The value `value` of `name`.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
