/// Reads the text of a directive, as it stands in an HTML comment or a sidecar file.
package struct DirectiveParser {
  /// A tree with more levels is refused, so that trees may be walked by recursion.
  package static let deepest = 200
  /// A text with more characters is refused.
  package static let longest = 4096

  private static let verbs = ["record", "pass when", "fail when", "ask", "skip"]

  /// The directive that `text` says.
  ///
  /// - Throws: what is wrong, with the place and, where there is one, the cure: an unknown
  ///   directive, function or unit, brackets or quotes that do not close, words left over, chained
  ///   comparisons, a bad pattern, a tree deeper than `deepest`, a text longer than `longest`.
  package static func parse(_ text: String) throws(DirectiveError) -> Directive {
    // Counting stops at the limit: the text may be a whole file.
    guard text.prefix(longest + 1).count <= longest else {
      throw DirectiveError(
        "the directive is longer than \(longest) characters", at: longest,
        cure: "split it, or give its parts names")
    }
    let characters = Array(text)
    var position = 0
    let first = word(in: characters, at: &position)
    switch first.text {
    case "record": return .record(try expression(characters[position...]))
    case "pass", "fail":
      let second = word(in: characters, at: &position)
      guard second.text == "when" else {
        throw DirectiveError(
          "`\(first.text)` must be followed by `when`", at: second.offset,
          cure: "write `\(first.text) when …`")
      }
      let condition = try expression(characters[position...])
      return first.text == "pass" ? .passWhen(condition) : .failWhen(condition)
    case "ask":
      let role = String(characters[position...].drop(while: \.isWhitespace))
      return .ask(role: try trimmedRole(role, at: first.offset))
    case "skip":
      let extra = word(in: characters, at: &position)
      guard extra.text.isEmpty else {
        throw DirectiveError("`skip` stands alone", at: extra.offset)
      }
      return .skip
    case "":
      throw DirectiveError(
        "a directive is missing", at: first.offset, cure: "write one of: \(shownVerbs)")
    default:
      let names = verbs + ["pass", "fail", "passwhen", "failwhen"]
      let meant = NearMiss.nearest(to: first.text, among: names).map {
        $0.hasPrefix("pass") ? "pass when" : $0.hasPrefix("fail") ? "fail when" : $0
      }
      throw DirectiveError(
        "`\(first.text.prefix(40))` is not a directive", at: first.offset,
        cure: meant.map { "did you mean `\($0)`?" } ?? "write one of: \(shownVerbs)")
    }
  }

  /// The expression that `text` says, by itself.
  ///
  /// - Throws: as `parse`.
  package static func parseExpression(_ text: String) throws(DirectiveError) -> Expression {
    guard text.prefix(longest + 1).count <= longest else {
      throw DirectiveError("the expression is longer than \(longest) characters", at: longest)
    }
    return try expression(Array(text)[...])
  }

  private static var shownVerbs: String { verbs.joined(separator: ", ") }

  private static func expression(
    _ characters: ArraySlice<Character>
  ) throws(DirectiveError) -> Expression {
    var lexer = ExpressionLexer(characters, base: characters.startIndex)
    var parser = ExpressionParser(try lexer.tokens())
    return try parser.parse()
  }

  private static func word(
    in characters: [Character], at position: inout Int
  ) -> (text: String, offset: Int) {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    let start = position
    while position < characters.count, !characters[position].isWhitespace { position += 1 }
    return (String(characters[start..<position]), start)
  }

  private static func trimmedRole(
    _ text: String, at offset: Int
  ) throws(DirectiveError) -> String? {
    var role = text[...]
    while let last = role.last, last.isWhitespace { role.removeLast() }
    guard !role.contains(where: \.isNewline) else {
      throw DirectiveError("a role stands on one line", at: offset, cure: "write `ask ROLE`")
    }
    if role.count > 1, role.first == "\"", role.last == "\"" {
      role = role.dropFirst().dropLast()
    }
    return role.isEmpty ? nil : String(role)
  }
}
