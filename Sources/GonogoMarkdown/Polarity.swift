internal import GonogoCore

/// What a heading or a lead-in says about the claims under it.
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
      if isBoth || words.dropFirst(index + 1).first == "go" { return nil }
      return isList(words) || words.count <= 2 ? .noGoCriteria : nil
    }
    if let index = words.firstIndex(of: "go"), isList(words) {
      let next = words.dropFirst(index + 1).first
      return next == "live" || next == "to" || next == "back" ? nil : .goCriteria
    }
    return nil
  }

  private static func isList(_ words: [String]) -> Bool {
    words.contains {
      ["if", "when", "all", "any", "criteria", "conditions", "triggers"].contains($0)
    }
  }

  private static func isConditional(_ words: [String]) -> Bool {
    let checks: Set<String> = [
      "check", "checks", "capability", "verification", "verify", "test", "tests", "tested",
      "readiness", "ready", "criteria", "validation",
    ]
    guard let first = words.first(where: { !$0.allSatisfy(\.isNumber) && $0 != "step" }) else {
      return false
    }
    if words.contains(where: { checks.contains($0) }) { return false }
    if first == "if" {
      return words.contains {
        ["nogo", "fails", "failed", "fail", "failure", "wrong"].contains($0)
      }
    }
    return first == "rollback" || first == "emergency"
  }

  /// Lower-case words; `no-go`, `no go` and `nogo` are one.
  private static func words(in text: String) -> [String] {
    let split = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
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
