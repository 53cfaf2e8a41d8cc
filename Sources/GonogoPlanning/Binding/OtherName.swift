import GonogoCore
import GonogoEvidence

/// Names in a command that make another thing of what a sentence speaks of, and words by which a sentence
/// speaks of several where the command may be about one.
enum OtherName {
  /// `nginx-exporter` beside "nginx is active": a longer name with a word of `subject` in it, of which `claim`
  /// does not say the rest; nil when there is none.
  static func found(in command: String, for subject: Set<String>, _ claim: String) -> String? {
    let said = Meaning(claim).words
    for token in command.split(whereSeparator: { !isName($0) }) where token.contains("-") {
      guard !token.hasPrefix("-"), token.utf8.count <= 80 else { continue }
      let parts = token.split(separator: "-").map {
        String($0.prefix { $0.isLetter || $0.isNumber })
      }
      guard parts.count > 1, parts.allSatisfy({ $0.count > 1 }) else { continue }
      let keys = parts.map { Meaning($0).words.first ?? "" }
      let isStaged = parts.contains { stages.contains($0.lowercased()) }
      guard isStaged || keys.contains(where: { subject.contains($0) }) else { continue }
      let others = zip(parts, keys).filter { part, key in
        !key.isEmpty && !said.contains(key) && !plain.contains(part.lowercased())
      }
      if !others.isEmpty { return String(token) }
    }
    return nil
  }

  private static func isName(_ sign: Character) -> Bool {
    sign.isLetter || sign.isNumber || sign == "-" || sign == "_"
  }

  /// Parts of names that say that it is not the one in use.
  private static let stages: Set<String> = [
    "staging", "stage", "dev", "qa", "canary", "old", "backup", "replica", "standby", "exporter",
    "sentinel",
  ]

  /// Parts of names that say nothing of which one is meant.
  private static let plain: Set<String> = [
    "service", "server", "svc", "deployment", "pod", "cli", "client", "app", "api", "main", "db",
    "isready",
    "is", "active", "stat", "status", "ctl", "admin", "tool", "check", "health", "run", "test",
    "tests", "stack",
  ]

  /// "Workers" of "Workers are active", "each" of "Each health check returns 200", where no command says as
  /// much; nil when one answer is enough.
  static func several(
    in claim: String, besides commands: [String], _ assertion: Assertion
  ) -> String? {
    switch assertion {
    case .state, .contains, .status: break
    default: return nil
    }
    let words = WordSplit.lettersAndDigits(in: claim[...])
    if let all = words.first(where: { alls.contains($0) }) { return all }
    let spoken = Set(commands.flatMap { WordSplit.lettersAndDigits(in: $0[...]) })
    guard
      let being = words.firstIndex(where: { ["are", "respond", "return", "run"].contains($0) }),
      being > 0
    else { return nil }
    let noun = words[being - 1]
    return noun.hasSuffix("s") && !noun.hasSuffix("ss") && noun.count > 3 && !spoken.contains(noun)
      && noun != "tests" ? noun : nil
  }

  private static let alls: Set<String> = [
    "each", "every", "both", "alle", "jede", "jeder", "beide", "cada", "ambos", "chaque",
  ]
}
