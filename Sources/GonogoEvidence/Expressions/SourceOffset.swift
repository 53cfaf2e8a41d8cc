/// Where something stands in a directive's text.
///
/// All offsets compare equal: two expressions are the same when they say the same, wherever in
/// their texts they say it.
package struct SourceOffset: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// Characters from the start of the directive's text; from 0.
  package let characters: Int

  /// The place `characters` from the start.
  package init(_ characters: Int) { self.characters = characters }

  /// The place a literal number of characters from the start.
  package init(integerLiteral characters: Int) { self.characters = characters }

  /// Always true; see the type.
  package static func == (left: SourceOffset, right: SourceOffset) -> Bool { true }

  /// Adds nothing, because all offsets are equal.
  package func hash(into hasher: inout Hasher) {}
}
