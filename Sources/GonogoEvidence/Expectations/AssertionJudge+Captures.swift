import GonogoCore

extension AssertionJudge {
  /// None of something: a count with that name.
  func zero(_ noun: String) -> Judgement {
    let wanted = CountName.words(noun)
    if let filtered = commands.first(where: \.isFiltered) {
      return Judgement(.unknown, because: "“\(filtered.name)” is a pipeline, which may hide some")
    }
    let counts = captures.filter { capture in
      capture.row == nil && capture.quantity?.unit == Unit.none
        && CountName.words(capture.name) == wanted
    }
    guard let only = counts.first, counts.count == 1, let count = only.quantity?.value else {
      return Judgement(.unknown, because: "no count of \(noun) was printed")
    }
    // Database errors are errors, too.
    if count == 0,
      let other = captures.first(where: { capture in
        capture.row == nil && capture.quantity.map { $0.value != 0 && $0.unit == Unit.none } == true
          && CountName.words(capture.name).isStrictSuperset(of: wanted)
      })
    {
      return Judgement(
        .unknown, because: "\(only.name) is 0, but \(other.name) is \(other.text)")
    }
    return Judgement(
      count == 0 ? .pass : .fail, because: "\(only.name) is \(NumberText.short(count)), must be 0")
  }

  /// All of them: a table with a column of states, each the one that is asked for.
  func all(_ noun: String, _ state: String) -> Judgement {
    guard let only = commands.first, commands.count == 1, let result = only.result else {
      return Judgement(.unknown, because: "several commands belong to it")
    }
    if only.isFiltered || only.selects || only.text.lowercased().contains(state.lowercased()) {
      return Judgement(.unknown, because: "“\(only.name)” shows a part of them only")
    }
    let columns = Set(result.captures.filter { Self.isState($0.name) }.map(\.name))
    let rows = result.captures.first { $0.name == "row_count" }?.quantity?.value ?? 0
    guard let column = columns.first, columns.count == 1, rows >= 1 else {
      return Judgement(.unknown, because: "no table with one column of states was printed")
    }
    let number = noun.prefix { $0.isNumber }
    if !number.isEmpty, Double(number) != rows {
      return Judgement(
        .unknown, because: "the table has \(NumberText.short(rows)) rows, must be \(number)")
    }
    let cells = result.captures.filter { $0.name == column }
    guard Double(cells.count) == rows else {
      return Judgement(.unknown, because: "not every row of the table has its \(column)")
    }
    if let other = cells.first(where: { $0.text.lowercased() != state.lowercased() }) {
      let row = other.row.map { " of row \($0)" } ?? ""
      return Judgement(
        Self.isBad(other.text) ? .fail : .unknown,
        because: "\(column)\(row) is “\(other.text)”, must be “\(state)”")
    }
    if let part = result.captures.first(where: { $0.name == "READY" && !Self.isComplete($0.text) })
    {
      return Judgement(
        .unknown, because: "\(column) is “\(state)”, but READY says “\(part.text)”")
    }
    return Judgement(.pass, because: "\(column) is “\(state)” in all \(cells.count) rows")
  }

  /// False for `1/2`: not all that there should be is ready.
  private static func isComplete(_ ready: String) -> Bool {
    let parts = ready.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count != 2 || parts[0] == parts[1]
  }

  /// In this state: the one value named so, or the word that is the whole output.
  func state(_ state: String) -> Judgement {
    let named = captures.filter { $0.row == nil && Self.isState($0.name) }
    let values = named.isEmpty ? wholeWords : named.map(\.text)
    guard let only = values.first, values.count == 1 else {
      return Judgement(
        .unknown,
        because: values.isEmpty ? "no state was printed" : "more than one state was printed")
    }
    let name = named.first?.name ?? "the output"
    if only.lowercased() == state.lowercased() {
      return Judgement(.pass, because: "\(name) is “\(only)”")
    }
    return Judgement(
      Self.isBad(only) ? .fail : .unknown, because: "\(name) is “\(only)”, must be “\(state)”")
  }

  /// "Working tree clean", by what git says of it; nil for other states and other commands.
  func tree(_ statement: String, _ state: String) -> Judgement? {
    guard state.lowercased() == "clean", let only = commands.first, commands.count == 1,
      Meaning(statement).words.isSubset(
        of: Meaning("git working tree directory repository clean").words),
      let found = captures.first(where: {
        $0.recognizer == "git-status" && $0.name == "working_tree_clean"
      })
    else { return nil }
    // Of which repository it speaks, a folder or a setting before it says.
    if !only.text.hasPrefix("git status") || only.text.contains(";") || only.text.contains("&") {
      return Judgement(.unknown, because: "“\(only.name)” may look at another repository")
    }
    return Judgement(
      found.text == "clean" ? .pass : .fail,
      because: "git says that the working tree is \(found.text)")
  }

  private var captures: [Capture] { commands.flatMap { $0.result?.captures ?? [] } }

  /// The outputs that are one word.
  private var wholeWords: [String] {
    commands.compactMap { command in
      guard let output = command.output else { return nil }
      let text = output.trimmedLines
      let isWord = !text.isEmpty && !text.unicodeScalars.contains(where: ScalarForm.isBlank)
      return isWord ? String(text) : nil
    }
  }

  private static func isState(_ name: String) -> Bool {
    ["status", "state", "health"].contains(name.lowercased())
  }

  /// Words that deny any state a list wishes for.
  private static func isBad(_ text: String) -> Bool {
    let word = text.lowercased()
    return Vocabulary.standard.adverse.contains(word)
      || [
        "error", "degraded", "inactive", "stopped", "exited", "dead", "critical",
        "crashloopbackoff",
        "not_ready", "notready", "offline", "pending", "evicted", "terminated", "disabled",
      ].contains(word)
  }
}
