import GonogoCore

/// Goes through the parts of one command and keeps the worst of what they do.
struct CommandJudge {
  /// How deep a script may stand in a script (`bash -c "bash -c …"`).
  static let depthLimit = 5

  let programs: KnownPrograms
  private(set) var worst = Finding(effect: .reads, reason: "it only reads")
  private var hasFinding = false
  private var tools: [String] = []
  private var seenTools: Set<String> = []
  private var functions: Set<String> = []
  /// Functions and aliases that earlier commands have defined.
  private let known: Set<String>
  /// True once a function or alias of an earlier command is called.
  private var callsFunction = false
  private var depth = 0
  private var hasBegun = false
  private var beginsUnknown = false
  /// What the first part that destroys something destroys.
  private(set) var destroys: String?
  /// What the parts are besides their effect.
  var traits: Set<CommandTrait> = []
  /// What the parts look at.
  var lookedAt = LookedAt()
  /// True when some of it is run on another machine or in a container.
  var worksElsewhere = false
  /// True when the status of some part is the answer to a question, or says that something was done.
  var answers = false
  /// Why its success proves nothing, whatever it does otherwise; to be put behind its name.
  var tries: String?

  var rules: EffectRules { programs.rules }

  init(programs: KnownPrograms, known: Set<String>) {
    self.programs = programs
    self.known = known
  }

  /// Judges a shell text; used again for scripts inside it.
  @discardableResult
  mutating func judge(_ text: [UInt8]) -> ShellFacts {
    guard depth < Self.depthLimit else {
      note(.unknown, "the command nests too deep to be read")
      return ShellFacts()
    }
    var parser = ShellParser(text, collects: true)
    parser.parse()
    let facts = parser.facts
    for name in facts.assigned where EffectRules.matches(name, rules.unsafeVariables) {
      note(.unknown, "setting `\(name)` changes what later commands mean")
    }
    depth += 1
    let outer = functions
    functions.formUnion(facts.functions)
    for command in facts.commands { judge(command, in: facts) }
    for redirection in facts.redirections { judge(redirection) }
    if facts.waitsInLoop { traits.insert(.endless) }
    if facts.isUncertain { note(.unknown, "the command cannot be read to its end") }
    functions = outer
    depth -= 1
    return facts
  }

  /// Keeps a finding if it is worse than those before.
  mutating func note(_ effect: Effect, _ reason: String) {
    if !hasFinding || effect > worst.effect { worst = Finding(effect: effect, reason: reason) }
    hasFinding = true
  }

  mutating func note(_ finding: Finding) { note(finding.effect, finding.reason) }

  /// Takes note of what is destroyed.
  mutating func note(destroys what: String?) { destroys = destroys ?? what }

  /// Takes note of a program that must be there.
  mutating func need(_ tool: String) {
    if seenTools.insert(tool).inserted { tools.append(tool) }
  }

  /// All of it together.
  private func inner(_ facts: ShellFacts) -> InnerParts {
    var inner = facts.inner
    // A loop over one command is several, and so is what a function holds.
    inner.areSeveral = inner.areSeveral || facts.commands.count > 1 || callsFunction
    return inner
  }

  func reading(of facts: ShellFacts, in text: [UInt8]) -> CommandReading {
    var names: Set<String> = []
    var worst = worst
    var lookedAt = lookedAt
    lookedAt.variables = Set(facts.uses.map(\.name))
    if lookedAt.variables.contains("HOSTNAME") { lookedAt.sights.insert(.hostname) }
    if !worksElsewhere { for mention in PathMention.all(in: text) { lookedAt.note(mention) } }
    if let destroys, worst.effect < .changes {
      worst = Finding(effect: .changes, reason: "it destroys \(destroys)")
    }
    return CommandReading(
      effect: worst.effect, effectReason: worst.reason, tools: tools,
      reads: facts.uses.filter { !ShellVariables.isSetByShell($0.name) },
      assigns: facts.assigned.filter { names.insert($0).inserted },
      defines: facts.functions.union(AssigningBuiltins.aliases(setBy: facts.commands)),
      writesGit: traits.contains(.repository), isEndless: traits.contains(.endless),
      isInteractive: traits.contains(.interactive), opensShell: traits.contains(.shell),
      opensPrompt: traits.contains(.prompt),
      beginsUnknown: beginsUnknown, inner: inner(facts),
      searchesFiles: AnsweringPrograms.isSearchOfFiles(facts), lookedAt: lookedAt,
      onlyShows: worst.effect == .reads && !answers && !Self.isAnswer(text), tries: tries,
      destroys: destroys)
  }

  private mutating func judge(_ command: SimpleCommand, in facts: ShellFacts) {
    for redirection in command.redirections { judge(redirection) }
    let input = CommandInput(command, facts)
    judgeAssignments(command)
    if command.hidesExpansion {
      note(.unknown, "a value holds what arithmetic would run")
    }
    for name in AssigningBuiltins.names(setBy: command)
    where EffectRules.matches(name, rules.unsafeVariables) {
      note(.unknown, "setting `\(name)` changes what later commands mean")
    }
    if waitsForALine(command) { traits.insert(.interactive) }
    if !command.words.isEmpty { judge(command.words[...], input: input) }
  }

  private mutating func judge(_ redirection: Redirection) {
    lookedAt.note(redirection.target)
    let target = redirection.target.literal
    switch redirection.symbol {
    case "<", "<<", "<<<", "<&": return
    case ">&":
      if let target, target == "-" || target.utf8.allSatisfy(ShellByte.isDigit) { return }
      if let target, target.last == "-", target.dropLast().allSatisfy(\.isNumber) { return }
    default: break
    }
    if let target, ["/dev/null", "/dev/stderr", "/dev/stdout", "/dev/tty"].contains(target) {
      return
    }
    // What a device holds is written over as `dd` does.
    if let target, let program = programs[">"] {
      let words = CommandArguments([redirection.target], of: program)
      noteDestroyed(by: "> \(target)", program, words, isShown: true)
    }
    let name = redirection.target.text.replacing("\0", with: "…")
    note(.changes, "`\(redirection.symbol) \(name)` writes to a file")
  }

  private mutating func judgeAssignments(_ command: SimpleCommand) {
    for name in command.assignments {
      if command.words.isEmpty {
        if EffectRules.matches(name, rules.unsafeVariables) {
          note(.unknown, "setting `\(name)` changes what later commands mean")
        } else {
          note(.reads, "it only sets variables")
        }
      } else if !EffectRules.matches(name, rules.safeVariables) {
        note(.unknown, "`\(name)=` in front of a command may change what it does")
      }
    }
  }

  /// Judges a command given as words, the program's name first; again for a program it runs.
  mutating func judge(_ words: ArraySlice<ShellWord>, input: CommandInput) {
    guard let first = words.first else { return }
    guard let spelled = first.literal, !spelled.isEmpty else {
      return note(.unknown, "the name of the program is worked out when it runs")
    }
    if functions.contains(spelled) { return note(.reads, "it calls its own function") }
    if known.contains(spelled) {
      callsFunction = true
      return note(.unknown, "`\(spelled)` is a function or alias defined before")
    }
    guard let name = Self.programName(spelled) else {
      noteLookedAt(words[...])
      lookedAt.onlyGlances = false
      need(spelled)
      noteTraits(ofNamesake: spelled, words.dropFirst(), input)
      return note(.unknown, "nothing is known of the program `\(spelled)`")
    }
    let isFirst = !hasBegun
    hasBegun = true
    guard let program = programs[name] else {
      noteLookedAt(words[...])
      need(name)
      beginsUnknown = beginsUnknown || isFirst
      if input == .terminal, Self.mayOpenShell(words.dropFirst()) { traits.insert(.shell) }
      noteHandedOn(words, input: input)
      return note(.unknown, "nothing is known of the program `\(name)`")
    }
    let arguments = words.dropFirst()
    if program.isBuiltin {
      if AssigningBuiltins.hidesName(name, arguments) {
        note(.unknown, "which variables `\(name)` sets is worked out when it runs")
      }
      // A subscript in the name of a variable is expanded once more: `unset 'a[$(…)]'`.
      if arguments.contains(where: { $0.hidesExpansion }) || input.hidesExpansion {
        note(.unknown, "`\(name)` may expand what is quoted")
      }
    } else {
      need(name)
    }
    let runsAnother =
      program.wrappedAfter != nil || program.language.map(CommandLanguage.scripts.contains) == true
    let parsed = CommandArguments(arguments, of: program, stopsAtWord: runsAnother)
    noteTraits(of: program, parsed, input)
    noteSights(name, program, parsed, arguments)
    noteDestroyed(by: name, program, parsed)
    if parsed.mayHideOptions, !program.readsAnything {
      note(.unknown, "`\(name)` may get options that are not seen here")
    }
    if let place = insideIndex(program, parsed) {
      return judgeInside(name, parsed, arguments, place, input: input)
    }
    if let count = program.wrappedAfter {
      return judgeWrapped(name, program, parsed, arguments, skipping: count, input: input)
    }
    if let language = program.language {
      return judge(language, name, parsed, arguments, input: input)
    }
    note(finding(name, program, parsed))
  }

  /// `read NAME` by itself takes what a person types.
  private func waitsForALine(_ command: SimpleCommand) -> Bool {
    command.words.first?.literal == "read" && !command.isNested && !command.isPiped
      && command.redirections.isEmpty
  }

  /// Takes note of what a command is besides its effect. Where something is fed to it, a shell
  /// takes that and no lines that follow.
  private mutating func noteTraits(
    of program: ProgramRules, _ parsed: CommandArguments, _ input: CommandInput
  ) {
    var found = program.traits.filter { $0.value.contains { $0.matches(parsed) } }.map(\.key)
    if program.ends.contains(where: { $0.matches(parsed) }) {
      found.removeAll { $0 != .repository }
    }
    if found.contains(.shell) || found.contains(.prompt), input != .terminal { return }
    traits.formUnion(found)
  }

  /// `bin/rails console` opens what `rails console` opens, whatever else it does.
  private mutating func noteTraits(
    ofNamesake spelled: String, _ arguments: ArraySlice<ShellWord>, _ input: CommandInput
  ) {
    guard let name = spelled.split(separator: "/").last,
      let program = programs[String(name)], program.wrappedAfter == nil
    else { return }
    let parsed = CommandArguments(arguments, of: program)
    noteTraits(of: program, parsed, input)
    noteDestroyed(by: spelled, program, parsed)
    noteTried(program, parsed)
  }

  /// Takes note of what the rules say that a program destroys. They are about words: whether what it
  /// names is dear, or was made a line above, they do not know.
  private mutating func noteDestroyed(
    by name: String, _ program: ProgramRules, _ parsed: CommandArguments, isShown: Bool = false
  ) {
    guard let rule = program.destroys.first(where: { $0.matches(parsed) }),
      !program.spares.contains(where: { $0.matches(parsed) })
    else { return }
    var shown = isShown ? name : shownName(name, rule, parsed)
    for case .argument(let words) in rule.terms where !isShown {
      shown += rule.argument(words, in: parsed).map { " " + $0 } ?? ""
    }
    note(destroys: "\(rule.reason ?? "something") (`\(shown)`)")
  }

  /// Judges a command that is run in another place, where programs of its own are.
  mutating func judgeElsewhere(_ words: ArraySlice<ShellWord>, input: CommandInput) {
    let (needed, seen, looked) = (tools, seenTools, lookedAt)
    worksElsewhere = true
    judge(words, input: input)
    (tools, seenTools, lookedAt) = (needed, seen, looked)
  }

  /// True for a subcommand that programs open a shell elsewhere with: whoever knows nothing of the
  /// program does not know either who takes the lines that follow.
  private static func mayOpenShell(_ arguments: ArraySlice<ShellWord>) -> Bool {
    let words = arguments.compactMap(\.literal)
    let subcommands = words.filter { !$0.hasPrefix("-") }.prefix(2)
    return subcommands.contains { ["ssh", "shell", "console", "attach", "repl"].contains($0) }
  }

  private static let folders: Set = [
    "/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin", "/usr/local/sbin",
    "/opt/homebrew/bin",
  ]

  /// `name` without its folder, when that is one where a system keeps its programs.
  private static func programName(_ spelled: String) -> String? {
    guard let slash = spelled.lastIndex(of: "/") else { return spelled }
    guard folders.contains(String(spelled[..<slash])) else { return nil }
    return String(spelled[spelled.index(after: slash)...])
  }

  /// What the rules say of a program with these arguments.
  func finding(_ name: String, _ program: ProgramRules, _ arguments: CommandArguments) -> Finding {
    var best: EffectRule?
    var floor: EffectRule?
    for rule in program.effects where rule.matches(arguments) {
      if rule.isFloor {
        if floor.map({ $0.effect < rule.effect }) ?? true { floor = rule }
        continue
      }
      guard let current = best else {
        best = rule
        continue
      }
      let isStronger =
        rule.weight > current.weight
        || (rule.weight == current.weight && rule.effect > current.effect)
      if isStronger { best = rule }
    }
    if let floor, floor.effect >= best?.effect ?? .unknown { best = floor }
    let shown = shownName(name, best, arguments)
    guard let rule = best else {
      return Finding(effect: .unknown, reason: "no rule says what `\(shown)` does")
    }
    if rule.effect == .reads, rule.wordCount > 0, let undeclared = arguments.firstUndeclared,
      undeclared < arguments.positionals[min(rule.wordCount, arguments.positionals.count) - 1].index
    {
      return Finding(
        effect: .unknown, reason: "an option before the subcommand of `\(name)` is not known")
    }
    switch rule.effect {
    case .reads: return Finding(effect: .reads, reason: "`\(shown)` \(rule.reason ?? "only reads")")
    case .unknown:
      return Finding(
        effect: .unknown, reason: "`\(shown)` \(rule.reason ?? "may do anything its input says")")
    case .changes:
      return Finding(effect: .changes, reason: "`\(shown)` \(rule.reason ?? "changes something")")
    }
  }

  private func shownName(
    _ name: String, _ rule: EffectRule?, _ arguments: CommandArguments
  ) -> String {
    let count = rule?.wordCount ?? 1
    var parts = [name]
    parts += arguments.positionals.prefix(count).compactMap(\.word.literal)
    for case .option(let names) in rule?.terms ?? [] {
      if let option = arguments.options.first(where: { names.contains($0.name) }) {
        parts.append(option.name)
      }
    }
    return parts.joined(separator: " ")
  }
}
