extension Expression: CustomStringConvertible {
  /// The expression in its plainest spelling; parsing it gives the same tree again.
  package var description: String { printed(atLeast: 1) }

  /// How tightly it holds together, in the order of the type's table.
  private var strength: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .not: 3
    case .comparison, .within, .contains, .matches: 4
    case .arithmetic(_, .plus, _, _), .arithmetic(_, .minus, _, _): 5
    case .arithmetic: 6
    case .negated: 7
    case .share: 8
    default: 9
    }
  }

  private func printed(atLeast needed: Int) -> String {
    strength < needed ? "(\(bare))" : bare
  }

  private var bare: String {
    switch self {
    case .quantity(let quantity, _): Amount(quantity).description
    case .text(let text, _): Self.quoted(text)
    case .truth(let truth, _): truth ? "true" : "false"
    case .capture(let path, _): path.description
    case .passed(let name, _): "passed(\(Self.quoted(name)))"
    case .exit(let name, _): "exit(\(Self.quoted(name)))"
    case .output(let name, _): "output(\(Self.quoted(name)))"
    case .sql(let query, _): "sql(\(Self.quoted(query)))"
    case .baseline(let name, _): "baseline(\(Self.quoted(name)))"
    case .negated(let operand, _): "-" + operand.printed(atLeast: 8)
    case .arithmetic(let left, let sign, let right, _):
      "\(left.printed(atLeast: strength)) \(sign.rawValue) \(right.printed(atLeast: strength + 1))"
    case .share(let part, let whole, _):
      "\(part.printed(atLeast: 9)) of \(whole.printed(atLeast: 8))"
    case .comparison(let left, let sign, let right, _):
      "\(left.printed(atLeast: 5)) \(sign.rawValue) \(right.printed(atLeast: 5))"
    case .within(let value, let tolerance, let reference, _):
      "\(value.printed(atLeast: 5)) within \(tolerance.printed(atLeast: 9)) of "
        + reference.printed(atLeast: 5)
    case .contains(let text, let part, _):
      "\(text.printed(atLeast: 5)) contains \(Self.quoted(part))"
    case .matches(let text, let pattern, _):
      "\(text.printed(atLeast: 5)) matches \(Self.quoted(pattern))"
    case .not(let operand, _): "not " + operand.printed(atLeast: 3)
    case .and(let left, let right, _):
      "\(left.printed(atLeast: 2)) and \(right.printed(atLeast: 3))"
    case .or(let left, let right, _):
      "\(left.printed(atLeast: 1)) or \(right.printed(atLeast: 2))"
    }
  }

  /// `text` between quotes, as the lexer reads it.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}
