/// What a byte of a block stands in.
package enum TextRegion: UInt8, Sendable, Hashable {
  /// Words of a command.
  case bare
  /// `'…'`
  case single
  /// `"…"`
  case double
  /// A here-document in which variables are expanded.
  case heredoc
  /// A here-document that is taken as it is.
  case literal
  /// A comment.
  case comment
  /// A variable: `$x`, `${x}`.
  case expansion
}
