import GonogoCore

extension CommandJudge {
  /// Which positional argument names the place when a command runs another one elsewhere: the
  /// container of `docker exec`; nil for every other command.
  func insideIndex(_ program: ProgramRules, _ parsed: CommandArguments) -> Int? {
    program.insides.first { words in
      parsed.positionals.count > words.count
        && zip(words, parsed.positionals).allSatisfy { $0 == $1.word.literal }
    }?.count
  }

  /// Judges what is run in the container that argument `place` names.
  mutating func judgeInside(
    _ name: String, _ parsed: CommandArguments, _ arguments: ArraySlice<ShellWord>, _ place: Int,
    input: CommandInput
  ) {
    let container = parsed.positionals[place]
    var start = container.index + 1
    if let dashes = arguments[start...].firstIndex(where: { $0.literal == "--" }) {
      start = dashes + 1
    } else {
      // Options of the outer program may follow the name (`kubectl exec pod -c app ls`).
      while start < arguments.endIndex, arguments[start].text.hasPrefix("-") {
        note(.unknown, "an option of `\(name)` stands where its command is looked for")
        start += 1
      }
    }
    if parsed.firstUndeclared.map({ $0 < container.index }) == true {
      note(.unknown, "an option of `\(name)` is not known")
    }
    let inner = arguments[min(start, arguments.endIndex)...]
    guard !inner.isEmpty else {
      return note(.unknown, "`\(name)` runs something that is not seen here")
    }
    note(.reads, "`\(name)` only passes a command on")
    judgeElsewhere(inner, input: input)
  }

  /// A program of which nothing is known may hand the words after `--` on: what they would wait
  /// for is waited for all the same.
  mutating func noteHandedOn(_ words: ArraySlice<ShellWord>, input: CommandInput) {
    guard let dashes = words.firstIndex(where: { $0.literal == "--" }) else { return }
    judgeElsewhere(words[(dashes + 1)...], input: input)
  }
}
