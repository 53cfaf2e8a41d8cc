package import GonogoCore

/// Words in what a command printed that speak against taking its success for a proof: "2 FAILED",
/// "SKIPPED", "dry run", "collected 0 items".
package enum OutputTrouble {
  /// The first line of `result` that says so, or nil. Words of `text`, which is what the success is to
  /// show, are none ("error handling tests").
  package static func line(in result: CommandResult?, about text: String) -> String? {
    guard let result else { return nil }
    let trouble = TroubleWords(expected: text)
    let wanted = denied(in: text)
    for output in [result.stdout.text, result.stderr.text].compactMap(\.self) {
      for line in output.lines {
        let line = String(line.prefix(400))
        if trouble.isFound(in: line) || saysNothingWasDone(line, wanted) || isMarked(line)
          || isMissing(line, text) || looksAtNothing(line, text)
        {
          return line
        }
      }
    }
    return nil
  }

  /// "✗ login", "not ok 4", "2/5 suites".
  private static func isMarked(_ line: String) -> Bool {
    if line.unicodeScalars.contains(where: { "✗✘❌🔴⛔".unicodeScalars.contains($0) }) { return true }
    if line.trimmedLines.hasPrefix("not ok") || deniesGood(line) { return true }
    return saysPart(line)
  }

  /// "2/5 suites", "passed: 12/14", "12 of 14 passed": fewer than there are.
  private static func saysPart(_ line: String) -> Bool {
    let words = line.split { $0 == " " || $0 == "(" || $0 == ")" || $0 == "," }.map {
      $0.filter { $0 != ":" }.lowercased()
    }
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1] : ""
      if word == "of", index > 0, index + 1 < words.count, let some = Int(before),
        let all = Int(words[index + 1]), some < all,
        index < 2 || !Vocabulary.standard.isPrinted(words[index - 2], .counting)
      {
        return true
      }
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let some = Int(parts[0]), let all = Int(parts[1]), some < all else {
        continue
      }
      let after = index + 1 < words.count ? words[index + 1] : ""
      if [before, after].contains(where: {
        Vocabulary.standard.isPrinted($0, .tested) || Vocabulary.standard.role(of: $0) == .good
      }) {
        return true
      }
    }
    return false
  }

  /// "requests: 0", "rows scanned = 0": nothing was looked at, so that nothing was found either.
  private static func looksAtNothing(_ line: String, _ statement: String) -> Bool {
    guard let sign = line.lastIndex(where: { $0 == ":" || $0 == "=" }),
      WordSplit.lettersAndDigits(in: line[sign...]).first == "0"
    else { return false }
    let names = WordSplit.lettersAndDigits(in: line[..<sign])
    return names.count <= 3
      && names.contains { Vocabulary.standard.isPrinted($0, .looked) }
      && !names.contains { Vocabulary.standard.isTrouble($0) }
      && !deniesCount(statement, of: names)
  }

  /// "No requests", "0 pending requests": just that is what there must be none of.
  private static func deniesCount(_ statement: String, of names: [String]) -> Bool {
    let words = WordSplit.lettersAndDigits(in: statement[...])
    guard let first = words.first, ["no", "0", "zero"].contains(first) else { return false }
    return words.dropFirst().allSatisfy { names.contains($0) }
  }

  /// "node: command not found", "No resources found", unless the statement is about that.
  private static func isMissing(_ line: String, _ statement: String) -> Bool {
    let lower = line.lowercased()
    return ["not found", "no resources found", "no such file"].contains { phrase in
      lower.contains(phrase) && !statement.lowercased().contains(phrase)
    }
  }

  /// "valid: false", "ok=no".
  private static func deniesGood(_ line: String) -> Bool {
    guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
    let value = WordSplit.lettersAndDigits(in: line[sign...])
    guard value == ["false"] || value == ["no"] else { return false }
    return WordSplit.lettersAndDigits(in: line[..<sign]).contains { word in
      Vocabulary.standard.role(of: word) == .good || Vocabulary.standard.isPrinted(word, .well)
    }
  }

  /// What a statement says that there must be none of: "rows" of "No rows". Of tests and checks that none
  /// was run is never what is meant.
  private static func denied(in text: String) -> Set<String> {
    let words = WordSplit.lettersAndDigits(in: text[...])
    let rows: Set<String> = ["row", "rows", "record", "records", "result", "results", "entries"]
    return Set(
      zip(words, words.dropFirst()).filter { ["0", "no", "zero"].contains($0.0) }.map(\.1)
    ).intersection(rows)
  }

  /// True for "0 tests" and its like, unless there is to be none of just that.
  private static func saysNothingWasDone(_ line: String, _ wanted: Set<String>) -> Bool {
    let vocabulary = Vocabulary.standard
    let words = WordSplit.lettersAndDigits(in: line[...])
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1] : ""
      let after = index + 1 < words.count ? words[index + 1] : ""
      if vocabulary.isPrinted(word, .undone), after != "0" {
        // "Errors: 0, Skipped: 12": the number before belongs to another name.
        let lower = line.lowercased()
        let isNamed = lower.contains(word + ":") || lower.contains(word + "=")
        if isNamed || before != "0" && before != "no" { return true }
      }
      if word == "dry", after == "run" || after == "runs" { return true }
      if word == "0" || word == "no", vocabulary.isPrinted(after, .tested), !wanted.contains(after)
      {
        return true
      }
      // "Tests run: 0"
      if word == "0", before == "run" || before == "ran" { return true }
      if word == "background", before == "in" || before == "the" { return true }
    }
    return false
  }

  /// True for a command that looks for a word of trouble, so that its success is bad news: `grep ERROR log`.
  package static func isLookedFor(by command: String) -> Bool {
    let words = command.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard !command.hasPrefix("!"),
      words.contains(where: { Vocabulary.standard.isPrinted($0, .finder) })
    else {
      return false
    }
    return words.contains { Vocabulary.standard.isTrouble($0) || $0 == "warn" || $0 == "warning" }
  }
}
