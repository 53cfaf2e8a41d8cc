/// The body of a here-document.
struct Heredoc: Sendable, Hashable {
  /// The bytes of the line that ends it, quotes removed.
  let delimiter: [UInt8]
  /// Whether leading tabs are dropped (`<<-`).
  let stripsTabs: Bool
  /// Whether the delimiter was quoted, so that nothing in the body is expanded.
  let isQuoted: Bool
  /// The body as written.
  var body = ""
  /// Whether the command gets the body as it is written.
  var isLiteral = true
}
