import GonogoCore

/// Reads the sentences with which terraform and OpenTofu close a plan, an apply and a validation.
struct TerraformRecognizer: Recognizer {
  let name = "terraform"

  private static let noChanges: [Substring] = [
    "No changes. Your infrastructure matches the configuration.",
    "No changes. Your infrastructure still matches the configuration.",
    "No changes. No objects need to be destroyed.",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.lineSpeaker("terraform", "tofu") != nil else { return [] }
    var captures: [Capture] = []
    for line in output.lines {
      if let rest = line.dropping(prefix: "Plan: ") {
        guard let counts = Self.counts(rest, marker: "to") else { return [] }
        captures += counts.map { count("to_\($0.word)", $0.count) }
        // "Changes" may as well mean all of them: then there are two that bear the name.
        if counts.contains(where: { $0.word != "change" && $0.count > 0 }) {
          captures.append(count("changes", counts.reduce(0) { $0 + $1.count }))
        }
      } else if Self.noChanges.contains(line) {
        captures += ["add", "change", "destroy"].map { count("to_\($0)", 0) }
      } else if let rest = Self.resources(line) {
        guard let counts = Self.counts(rest, marker: nil) else { return [] }
        captures += counts.map { count($0.word, $0.count) }
      } else if line.hasPrefix("Success! The configuration is valid") {
        captures.append(truth("valid", true, line))
      }
    }
    // Several modules planned one after the other: whose numbers these are nobody could say.
    return Set(captures.map(\.name)).count == captures.count ? captures : []
  }

  private static func resources(_ line: Substring) -> Substring? {
    line.dropping(prefix: "Apply complete! Resources: ")
      ?? line.dropping(prefix: "Destroy complete! Resources: ")
  }

  /// `2 to add, 0 to change, 1 to destroy.` with its marker `to`, or `2 added, …` without.
  private static func counts(
    _ text: Substring, marker: Substring?
  ) -> [(word: String, count: Int)]? {
    guard let sentence = text.dropping(suffix: ".") else { return nil }
    var counts: [(word: String, count: Int)] = []
    for part in sentence.split(separator: ",") {
      let words = part.fields
      guard let number = words.first?.smallCount, words.count == (marker == nil ? 2 : 3),
        marker == nil || words[1] == marker, let last = words.last,
        last.utf8.allSatisfy({ $0.isLetter && !$0.isUpper })
      else { return nil }
      counts.append((String(last), number))
    }
    return counts
  }
}
