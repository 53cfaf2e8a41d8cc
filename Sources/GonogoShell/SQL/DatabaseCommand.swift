import GonogoCore

/// Where a call of a database client has its SQL, and what else it does.
struct DatabaseCommand {
  /// The texts to judge; nil stands for one that cannot be seen.
  private(set) var texts: [String?] = []
  /// What its options do besides.
  private(set) var finding: Finding?
  /// True when it waits for a person to type SQL.
  private(set) var isPrompt = false
  let language: CommandLanguage
  let name: String

  init(
    _ language: CommandLanguage, _ name: String, _ arguments: CommandArguments,
    _ input: CommandInput
  ) {
    self.language = language
    self.name = name
    var isDone = false
    for option in arguments.options {
      switch (language, option.name) {
      case (.postgres, "-c"), (.postgres, "--command"), (.mysql, "-e"), (.mysql, "--execute"):
        texts.append(option.value)
      case (.sqlite, "-cmd"): texts.append(option.value)
      case (_, "--version"), (_, "--help"), (.postgres, "-l"), (.postgres, "--list"),
        (.postgres, "-V"), (.mysql, "-V"), (.sqlite, "-version"), (.sqlite, "-help"):
        isDone = true
      default: break
      }
    }
    if language == .sqlite {
      let statements = arguments.positionals.dropFirst()
      texts += statements.map(\.word.text)
    }
    if arguments.options.contains(where: { ["-f", "--file", "-init"].contains($0.name) }) {
      finding = Finding(effect: .unknown, reason: "`\(name)` runs a file that is not seen here")
      isDone = true
    }
    if texts.isEmpty, !isDone {
      switch input {
      case .text(let text): texts.append(text)
      case .hidden: texts.append(nil)
      case .terminal: isPrompt = true
      }
    }
  }
}

extension CommandJudge {
  /// Judges a call of a database client.
  mutating func judgeDatabase(_ command: DatabaseCommand, _ finding: Finding) {
    note(finding)
    if let finding = command.finding { note(finding) }
    if command.isPrompt {
      traits.formUnion([.prompt, .interactive])
      note(.unknown, "`\(command.name)` waits for SQL to be typed")
    }
    let reader = SQLReader(dialect: command.language, functions: rules.functions)
    for text in command.texts {
      guard let text, !text.contains("\0") else {
        note(.unknown, "the SQL of `\(command.name)` is worked out when it runs")
        continue
      }
      let finding = reader.judge(Array(text.utf8))
      note(finding.effect, "`\(command.name)`: \(finding.reason)")
      note(destroys: finding.destroys)
      if text.contains("\\watch") { traits.insert(.endless) }
    }
  }
}
