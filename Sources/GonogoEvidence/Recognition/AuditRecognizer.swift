import GonogoCore

/// Reads how many vulnerabilities `npm audit` (and `npm install`, which audits too), `pnpm audit` and
/// `yarn audit` found.
struct AuditRecognizer: Recognizer {
  let name = "audit"

  /// Those that npm lists. It counts a fifth in its total, `info`, and leaves it out of the list.
  private static let severities = ["low", "moderate", "high", "critical"]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let command = output.lineSpeaker("npm", "pnpm", "yarn"),
      let verb = command.operands().first, ["audit", "install", "ci", "i"].contains(verb),
      !command.hasOption(nil, "--json")
    else { return [] }
    var found: [[(name: String, count: Int)]] = []
    for line in output.lines {
      if let counts = Self.none(line) ?? Self.counts(line) { found.append(counts) }
    }
    guard found.count == 1 else { return [] }
    return TestCounts.captures(found[0], recognizer: name)
  }

  private static func none(_ line: Substring) -> [(name: String, count: Int)]? {
    let isNone =
      line == "found 0 vulnerabilities" || line == "No known vulnerabilities found"
      || line.hasPrefix("0 vulnerabilities found - Packages audited: ")
    return isNone ? [("vulnerabilities", 0)] + complete([:]) : nil
  }

  /// `5 vulnerabilities (2 moderate, 3 high)` or `1 high severity vulnerability`.
  private static func counts(_ line: Substring) -> [(name: String, count: Int)]? {
    let words = line.fields
    guard let total = words.first?.smallCount, words.count >= 4 else { return nil }
    if words.count == 4, words[2] == "severity",
      words[3] == "vulnerability" || words[3] == "vulnerabilities",
      severities.contains(where: { $0 == words[1] })
    {
      return complete([String(words[1]): total])
    }
    guard words[1] == "vulnerabilities",
      let inner = words[2...].joined(separator: " ").dropping(prefix: "(")?.dropping(suffix: ")")
    else { return nil }
    var counts: [String: Int] = [:]
    for part in inner.split(separator: ",") {
      let pair = part.fields
      guard pair.count == 2, let number = pair[0].smallCount,
        severities.contains(where: { $0 == pair[1] }),
        counts.updateValue(number, forKey: String(pair[1])) == nil
      else { return nil }
    }
    guard counts.values.reduce(0, +) == total else { return nil }
    return [("vulnerabilities", total)] + complete(counts)
  }

  /// Every severity; what is not listed is none.
  private static func complete(_ counts: [String: Int]) -> [(name: String, count: Int)] {
    severities.map { ("\($0)_vulnerabilities", counts[$0, default: 0]) }
  }
}
