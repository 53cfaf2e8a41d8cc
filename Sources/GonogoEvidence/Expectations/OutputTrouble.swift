package import GonogoCore

/// Words in what a command printed that speak against taking its success for a proof: "2 FAILED",
/// "SKIPPED", "dry run", "collected 0 items".
package enum OutputTrouble {
  /// Longer outputs are looked through at their end only, where results stand. In lines.
  private static let mostLines = 400

  /// The first line of `result` that says so, or nil. Words of `text`, which is what the success is to
  /// show, are none ("error handling tests").
  package static func line(in result: CommandResult?, about text: String) -> String? {
    guard let result else { return nil }
    let trouble = TroubleWords(expected: text)
    for output in [result.stdout.text, result.stderr.text].compactMap(\.self) {
      for line in output.split(whereSeparator: \.isNewline).suffix(mostLines) {
        let line = String(line.prefix(400))
        if trouble.isFound(in: line) || saysNothingWasDone(line) { return line }
      }
    }
    return nil
  }

  private static func saysNothingWasDone(_ line: String) -> Bool {
    let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1] : ""
      let after = index + 1 < words.count ? words[index + 1] : ""
      if undone.contains(word), before != "0", before != "no", after != "0" { return true }
      if word == "dry", after == "run" || after == "runs" { return true }
      if word == "0", tests.contains(after) { return true }
      if word == "no", tests.contains(after) { return true }
      if word == "background", before == "in" || before == "the" { return true }
    }
    return false
  }

  private static let undone: Set<String> = [
    "skipped", "skipping", "skip", "dryrun", "warning", "warnings", "warn", "pending", "aborted",
    "cancelled", "canceled", "incomplete", "partial", "partially", "ignored", "todo", "omitted",
    "übersprungen", "warnung", "warnungen", "omitido", "omitida", "advertencia", "ignoré",
    "ignorado",
    "跳过", "警告", "失败", "错误", "スキップ", "失敗",
  ]
  private static let tests: Set<String> = [
    "tests", "test", "items", "checks", "passed", "ran", "cases", "files", "rows", "scenarios",
  ]

  /// True for a command that looks for a word of trouble, so that its success is bad news: `grep ERROR log`.
  package static func isLookedFor(by command: String) -> Bool {
    let words = command.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard !command.hasPrefix("!"), words.contains(where: { finders.contains($0) }) else {
      return false
    }
    return words.contains { Vocabulary.standard.isTrouble($0) || $0 == "warn" || $0 == "warning" }
  }

  private static let finders: Set<String> = [
    "grep", "egrep", "fgrep", "zgrep", "rg", "ag", "ack", "findstr",
  ]
}
