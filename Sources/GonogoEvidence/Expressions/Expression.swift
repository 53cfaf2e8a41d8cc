package import GonogoCore

/// What `record`, `pass when` and `fail when` compute, as a tree.
///
/// From what binds least to what binds most:
///
/// | operators | grouping |
/// |---|---|
/// | `or` | left |
/// | `and` | left |
/// | `not` | before its operand |
/// | `<` `<=` `>` `>=` `==` `!=`, `within T of`, `contains`, `matches` | none: no chains |
/// | `+` `-` | left |
/// | `*` `/` | left |
/// | unary `-` | before its operand |
/// | `P of X` (a share: `50% of X`) | right |
/// | numbers with units, texts, names, calls, parentheses | |
///
/// So `not a < b and c` is `(not (a < b)) and c`, and `50% of a + b` is `(50% of a) + b`. The
/// parser builds no tree deeper than `DirectiveParser.deepest`, so walking one may recurse.
package indirect enum Expression: Sendable, Hashable {
  /// How two numbers are compared.
  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// Left is smaller.
    case less = "<"
    /// Left is smaller or the same.
    case atMost = "<="
    /// Left is greater.
    case greater = ">"
    /// Left is greater or the same.
    case atLeast = ">="
    /// Both are the same.
    case equal = "=="
    /// They differ.
    case unequal = "!="
  }

  /// How two numbers are put together.
  package enum Arithmetic: String, Sendable, Hashable, CaseIterable {
    /// Sum of two quantities of the same kind.
    case plus = "+"
    /// Difference of two quantities of the same kind.
    case minus = "-"
    /// A quantity so many times.
    case times = "*"
    /// A quantity in so many parts, or the ratio of two of the same kind.
    case over = "/"
  }

  /// A number with its unit, never negative.
  case quantity(Quantity, at: SourceOffset)
  /// A text between quotes.
  case text(String, at: SourceOffset)
  /// `true` or `false`.
  case truth(Bool, at: SourceOffset)
  /// A value taken from a command's output.
  case capture(CapturePath, at: SourceOffset)
  /// Whether a section, step or command passed.
  case passed(String, at: SourceOffset)
  /// The exit status of a step or command.
  case exit(String, at: SourceOffset)
  /// What a step or command printed.
  case output(String, at: SourceOffset)
  /// The single value that a query returns.
  case sql(String, at: SourceOffset)
  /// A number that an earlier run recorded in the ledger.
  case baseline(String, at: SourceOffset)
  /// The number with its sign changed.
  case negated(Expression, at: SourceOffset)
  /// A sum, difference, product or quotient; the offset is that of the operator.
  case arithmetic(Expression, Arithmetic, Expression, at: SourceOffset)
  /// `50% of X`; the offset is that of `of`.
  case share(Expression, of: Expression, at: SourceOffset)
  /// A comparison; the offset is that of the operator.
  case comparison(Expression, Comparison, Expression, at: SourceOffset)
  /// `X within 5% of Y`; the offset is that of `within`.
  case within(Expression, tolerance: Expression, of: Expression, at: SourceOffset)
  /// Whether a text holds another, letter for letter; the offset is that of `contains`.
  case contains(Expression, String, at: SourceOffset)
  /// Whether a line of a text matches a pattern (`LinePattern`); the offset is that of `matches`.
  case matches(Expression, String, at: SourceOffset)
  /// Negation.
  case not(Expression, at: SourceOffset)
  /// Conjunction; the offset is that of `and`.
  case and(Expression, Expression, at: SourceOffset)
  /// Disjunction; the offset is that of `or`.
  case or(Expression, Expression, at: SourceOffset)

  /// Where it stands, or where its operator stands: characters from the start of the directive.
  package var offset: Int {
    switch self {
    case .quantity(_, let at), .text(_, let at), .truth(_, let at), .capture(_, let at),
      .passed(_, let at), .exit(_, let at), .output(_, let at), .sql(_, let at),
      .baseline(_, let at), .negated(_, let at), .arithmetic(_, _, _, let at),
      .share(_, _, let at), .comparison(_, _, _, let at), .within(_, _, _, let at),
      .contains(_, _, let at), .matches(_, _, let at), .not(_, let at), .and(_, _, let at),
      .or(_, _, let at):
      at.characters
    }
  }

  /// The expressions it is made of, in the order in which they are written.
  package var operands: [Expression] {
    switch self {
    case .quantity, .text, .truth, .capture, .passed, .exit, .output, .sql, .baseline: []
    case .negated(let only, _), .not(let only, _), .contains(let only, _, _),
      .matches(let only, _, _):
      [only]
    case .arithmetic(let left, _, let right, _), .share(let left, let right, _),
      .comparison(let left, _, let right, _), .and(let left, let right, _),
      .or(let left, let right, _):
      [left, right]
    case .within(let value, let tolerance, let reference, _): [value, tolerance, reference]
    }
  }
}
