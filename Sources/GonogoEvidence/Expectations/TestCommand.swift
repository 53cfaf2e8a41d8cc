import GonogoCore

/// What of its tests a command runs, by its words: all that there are, or a part that somebody picked.
enum TestCommand {
  /// The first word by which `text` may run a part only; nil when all of it is known to run everything, or to
  /// pick what the sentence names itself (`named`).
  ///
  /// Only words that are known to leave nothing out are passed over: a program has too many ways to pick.
  static func part(of text: String, named: Meaning) -> String? {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)
    guard let rest = arguments(words) else { return words.first ?? text }
    // Without `./...` it runs the tests of one package.
    if words[0] == "go" || words[0].hasSuffix("/go"), !rest.contains("./...") { return text }
    var isValue = false
    for word in rest {
      if isValue {
        isValue = false
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      if word.hasPrefix("-") {
        guard harmless.contains(name) else { return word }
        isValue = valued.contains(name) && !word.contains("=")
      } else if !wholes.contains(word),
        Meaning(word).words.isDisjoint(with: named.words) || named.words == ["test"]
      {
        return word
      }
    }
    return nil
  }

  /// What stands behind the program that runs tests; nil when something else comes first.
  private static func arguments(_ words: [String]) -> ArraySlice<String>? {
    guard let first = words.first?.split(separator: "/").last.map(String.init) else { return nil }
    let spelled = [first] + words.dropFirst()
    for opening in openings where spelled.starts(with: opening) {
      return words.dropFirst(opening.count)
    }
    return nil
  }

  /// A line by which a runner says itself that it ran a part.
  static func partial(_ output: String) -> String? {
    for line in output.split(whereSeparator: \.isNewline) {
      let text = line.lowercased()
      if text.contains("test suites matching") || text.contains("related to")
        || text.hasPrefix("ran all test suites in")
      {
        return String(line.prefix(80))
      }
      // "41 filtered out"
      let words = text.split { !$0.isLetter && !$0.isNumber }
      for index in words.indices.dropFirst() where words[index] == "filtered" {
        if let count = Int(words[index - 1]), count > 0 { return String(line.prefix(80)) }
      }
    }
    return nil
  }

  private static let openings: [[String]] = [
    ["pytest"], ["python", "-m", "pytest"], ["python3", "-m", "pytest"],
    ["poetry", "run", "pytest"],
    ["uv", "run", "pytest"], ["pipenv", "run", "pytest"], ["go", "test"], ["cargo", "test"],
    ["npm", "test"], ["npm", "run", "test"], ["yarn", "test"], ["pnpm", "test"],
    ["pnpm", "run", "test"],
    ["npx", "jest"], ["jest"], ["npx", "vitest", "run"], ["vitest", "run"], ["node", "--test"],
  ]
  /// Operands that name everything.
  private static let wholes: Set<String> = [".", "./...", "tests", "tests/", "./tests", "--"]
  private static let harmless: Set<String> = [
    "-v", "-vv", "-q", "-s", "--verbose", "--quiet", "-race", "-count", "-cover", "-coverprofile",
    "-timeout", "-parallel", "--tb", "-n", "--color", "--cov", "--cov-report", "--ci", "--coverage",
    "--silent", "--runInBand", "--workspace", "--all", "--all-features", "--all-targets",
    "--release",
    "--locked", "--no-fail-fast", "--nocapture", "-rA", "-ra", "--durations", "--reporter",
    "--reporters", "--maxWorkers", "--watch", "--watchAll", "--strict-markers", "--junitxml", "-W",
    "--testTimeout", "--",
  ]
  /// Those of them whose value is the next word.
  private static let valued: Set<String> = [
    "-n", "-timeout", "-count", "-coverprofile", "-parallel", "--durations", "--maxWorkers",
    "--reporter", "--reporters", "-W", "--testTimeout", "--junitxml",
  ]
}
