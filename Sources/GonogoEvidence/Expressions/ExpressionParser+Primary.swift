import GonogoCore

extension ExpressionParser {
  /// A number, text, name, call, or an expression between parentheses.
  mutating func primary() throws(DirectiveError) -> Node {
    let token = current
    let at = SourceOffset(token.offset)
    switch token.kind {
    case .number(let value):
      advance()
      return try node(.quantity(Quantity(value, try unit()), at: at))
    case .text(let text):
      advance()
      if current.kind == .symbol(".") { return try path(beginning: text, at: at) }
      return try node(.text(text, at: at))
    case .name(let name):
      advance()
      return try path(beginning: name, at: at)
    case .word(let word):
      advance()
      if word == "true" || word == "false" { return try node(.truth(word == "true", at: at)) }
      if ExpressionLexer.keywords.contains(word) {
        throw DirectiveError("a value is missing before \(token.shown)", at: token.offset)
      }
      if current.kind == .symbol("(") { return try call(word, at: at) }
      return try path(beginning: word, at: at)
    case .symbol("("):
      advance()
      let inner = try nested { (parser) throws(DirectiveError) in try parser.disjunction() }
      guard take(symbol: ")") else {
        if current.kind == .end {
          throw DirectiveError(
            "the parenthesis that opens here is never closed", at: token.offset)
        }
        throw trailing()
      }
      return inner
    case .end:
      throw DirectiveError("an expression is missing here", at: token.offset)
    case .symbol:
      throw DirectiveError("a value is missing before \(token.shown)", at: token.offset)
    }
  }

  /// The unit that follows a number, if one does.
  private mutating func unit() throws(DirectiveError) -> Unit {
    if take(symbol: "%") { return .percent }
    guard case .word(let word) = current.kind, !ExpressionLexer.keywords.contains(word) else {
      return .none
    }
    if word.count == 2, word.first?.isUppercase == true, word.last == "b" {
      throw DirectiveError(
        "`\(word)` may mean bits or bytes", at: current.offset,
        cure: "write `\(word.prefix(1))B` for bytes")
    }
    guard let unit = Unit.named(word) else {
      let known = ["ms", "s", "min", "h", "days", "kB", "MB", "GB", "TB", "KiB", "MiB", "GiB"]
      throw DirectiveError(
        "`\(word)` is not a unit", at: current.offset,
        cure: NearMiss.nearest(to: word, among: known).map { "did you mean `\($0)`?" }
          ?? "known units are % \(known.joined(separator: " "))")
    }
    advance()
    return unit
  }

  private mutating func call(_ name: String, at: SourceOffset) throws(DirectiveError) -> Node {
    let known = ["passed", "exit", "output", "sql", "baseline"]
    guard known.contains(name) else {
      throw DirectiveError(
        "there is no function `\(name)`", at: at.characters,
        cure: NearMiss.nearest(to: name, among: known).map { "did you mean `\($0)`?" }
          ?? "the functions are \(known.joined(separator: ", "))")
    }
    let opening = current.offset
    advance()
    guard case .text(let text) = current.kind else {
      throw DirectiveError(
        "`\(name)` needs a text between quotes, not \(current.shown)", at: current.offset,
        cure: "write \(name)(\"…\")")
    }
    advance()
    guard take(symbol: ")") else {
      if current.kind == .end {
        throw DirectiveError("the parenthesis that opens here is never closed", at: opening)
      }
      throw DirectiveError(
        "`\(name)` takes one text and no more", at: current.offset)
    }
    switch name {
    case "passed": return try node(.passed(text, at: at))
    case "exit": return try node(.exit(text, at: at))
    case "output": return try node(.output(text, at: at))
    case "sql": return try node(.sql(text, at: at))
    default: return try node(.baseline(text, at: at))
    }
  }

  private mutating func path(
    beginning first: String, at: SourceOffset
  ) throws(DirectiveError) -> Node {
    var segments = [CapturePath.Segment.name(first)]
    while true {
      let place = current.offset
      if take(symbol: ".") {
        switch current.kind {
        case .word(let name), .name(let name), .text(let name): segments.append(.name(name))
        default: throw DirectiveError("a name is missing after the dot", at: current.offset)
        }
        advance()
      } else if take(symbol: "[") {
        guard case .number(let value) = current.kind, value <= 1e9,
          value == value.rounded(.towardZero)
        else {
          throw DirectiveError(
            "a row is a whole number, not \(current.shown)", at: current.offset,
            cure: "write `name[1]` for the first row")
        }
        advance()
        segments.append(.index(Int(value)))
        guard take(symbol: "]") else {
          throw DirectiveError("the bracket that opens here is never closed", at: place)
        }
      } else {
        break
      }
      guard segments.count <= CapturePath.longest else {
        throw DirectiveError(
          "the name has more than \(CapturePath.longest) parts", at: at.characters)
      }
    }
    return try node(.capture(CapturePath(segments), at: at))
  }
}
