/// Judges a command from its text alone, before anything runs.
package struct CommandReader {
  private let programs: KnownPrograms

  /// A reader that knows what `rules` say.
  package init(rules: EffectRules) {
    programs = KnownPrograms(rules)
  }

  /// What `command`, one statement or several, does, needs and sets.
  ///
  /// What cannot be followed is unknown, never harmless. `defined` are the functions and aliases
  /// that commands before it have defined (`CommandReading.defines`): a call of one is unknown,
  /// even when it bears the name of a harmless program.
  package func read(_ command: String, defined: Set<String> = []) -> CommandReading {
    var judge = CommandJudge(programs: programs, known: defined)
    let text = Array(command.utf8)
    let facts = judge.judge(text)
    return judge.reading(of: facts, in: text)
  }
}
