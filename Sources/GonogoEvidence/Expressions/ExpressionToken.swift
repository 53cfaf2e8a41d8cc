/// One word of a directive's text.
struct ExpressionToken: Sendable, Hashable {
  /// What it is.
  enum Kind: Sendable, Hashable {
    /// A number, not negative, finite.
    case number(Double)
    /// A plain word: a name, a unit or a keyword.
    case word(String)
    /// A name between backquotes, never a keyword.
    case name(String)
    /// A text between quotes, its escapes resolved.
    case text(String)
    /// An operator or a bracket.
    case symbol(String)
    /// After the last word.
    case end
  }

  /// What it is.
  let kind: Kind
  /// Where it starts, in characters from the start of the directive's text.
  let offset: Int

  /// How an error message names it.
  var shown: String {
    switch kind {
    case .number(let number): "`\(Amount.plain(number))`"
    case .word(let word), .name(let word): "`\(word)`"
    case .text(let text): Expression.quoted(String(text.prefix(40)))
    case .symbol(let symbol): "`\(symbol)`"
    case .end: "the end"
    }
  }
}
