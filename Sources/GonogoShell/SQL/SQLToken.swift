/// A token of SQL, as far as judging needs it.
enum SQLToken: Sendable, Hashable {
  /// An unquoted name or keyword, lower case.
  case word(String)
  /// A quoted name.
  case name
  /// A string, a number or a parameter.
  case value
  /// Anything else, one byte.
  case symbol(UInt8)
  /// A client's own command (`\d executions`, `.tables`): its name and its arguments.
  case meta(String, String)
}
