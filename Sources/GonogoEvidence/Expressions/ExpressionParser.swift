import GonogoCore

/// Turns words into an expression by recursive descent; the precedences are those of `Expression`.
struct ExpressionParser {
  /// An expression and the height of its tree, which is limited.
  struct Node {
    /// The expression.
    let expression: Expression
    /// How many levels it has.
    let height: Int
  }

  private static let comparisons: Set<String> = Set(
    Expression.Comparison.allCases.map(\.rawValue))

  private let tokens: [ExpressionToken]
  private var position = 0
  private var nesting = 0

  /// A parser of `tokens`, which end with `.end`.
  init(_ tokens: [ExpressionToken]) { self.tokens = tokens }

  /// The one expression that the words say.
  mutating func parse() throws(DirectiveError) -> Expression {
    let node = try disjunction()
    guard current.kind == .end else { throw trailing() }
    return node.expression
  }

  /// The word to read next.
  var current: ExpressionToken {
    position < tokens.count
      ? tokens[position] : ExpressionToken(kind: .end, offset: tokens.last?.offset ?? 0)
  }

  /// Goes on to the next word.
  mutating func advance() { position += 1 }

  /// Goes past `symbol` when it is next.
  mutating func take(symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  /// Goes past the keyword `word` when it is next.
  mutating func take(word: String) -> Bool {
    guard current.kind == .word(word) else { return false }
    advance()
    return true
  }

  /// The error of a word that nothing can use.
  func trailing() -> DirectiveError {
    switch current.kind {
    case .symbol(")"):
      DirectiveError("this parenthesis closes nothing", at: current.offset)
    case .word(let word):
      DirectiveError(
        "\(current.shown) does not belong here", at: current.offset,
        cure: NearMiss.nearest(to: word, among: ExpressionLexer.keywords.sorted()).map {
          "did you mean `\($0)`?"
        } ?? "join conditions with and, or")
    default: DirectiveError("\(current.shown) does not belong here", at: current.offset)
    }
  }

  /// Builds a node above `children`, unless the tree gets too high.
  func node(
    _ expression: Expression, above children: Node...
  ) throws(DirectiveError) -> Node {
    let height = 1 + (children.map(\.height).max() ?? 0)
    guard height <= DirectiveParser.deepest else {
      throw DirectiveError(
        "the expression has more than \(DirectiveParser.deepest) levels", at: expression.offset)
    }
    return Node(expression: expression, height: height)
  }

  /// Runs `body` one level further in, unless that is too deep.
  mutating func nested<Value>(
    _ body: (inout ExpressionParser) throws(DirectiveError) -> Value
  ) throws(DirectiveError) -> Value {
    guard nesting < DirectiveParser.deepest else {
      throw DirectiveError(
        "the expression has more than \(DirectiveParser.deepest) levels", at: current.offset)
    }
    nesting += 1
    defer { nesting -= 1 }
    return try body(&self)
  }

  /// What stands between parentheses, or is the whole.
  mutating func disjunction() throws(DirectiveError) -> Node {
    var left = try conjunction()
    while current.kind == .word("or") {
      let at = SourceOffset(current.offset)
      advance()
      let right = try conjunction()
      left = try node(.or(left.expression, right.expression, at: at), above: left, right)
    }
    return left
  }

  private mutating func conjunction() throws(DirectiveError) -> Node {
    var left = try negation()
    while current.kind == .word("and") {
      let at = SourceOffset(current.offset)
      advance()
      let right = try negation()
      left = try node(.and(left.expression, right.expression, at: at), above: left, right)
    }
    return left
  }

  private mutating func negation() throws(DirectiveError) -> Node {
    guard current.kind == .word("not") else { return try comparison() }
    let at = SourceOffset(current.offset)
    advance()
    let operand = try nested { (parser) throws(DirectiveError) in try parser.negation() }
    return try node(.not(operand.expression, at: at), above: operand)
  }

  private mutating func comparison() throws(DirectiveError) -> Node {
    let left = try sum()
    guard let result = try compared(left) else { return left }
    if isComparison(current) {
      throw DirectiveError(
        "comparisons are not chained", at: current.offset, cure: "write `a < b and b < c`")
    }
    return result
  }

  private func isComparison(_ token: ExpressionToken) -> Bool {
    switch token.kind {
    case .symbol(let sign): Self.comparisons.contains(sign)
    case .word(let word): ["within", "contains", "matches"].contains(word)
    default: false
    }
  }

  private mutating func compared(_ left: Node) throws(DirectiveError) -> Node? {
    let at = SourceOffset(current.offset)
    switch current.kind {
    case .symbol(let sign):
      guard let comparison = Expression.Comparison(rawValue: sign) else { return nil }
      advance()
      let right = try sum()
      return try node(
        .comparison(left.expression, comparison, right.expression, at: at), above: left, right)
    case .word("within"):
      advance()
      let tolerance = try primary()
      guard take(word: "of") else {
        throw DirectiveError(
          "`within` lacks its `of`", at: current.offset, cure: "write `a within 5% of b`")
      }
      let reference = try sum()
      return try node(
        .within(
          left.expression, tolerance: tolerance.expression, of: reference.expression, at: at),
        above: left, tolerance, reference)
    case .word("contains"):
      advance()
      return try node(.contains(left.expression, try quotedText("contains"), at: at), above: left)
    case .word("matches"):
      advance()
      let place = current.offset
      let pattern = try quotedText("matches")
      do throws(LinePattern.Fault) {
        _ = try LinePattern(pattern)
      } catch {
        throw DirectiveError("the pattern \(error.message)", at: place, cure: error.cure)
      }
      return try node(.matches(left.expression, pattern, at: at), above: left)
    default: return nil
    }
  }

  private mutating func quotedText(_ after: String) throws(DirectiveError) -> String {
    guard case .text(let text) = current.kind else {
      throw DirectiveError(
        "`\(after)` needs a text between quotes, not \(current.shown)", at: current.offset)
    }
    advance()
    return text
  }

  private mutating func sum() throws(DirectiveError) -> Node {
    var left = try product()
    while case .symbol(let sign) = current.kind, sign == "+" || sign == "-",
      let operation = Expression.Arithmetic(rawValue: sign)
    {
      let at = SourceOffset(current.offset)
      advance()
      let right = try product()
      left = try node(
        .arithmetic(left.expression, operation, right.expression, at: at), above: left, right)
    }
    return left
  }

  private mutating func product() throws(DirectiveError) -> Node {
    var left = try signed()
    while case .symbol(let sign) = current.kind, sign == "*" || sign == "/",
      let operation = Expression.Arithmetic(rawValue: sign)
    {
      let at = SourceOffset(current.offset)
      advance()
      let right = try signed()
      left = try node(
        .arithmetic(left.expression, operation, right.expression, at: at), above: left, right)
    }
    return left
  }

  private mutating func signed() throws(DirectiveError) -> Node {
    let at = SourceOffset(current.offset)
    if take(symbol: "-") {
      let operand = try nested { (parser) throws(DirectiveError) in try parser.signed() }
      return try node(.negated(operand.expression, at: at), above: operand)
    }
    let part = try primary()
    let place = SourceOffset(current.offset)
    guard take(word: "of") else { return part }
    let whole = try nested { (parser) throws(DirectiveError) in try parser.signed() }
    return try node(.share(part.expression, of: whole.expression, at: place), above: part, whole)
  }
}
