/// What the parser is inside of; the innermost decides what a byte means.
enum ShellContext: Sendable {
  /// Commands: the innermost `ShellList`.
  case list
  /// `"…"`.
  case doubleQuote
  /// `${…}`; `quotes` tells whether a single quote quotes there.
  case brace(quotes: Bool)
  /// `$((…))`, or `((…))` as a command; `depth` counts open parentheses.
  case arithmetic(depth: Int, isCommand: Bool)
  /// `$[…]` and the subscript of `name[…]=`; `depth` counts open brackets.
  case brackets(depth: Int)
  /// `[[ … ]]`.
  case conditional
  /// `name=( … )`.
  case array
  /// A pattern group such as `@(a|b)`.
  case group(depth: Int)
  /// A here-document body whose delimiter was not quoted.
  case heredoc
}
