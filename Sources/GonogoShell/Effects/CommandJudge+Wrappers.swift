import GonogoCore

extension CommandJudge {
  /// Judges a program that runs another one: `sudo`, `env`, `timeout`, `xargs` …
  mutating func judgeWrapped(
    _ name: String, _ program: ProgramRules, _ parsed: CommandArguments,
    _ arguments: ArraySlice<ShellWord>, skipping count: Int, input: CommandInput
  ) {
    var index = parsed.positionals.first?.index ?? arguments.endIndex
    index = min(index + count, arguments.endIndex)
    var names: [String] = []
    if ["env", "sudo", "doas"].contains(name) {
      while index < arguments.endIndex, let variable = ShellParser.assignedName(arguments[index]) {
        names.append(variable)
        index += 1
      }
    }
    let wrapped = arguments[index...]
    guard let first = wrapped.first else {
      if !names.isEmpty, name == "env" { return note(.reads, "`env` only shows variables") }
      return note(finding(name, program, parsed))
    }
    for variable in names where !EffectRules.matches(variable, rules.safeVariables) {
      note(.unknown, "`\(variable)=` in front of a command may change what it does")
    }
    // An option that is not known may take what looks like the command as its value.
    if parsed.firstUndeclared != nil {
      note(.unknown, "an option of `\(name)` is not known")
    }
    if program.effects.contains(where: { $0.matches(parsed) && $0.weight > 0 }) {
      let special = finding(name, program, parsed)
      if special.effect == .reads, parsed.firstUndeclared == nil { return note(special) }
      note(special)
    }
    if name == "xargs" {
      let isHarmless = first.literal.flatMap { programs[$0] }?.readsAnything ?? false
      if !isHarmless { note(.unknown, "`xargs` adds arguments that are not seen here") }
    }
    judge(wrapped, input: input)
  }

  /// Judges a program whose arguments or input are in a language of their own.
  mutating func judge(
    _ language: CommandLanguage, _ name: String, _ parsed: CommandArguments,
    _ arguments: ArraySlice<ShellWord>, input: CommandInput
  ) {
    switch language {
    case .postgres, .mysql, .sqlite:
      judgeDatabase(
        DatabaseCommand(language, name, parsed, input),
        finding(name, programs[name] ?? ProgramRules(), parsed))
    case .sed, .awk: judgeScript(language, name, parsed)
    case .shell: judgeShell(name, parsed, input)
    case .line:
      // `watch` has options of its own; the words after them are the command line.
      let start = parsed.positionals.first?.index ?? arguments.endIndex
      judgeLine(name, arguments[start...], parsed)
    case .remote:
      // Options may follow the host: `ssh host -p 22`.
      let host = parsed.positionals.first?.index ?? arguments.endIndex - 1
      let behind = CommandArguments(
        arguments[min(host + 1, arguments.endIndex)...], of: programs[name] ?? ProgramRules(),
        stopsAtWord: true)
      let rest = behind.positionals.map(\.word)
      guard parsed.options.allSatisfy({ $0.name != "-V" }) else {
        return note(.reads, "`\(name) -V` only reads")
      }
      note(.unknown, "`\(name)` works on another machine")
      if rest.isEmpty {
        if input == .terminal {
          traits.formUnion([.shell, .interactive])
        }
      } else {
        // What it looks at there is the other machine.
        let looked = lookedAt
        judgeLine(name, rest[...], parsed)
        lookedAt = looked
      }
    }
  }

  private mutating func judgeLine(
    _ name: String, _ words: ArraySlice<ShellWord>, _ parsed: CommandArguments
  ) {
    if name != "ssh",
      parsed.firstUndeclared.map({ $0 < (parsed.positionals.first?.index ?? 0) }) == true
    {
      note(.unknown, "an option of `\(name)` is not known")
    }
    if name == "eval" { note(.unknown, "`eval` runs what its words become") }
    var line = ""
    for word in words {
      guard let text = word.literal else {
        return note(.unknown, "what `\(name)` runs is worked out when it runs")
      }
      line += line.isEmpty ? text : " " + text
    }
    if !line.isEmpty { judge(Array(line.utf8)) }
  }

  private mutating func judgeShell(
    _ name: String, _ parsed: CommandArguments, _ input: CommandInput
  ) {
    if parsed.options.contains(where: { $0.name == "--version" || $0.name == "--help" }) {
      return note(.reads, "`\(name)` only tells about itself")
    }
    let letters = parsed.options.filter { !$0.name.hasPrefix("--") }.map(\.name)
    if letters.contains("-c") {
      // Not a value of `-c` in bash's eyes: the first word after the options.
      guard let script = parsed.positionals.first?.word.literal else {
        return note(.unknown, "the script of `\(name) -c` is worked out when it runs")
      }
      judge(Array(script.utf8))
      return
    }
    if letters.contains("-n") { return note(.reads, "`\(name) -n` only checks the syntax") }
    if !parsed.positionals.isEmpty, !letters.contains("-s") {
      return note(.unknown, "`\(name)` runs a script that is not seen here")
    }
    switch input {
    case .text(let script): judge(Array(script.utf8))
    case .hidden: note(.unknown, "`\(name)` runs what it is given on standard input")
    case .terminal:
      traits.formUnion([.shell, .interactive])
      note(.unknown, "`\(name)` opens a shell")
    }
  }

  private mutating func judgeScript(
    _ language: CommandLanguage, _ name: String, _ parsed: CommandArguments
  ) {
    let program = programs[name] ?? ProgramRules()
    let byRule = finding(name, program, parsed)
    note(byRule)
    guard byRule.effect == .reads else { return }
    var scripts = parsed.options.filter { $0.name == "-e" || $0.name == "--expression" }.map {
      $0.value ?? "\0"
    }
    if scripts.isEmpty { scripts = parsed.positionals.prefix(1).map(\.word.text) }
    for script in scripts {
      let isHarmless =
        language == .sed
        ? SedScript.onlyEdits(Array(script.utf8)) : AwkProgram.onlyPrints(Array(script.utf8))
      if !isHarmless { note(.unknown, "the script of `\(name)` may write files or run programs") }
    }
  }
}
