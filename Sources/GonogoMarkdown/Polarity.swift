internal import GonogoCore

/// What a heading or a lead-in says about the claims under it.
///
/// A list that is read as the wrong kind turns every box under it into its opposite, so doubt goes
/// to the safe side: what may be a reason to stop is read as one.
enum Polarity {
  /// Reads `text`: nil when it says nothing about GO, NO-GO or a case that need not arise.
  ///
  /// `Go/No-Go Decision` names both and so neither; `If NO-GO` and `Rollback` open a conditional
  /// section; `Rollback capability check` is a check.
  static func role(of text: String) -> Section.Role? {
    let words = Self.words(in: text)
    if isConditional(words) { return .conditional }
    if let index = words.firstIndex(of: "nogo") {
      let isBoth = index > 0 && words[index - 1] == "go"
      return isBoth || words.dropFirst(index + 1).first == "go" ? nil : .noGoCriteria
    }
    if isStopList(words) { return .noGoCriteria }
    guard let index = words.firstIndex(of: "go") else { return nil }
    let isDenied = words[..<index].contains { negations.contains($0) }
    let next = words.dropFirst(index + 1).first
    if isDenied { return isList(words) ? .noGoCriteria : nil }
    if let next, ["live", "to", "back", "through", "over"].contains(next) { return nil }
    // "Go" alone is a language and a verb; in capitals it is the decision.
    let isShort = words.count <= 2 && hasCapitals(text)
    return isList(words) || isShort ? .goCriteria : nil
  }

  private static let negations: Set<String> = [
    "not", "never", "dont", "cannot", "cant", "wont", "stop", "abort", "block", "hold", "halt",
    "without",
  ]

  private static func isList(_ words: [String]) -> Bool {
    words.contains { listWords.contains($0) }
  }

  private static let listWords: Set<String> = [
    "if", "when", "all", "any", "criteria", "conditions", "triggers", "requirements", "unless",
  ]

  /// "Abort if any", "Blockers", "Stop conditions": reasons not to go, by another name.
  private static func isStopList(_ words: [String]) -> Bool {
    let stops: Set<String> = ["abort", "stop", "hold", "halt"]
    let names: Set<String> = ["blockers", "blocker", "showstoppers", "showstopper", "dealbreakers"]
    if words.count <= 3, words.contains(where: { names.contains($0) }) { return true }
    guard let first = words.first, stops.contains(first) else { return false }
    return words.count > 1 && listWords.contains(words[1])
  }

  private static func isConditional(_ words: [String]) -> Bool {
    let checks: Set<String> = [
      "check", "checks", "capability", "verification", "verify", "test", "tests", "tested",
      "readiness", "ready", "validation",
    ]
    guard let first = words.first(where: { !$0.allSatisfy(\.isNumber) && $0 != "step" }) else {
      return false
    }
    if words.contains(where: { checks.contains($0) }) { return false }
    if first == "if" {
      return words.contains { ["nogo", "fails", "failed", "fail", "failure", "wrong"].contains($0) }
    }
    return first == "rollback" || first == "emergency"
  }

  private static func hasCapitals(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains("GO")
  }

  /// Lower-case words; `no-go`, `no go` and `nogo` are one, apostrophes are left out.
  private static func words(in text: String) -> [String] {
    let plain = text.lowercased().filter { $0 != "'" && $0 != "’" }
    let split = plain.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var words: [String] = []
    for word in split {
      if word == "go", words.last == "no" {
        words[words.count - 1] = "nogo"
      } else {
        words.append(word)
      }
    }
    return words
  }
}
