import GonogoCore

/// Turns the counts of a test run into captures.
enum TestCounts {
  /// One capture for each count, in the order given.
  static func captures(_ counts: [(name: String, count: Int)], recognizer: String) -> [Capture] {
    counts.map { name, count in
      Capture(
        name: name, value: .quantity(Quantity(Double(count))), text: String(count),
        recognizer: recognizer)
    }
  }

  /// The one command of `output` that mentions `word`, when its output is seen whole: through no
  /// filter that could have cut off what failed.
  static func isWhole(_ output: CommandOutput, word: String) -> Bool {
    let matching = output.commands.filter { command in
      command.words.contains { $0 == word || $0.hasSuffix("/\(word)") }
    }
    return matching.count == 1 && matching[0].printsToOutput && !matching[0].isNested
  }
}
