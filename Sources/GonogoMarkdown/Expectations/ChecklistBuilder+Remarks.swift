internal import GonogoCore

/// Comments inside a block that say what must come out of it.
extension ChecklistBuilder {
  /// Reads the comments of the step that was added last.
  mutating func readRemarks() {
    guard section.role != .conditional, let step = checklist.steps.last else { return }
    readRemarks(
      step.language == .sql
        ? ShellComment.all(inSQL: step.script) : ShellComment.all(inShell: step.script),
      from: step.firstLine, isAllThereIs: step.obstacle?.kind == .comment)
  }

  /// Reads the comments of a block in a language that gonogo does not run but people type at a prompt:
  /// what they say must come out holds there as well.
  mutating func readForeignRemarks(_ block: MarkdownBlock, info: String) {
    let tag = info.prefix { $0.isLetter || $0.isNumber }.lowercased()
    guard section.role == .checks, Self.foreignShells.contains(tag), block.text.utf8.contains(0x23)
    else { return }
    readRemarks(ShellComment.all(inShell: block.text), from: firstLine(of: block))
  }

  private static let foreignShells: Set<String> = [
    "powershell", "pwsh", "ps", "ps1", "posh", "fish", "nu", "nushell", "ksh", "csh", "tcsh",
  ]

  private mutating func readRemarks(
    _ comments: [ShellComment], from firstLine: Int, isAllThereIs: Bool = false
  ) {
    var index = 0
    while index < comments.count {
      let comment = comments[index]
      index += 1
      let line = firstLine + comment.line
      if let rest = Self.remark(comment.text) {
        let claims = checklist.claims.count
        if rest.isEmpty {
          let following = Self.following(comments[index...], after: comment)
          index += following.count
          addRemark(following, from: firstLine, at: line, areHeld: Self.isHolding(comment.text))
        } else if !Checkable.isPlaceholder(rest) {
          addRemark(
            rest, codes: [RemarkAnswer.word(rest) ?? RemarkAnswer.path(rest)].compactMap(\.self),
            at: line)
        }
        doubtRemarks(from: claims, of: comment.text, rest)
      } else if let (label, rest) = Self.unwanted(comment.text) {
        let claims = checklist.claims.count
        addRemark(rest, kind: .trigger, at: line)
        doubtRemarks(from: claims, of: label, rest)
      } else if let named = ExpectationLabel.namedLimit(in: comment.text) {
        addRemark(named, at: line)
      } else if Self.opensLimits(comment.text) {
        let following = Self.following(comments[index...], after: comment)
        let limits = following.filter { Self.limit(inBullet: $0.text) != nil }
        guard !limits.isEmpty else { continue }
        index += following.count
        let isReason = Self.isReason(comment.text)
        // What a machine needs is nothing that a command above has to print.
        let isNeed = !isReason && !ProseWords.standard.has(.expected, in: comment.text)
        for limit in limits {
          addRemark(
            Self.limit(inBullet: limit.text) ?? limit.text,
            kind: isReason ? .trigger : .expectation, at: firstLine + limit.line,
            context: isNeed ? String(comment.text.dropLast()) : nil)
        }
      } else if Self.isProbe(comment.text),
        index == comments.count
          || Self.remark(comments[index].text) == nil
      {
        addRemark(comment.text, at: line)
      } else if let (aside, subject) = Self.probed(comment.text) {
        addRemark(aside, at: line, context: subject)
      } else if let members = Self.members(comment.text) {
        addRemark(members, at: line)
      } else if Self.isTrigger(comment.text) {
        addRemark(comment.text, kind: .trigger, at: line)
      } else if Self.isOutcome(comment.text) || CommentStatement.isOfAll(comment.text)
        || isAllThereIs && CommentStatement.isDemand(comment.text)
      {
        addRemark(comment.text, at: line)
      } else if comment.isAlone, CommentStatement.isLabelledLimit(comment.text),
        CommentStatement.isApproved(comment.text)
      {
        addRemark(CommentStatement.withoutTick(comment.text), at: line)
      } else if let demand = CommentStatement.demand(in: comment.text) {
        addRemark(demand, at: line)
      } else if LooseDemand.isMade(byComment: comment.text) {
        addRemark(
          comment.text, kind: LooseDemand.isReason(comment.text) ? .trigger : .expectation,
          at: line, isLoose: true)
      }
    }
  }

  /// "# Expected (staging): 5", "# Expected: 5?", "# Not expected: 5": asked.
  private mutating func doubtRemarks(from first: Int, of comment: String, _ rest: String) {
    let label = comment.firstColon.map { String(comment[..<$0]) } ?? comment
    let isUnwanted = ExpectationLabel.isUnwanted(label)
    guard let doubt = isUnwanted ? label : Self.doubt(label, rest) else { return }
    for place in first..<checklist.claims.count {
      checklist.claims[place] = checklist.claims[place].doubted(by: doubt)
    }
  }

  /// The label and the text of "Not expected: FATAL".
  private static func unwanted(_ text: String) -> (label: String, rest: String)? {
    guard let colon = text.firstColon, ExpectationLabel.isUnwanted(String(text[..<colon])) else {
      return nil
    }
    let rest = String(trimmed(text[text.index(after: colon)...]))
    return rest.isEmpty || Checkable.isPlaceholder(rest) ? nil : (String(text[..<colon]), rest)
  }

  /// Comments over queries that gonogo does not run, and that say what their result must be:
  /// "# Restarts (must be 0)".
  mutating func readQueryRemarks(_ block: MarkdownBlock, info: String) {
    let tag = info.prefix { $0.isLetter }.lowercased()
    guard section.role == .checks,
      ["promql", "logql", "kql", "kusto", "flux", "cypher"].contains(tag)
    else { return }
    for comment in ShellComment.all(inShell: block.text)
    where comment.isAlone && OutcomeSentence.demandsLimit(comment.text) {
      addRemark(comment.text, at: block.startLine + 1 + comment.line)
    }
  }

  private mutating func addRemark(
    _ text: String, kind: Claim.Kind = .expectation, codes: [String] = [], at line: Int,
    context: String? = nil, sample: Claim.Sample? = nil, isLoose: Bool = false
  ) {
    let spelled = sample == nil ? Self.codes(in: text) : []
    addClaim(
      kind, text: spelled.isEmpty ? text : text.replacing("`", with: ""), context: context,
      codes: spelled + codes.map { InlineCode(line: 0, text: $0) }, sample: sample,
      isLoose: isLoose, line: ItemLine(0..<0, in: document),
      location: SourceLocation(line: line))
  }

  /// The comments below "# Expected:": each bullet says one thing, other lines are one text.
  private mutating func addRemark(
    _ comments: ArraySlice<ShellComment>, from firstLine: Int, at line: Int, areHeld: Bool
  ) {
    guard let first = comments.first else { return }
    let start = firstLine + first.line
    let bullets = comments.compactMap { comment -> (String, Int)? in
      guard comment.text.hasPrefix("- ") || comment.text.hasPrefix("* ") else { return nil }
      return (String(Self.trimmed(comment.text.dropFirst(2))), firstLine + comment.line)
    }
    let quoted = comments.compactMap { comment in RemarkAnswer.quoted(in: comment.text) }
    let limits = comments.filter { CommentStatement.isLabelledLimit($0.text) }
    if bullets.count == comments.count {
      for (text, line) in bullets {
        addRemark(
          text, codes: areHeld ? [RemarkAnswer.name(in: text)].compactMap(\.self) : [], at: line)
      }
    } else if limits.count == comments.count {
      for limit in limits { addRemark(limit.text, at: firstLine + limit.line) }
    } else if quoted.count == comments.count {
      for (text, comment) in zip(quoted, comments) {
        addRemark(text, codes: [text], at: firstLine + comment.line)
      }
    } else {
      let text = comments.map(\.text).joined(separator: "\n")
      // What happens one after the other is told, not shown.
      let isList = comments.allSatisfy { Self.isNumbered($0.text) }
      addRemark(
        Self.joined(text), at: line,
        sample: comments.count > 1 && !isList ? Claim.Sample(text: text, line: start) : nil)
    }
  }

  /// `1. The first answer`
  private static func isNumbered(_ text: some StringProtocol) -> Bool {
    let rest = text.drop { $0.isNumber }
    return rest.startIndex > text.startIndex
      && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// The comments on lines of their own right below a remark without text.
  private static func following(
    _ comments: ArraySlice<ShellComment>, after remark: ShellComment
  ) -> ArraySlice<ShellComment> {
    guard remark.isAlone else { return [] }
    var line = remark.line
    return comments.prefix { comment in
      line += 1
      return comment.isAlone && comment.line == line && !comment.text.isEmpty
        && Self.remark(comment.text) == nil
    }
  }

  /// What stands behind "Expected:", or nil when the comment opens with no such label.
  private static func remark(_ text: String) -> String? {
    guard let colon = text.firstColon else { return limitRemark(text) }
    var label = text[..<colon]
    guard label.utf8.count <= 80 else { return nil }
    if let open = label.firstIndex(where: { $0 == "(" || $0 == "（" }) { label = label[..<open] }
    let rest = String(trimmed(text[text.index(after: colon)...]))
    if ProseWords.standard.isPhrase(label, .remark) || isHolding(text) { return rest }
    if isQualified(label) { return rest }
    // "# Verify: the status is ready" says what must be, "# Verify: curl …" what to do.
    if ProseWords.standard.isPhrase(label, .check),
      rest.utf8.contains(0x22) && !rest.contains("--") || ProbeSentence.statesOutcome(rest)
        || Checkable.statesLimit(rest) && !rest.contains("|")
    {
      return rest
    }
    // "# Output: /tmp/report" says where something goes.
    if ProseWords.standard.isPhrase(label, .result),
      isResult(rest) || rest.hasPrefix("{") && rest.hasSuffix("}")
    {
      return rest
    }
    if ProseWords.standard.isPhrase(label, .limit), Checkable.statesLimit(rest) { return rest }
    return nil
  }

  /// "# Expected < 5": the label alone before a sign of comparison.
  private static func limitRemark(_ text: String) -> String? {
    guard text.utf8.count <= 80, text.unicodeScalars.first?.properties.isAlphabetic == true,
      let sign = text.firstIndex(where: { "<>≤≥=".contains($0) }),
      ProseWords.standard.isPhrase(text[..<sign], .remark), Checkable.statesLimit(text)
    else { return nil }
    return String(text[sign...])
  }

  /// "# The output should contain:": what stands below are texts.
  private static func isHolding(_ text: String) -> Bool {
    text.utf8.count <= 60 && (text.hasSuffix(":") || text.hasSuffix("："))
      && ProseWords.standard.has(.holding, in: text)
  }

  /// "Expected each time", "Erwartung jeweils": such a label and a word that says when.
  private static func isQualified(_ label: Substring) -> Bool {
    let words = ProseWords.words(in: label)
    return words.count == 2 && ProseWords.standard.isPhrase(words[0], .remark)
      && ["each", "everywhere", "jeweils", "überall", "siempre", "always", "immer"].contains(
        words[1])
  }

  /// "# Minimum requirements per node:", "# Roll back if:": what stands below in bullets are limits.
  private static func opensLimits(_ text: String) -> Bool {
    guard text.utf8.count <= 80, text.hasSuffix(":") || text.hasSuffix("：") else { return false }
    let prose = ProseWords.standard
    return isReason(text) || prose.has(.limits, in: text) || prose.has(.limit, in: text)
      || prose.has(.expected, in: text)
  }

  private static func isReason(_ text: String) -> Bool {
    TriggerText.kind(of: text) == .reasons
  }

  /// What a bullet in a comment says, where it states a limit.
  private static func limit(inBullet text: String) -> String? {
    guard text.hasPrefix("- ") || text.hasPrefix("* ") else { return nil }
    let rest = String(trimmed(text.dropFirst(2)))
    return Checkable.statesLimit(rest) || Checkable.isLabelledCount(rest) ? rest : nil
  }

  /// "# No error events expected".
  private static func deniesOutcome(_ text: String) -> Bool {
    let words = ProseWords.words(in: text)
    return ResultBullet.opensWithNone(text) && words.count <= 8
      && words.last.map {
        ["expected", "esperado", "esperados", "erwartet", "attendu"].contains($0)
      }
        ?? false
  }

  /// "Verify that the proxy is running": asks to make sure of something, and says how it must be.
  private static func isProbe(_ text: String) -> Bool {
    guard text.utf8.count <= 80, let last = text.last, !"?？:：)".contains(last) else { return false }
    let words = ProseWords.words(in: text)
    return words.count >= 4 && ProseWords.standard.opens(words, with: .sureOf)
      && ProbeSentence.statesOutcome(text) && words.contains { beings.contains($0) }
  }

  private static let beings = WordList.words("Remarks.beings")

  /// What stands in parentheses behind what is to be looked at, and that: "Check the disk (at least
  /// 10 GB free)", "Check the log (no errors)".
  private static func probed(_ text: String) -> (aside: String, subject: String)? {
    guard text.utf8.count <= 120, let last = text.last, last == ")" || last == "）",
      let open = text.firstIndex(where: { $0 == "(" || $0 == "（" })
    else { return nil }
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == ")" || $0 == " " }
    let subject = String(trimmed(text[number.endIndex..<open]))
    let aside = String(trimmed(text[open...].dropFirst().dropLast()))
    // What a test should come to is said by the way; see `isAside`.
    guard ProseWords.standard.firstWord(of: .probe, in: ProseWords.words(in: subject)) == 0,
      !subject.lowercased().hasPrefix("test"), !aside.lowercased().hasPrefix("should"),
      !ProbeSentence.statesOutcome(subject), ProseWords.words(in: aside).count <= 8,
      ProseWords.standard.firstWord(of: .if, in: ProseWords.words(in: aside)) == nil,
      Checkable.statesLimit(aside) || ResultBullet.opensWithNone(aside)
    else { return nil }
    return (aside, subject)
  }

  /// `{"status": "ok", …}` of "→ {"status": "ok", …}".
  private static func members(_ text: String) -> String? {
    guard let result = OutcomeSentence.afterArrow(text), result.hasPrefix("{"),
      result.hasSuffix("}"),
      result.contains("\"")
    else { return nil }
    return result
  }

  /// "# All services: no errors".
  private static func namesNone(_ text: String) -> Bool {
    guard text.utf8.count <= 80, let colon = text.firstColon else { return false }
    let value = String(trimmed(text[text.index(after: colon)...]))
    let words = ProseWords.words(in: value)
    return words.count <= 5 && ResultBullet.opensWithNone(value)
      && ProseWords.standard.firstWord(of: .if, in: words) == nil
  }

  /// "Exit code: 0".
  private static func namesExit(_ text: String) -> Bool {
    guard text.utf8.count <= 24, let colon = text.firstColon else { return false }
    return ["exit code", "exit status"].contains(text[..<colon].lowercased())
      && trimmed(text[text.index(after: colon)...]).allSatisfy(\.isNumber)
  }

  private static func isOutcome(_ text: String) -> Bool {
    if deniesOutcome(text) || namesNone(text) || namesExit(text) { return true }
    if let result = OutcomeSentence.afterArrow(text) { return isResult(result) }
    if OutcomeSentence.isSaid(by: text, codes: codes(in: text).map(\.text)) { return true }
    return (OutcomeSentence.demandsLimit(text) || OutcomeSentence.demandsLimit(inProse: text))
      && !isAside(text)
  }

  /// "Measure writes (should be < 5 ms)" is the name of a command, and a bound in brackets is said of
  /// it by the way; not a number that must come out. In capitals it is a demand (RFC 2119).
  private static func isAside(_ text: String) -> Bool {
    guard let open = text.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return false }
    let inside = text[open...]
    return OutcomeSentence.demandsLimit(String(inside))
      && inside.contains { "<>≤≥".contains($0) }
      && !["MUST", "SHOULD", "REQUIRED"].contains { inside.contains($0) }
  }

  /// What comes out of a command, a number or a quoted text alone included.
  private static func isResult(_ text: String) -> Bool {
    if Checkable.isResult(text) { return true }
    guard let first = text.first, let last = text.last, text.utf8.count <= 60 else { return false }
    if text.utf8.count > 2, first == last, "\"'`".contains(first) { return true }
    return first.isNumber && text.allSatisfy { $0.isNumber || ".,%".contains($0) }
  }

  /// What stands between backquotes in a comment.
  private static func codes(in text: String) -> [InlineCode] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return [] }
    return parts.indices.filter { $0 % 2 == 1 && !parts[$0].isEmpty }
      .map { InlineCode(line: 0, text: String(parts[$0])) }
  }

  /// "# Rollback trigger: 2 or more restarts".
  private static func isTrigger(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return TriggerText.isSentence(text) }
    let label = String(text[..<colon])
    // "# Failure: see the log" is guidance.
    if ProseWords.standard.has(.failing, in: label), !Checkable.statesLimit(text) { return false }
    return TriggerText.opens(label)
      && !Checkable.isPlaceholder(String(text[text.index(after: colon)...]))
  }
}
