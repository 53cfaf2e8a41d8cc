/// What the parts of a command look at, and whether their status says something of it.
extension CommandJudge {
  /// Takes note of what a program looks at. What it hands on to another place is no part of it, nor
  /// are the words of a program that it runs here, which are read by themselves.
  mutating func noteSights(
    _ name: String, _ program: ProgramRules, _ parsed: CommandArguments,
    _ arguments: ArraySlice<ShellWord>
  ) {
    for (sight, rules) in program.sights where rules.contains(where: { $0.matches(parsed) }) {
      lookedAt.sights.insert(sight)
    }
    if program.descends.contains(where: { $0.matches(parsed) }) { lookedAt.descends = true }
    if program.answers.contains(where: { $0.matches(parsed) }) { answers = true }
    if program.keeps.contains(where: { $0.matches(parsed) }) { lookedAt.keeps = true }
    noteTried(program, parsed)
    if ["which", "type", "hash"].contains(name)
      || name == "command" && parsed.options.contains(where: { ["-v", "-V"].contains($0.name) })
    {
      lookedAt.sought.formUnion(arguments.compactMap(\.literal).filter { !$0.hasPrefix("-") })
    }
    if program.language == .remote { worksElsewhere = true }
    if program.wrappedAfter != nil || program.language == .remote { return }
    if !Self.glancing.contains(name) { lookedAt.onlyGlances = false }
    let place = insideIndex(program, parsed).map { parsed.positionals[$0].index }
    noteLookedAt(arguments[..<(place ?? arguments.endIndex)])
    if name == "cd" || name == "pushd" {
      let target = parsed.positionals.first?.word
      lookedAt.entered = target.map { LookedAt.path(of: $0) ?? $0.literal } ?? "~"
    }
  }

  /// Takes note of why the success of a program proves nothing, when the rules say so.
  mutating func noteTried(_ program: ProgramRules, _ parsed: CommandArguments) {
    guard let rule = program.tries.first(where: { $0.matches(parsed) }) else { return }
    tries = tries ?? rule.reason ?? "only tries it out"
  }

  /// True for a text whose status is an answer by its form: `! grep x`, `[[ … ]]`, `(( … ))`, and where it
  /// ends the shell by itself.
  static func isAnswer(_ text: [UInt8]) -> Bool {
    let first = text.first { $0 > ShellByte.space }
    if first == ShellByte.bang { return true }
    let words = String(decoding: text, as: UTF8.self)
    return words.contains("[[ ") || words.contains("((") || words.contains("exit 1")
      || words.contains("return 1")
  }

  /// Programs that tell of a file only that it is there, and how large.
  private static let glancing: Set<String> = [
    "ls", "test", "[", "stat", "du", "wc", "file", "echo", "printf", "true", "tree", "realpath",
    "gzip", "xz", "chmod", "chown", "touch", "exit", "set", "export",
  ]

  mutating func noteLookedAt(_ words: ArraySlice<ShellWord>) {
    for word in words {
      lookedAt.note(word)
      // Whatever the program is, this is what the option says.
      if word.text.hasPrefix("--dry-run") { tries = tries ?? "only tries it out" }
    }
  }
}
