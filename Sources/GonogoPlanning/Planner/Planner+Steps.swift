internal import GonogoCore
internal import GonogoEvidence
internal import GonogoShell

extension Planner {
  mutating func add(_ step: Step) {
    let first = commands.count
    let text = StepText(step)
    let script = text.masked
    let statements =
      step.language == .sql ? SQLSplitter.split(script) : shellStatements(of: step, script)
    var line = step.firstLine
    var counted = 0
    var end: Int?
    for statement in statements {
      let start = statement.range.lowerBound
      if statement.label == nil, let end { joinsGroup = !hasBlankLine(script[end..<start]) }
      end = statement.range.upperBound
      line += script[counted..<start].count { $0 == 0x0A }
      counted = start
      addCommand(step, text, statement.range, line: line, label: statement.label)
    }
    spreadGroups(from: first)
    reserve(step, from: first)
    var step = step
    let missing = missing(in: text)
    if step.obstacle == nil {
      step.obstacle = refusal(ofAllFrom: first) ?? obstacle(of: step, text, missing, first)
    }
    steps.append(
      PlannedStep(
        step: step, commands: first..<commands.count,
        missing: step.obstacle?.kind == .placeholder && text.doubtful == nil ? missing : []))
    followShells(of: step, first)
  }

  /// Gives every command of a group the group's whole range, which only the last one knows.
  private mutating func spreadGroups(from first: Int) {
    var group = commands.count..<commands.count
    for id in (first..<commands.count).reversed() {
      if id < group.lowerBound || group.isEmpty { group = commands[id].group }
      commands[id].group = group
    }
  }

  /// The statements of a shell block; all of it as one where bash cannot parse the pieces.
  private mutating func shellStatements(of step: Step, _ script: [UInt8]) -> [Statement] {
    let statements = StatementSplitter.split(script)
    let isSure = statements.allSatisfy { statement in
      statement.isTrivial || parses(Self.text(script, statement.range))
    }
    guard !isSure, let first = statements.first, let last = statements.last else {
      return statements
    }
    let whole = first.range.lowerBound..<last.range.upperBound
    if !parses(Self.text(script, whole)), step.obstacle == nil {
      diagnostics.append(
        Diagnostic(
          .warning, code: "unparsable-block", "bash cannot parse this block, so it will fail",
          cure: "correct the shell code, or tag the block with another language",
          file: checklist.document.path, at: SourceLocation(line: step.firstLine)))
    }
    return [
      Statement(
        range: whole, label: first.label, labelRange: first.labelRange, isTrivial: false)
    ]
  }

  private mutating func addCommand(
    _ step: Step, _ script: StepText, _ range: Range<Int>, line: Int, label: String?
  ) {
    let text = script.text(range, values: given.values, masks: false)
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let judged = script.text(range, values: given.values, masks: true)
    let shell = step.language == .shell ? judged : "psql -c " + ShellQuoting.quoted(judged)
    let reading = reader.read(shell, defined: defined)
    readings.append(reading)
    defined.formUnion(reading.defines)
    var (effect, reason) = effect(of: reading, in: step)
    for name in given.hidden {
      if let value = given.values[name] { reason = reason.replacing(value, with: "…") }
    }
    let labelMeaning = Meaning(label ?? "")
    // What a comment demands says nothing of what the command below it prints.
    let isDemand = label.map { isClaim($0, above: line, in: step) } ?? false
    let meaning = (isDemand ? Meaning("") : labelMeaning).adding(Meaning(command: text))
    let id = commands.count
    if !joinsGroup { groupStart = id }
    joinsGroup = false
    commands.append(
      PlannedCommand(
        id: id, step: step.id, section: step.section, text: text,
        shown: script.text(range, values: given.shown, masks: false), label: label,
        group: groupStart..<id + 1, line: line, effect: effect, effectReason: reason,
        tools: step.language == .shell ? reading.tools : [], writesGit: reading.writesGit,
        inner: reading.inner, searchesFiles: reading.searchesFiles,
        emptySuccess: EmptySuccess(text, reading.inner.success, tries: reading.tries),
        onlyShows: reading.onlyShows,
        lookedAt: step.language == .shell ? reading.lookedAt : LookedAt(),
        hazard: hazard(of: reading, in: step),
        predicted: CapturePrediction.names(in: text), labelMeaning: labelMeaning, meaning: meaning))
  }

  /// True for a label that is a claim of the document as well: "Expected: the database is up".
  private mutating func isClaim(_ label: String, above line: Int, in step: Step) -> Bool {
    // Commands below the first that a comment speaks of have the same label.
    if let last = lastLabel, last.step == step.id, last.text == label { return last.isClaim }
    let above = commands.last.flatMap { $0.step == step.id ? $0.line : nil } ?? step.firstLine
    let claims = checklist.claims
    let first = claims.partitioned { $0.location.line >= above }
    let isClaim = claims[first...].prefix { $0.location.line <= line }
      .contains { !$0.isLoose && label.holds($0.text) }
    lastLabel = (step.id, label, isClaim)
    return isClaim
  }

  /// The author may say that a block changes something; that it does not is only believed of what
  /// could not be judged, never against the text.
  private func effect(of reading: CommandReading, in step: Step) -> (Effect, String) {
    switch step.attributes.mutates {
    case true?: (.changes, "the block is marked mutates")
    case false? where reading.effect == .unknown:
      (.unknown, reading.effectReason + "; the block is marked readonly, which nobody checks")
    default: (reading.effect, reading.effectReason)
    }
  }

  /// True for "this often looks like:" and "something similar to:" right above commands.
  private static func showsExample(_ leadIn: String) -> Bool {
    guard leadIn.hasSuffix(":") || leadIn.hasSuffix("：") else { return false }
    let last = leadIn.suffix(80).lowercased()
    return ["looks like", "look like", "something like", "similar to"].contains {
      last.holds($0)
    }
  }

  private func hazard(of reading: CommandReading, in step: Step) -> Hazard? {
    let other =
      step.language == .shell
      ? shellHazard(of: reading, in: step)
      : step.attributes.hazard.map { Hazard(kind: .marked, text: $0) }
    // SQL that is not marked mutates runs READ ONLY, and fails where it would destroy something.
    guard let what = reading.destroys, step.language == .shell || step.attributes.mutates == true
    else { return other }
    let text = "it destroys: \(what)"
    guard let other else { return Hazard(kind: .destructive, text: text) }
    return Hazard(kind: other.kind, text: "\(other.text); \(text)")
  }

  private func shellHazard(of reading: CommandReading, in step: Step) -> Hazard? {
    if reading.opensShell {
      return Hazard(
        kind: .interactive,
        text: "it opens a shell of its own; lines after it may be meant for that"
      )
    }
    if reading.opensPrompt {
      return Hazard(kind: .interactive, text: "it opens a prompt and waits for what is typed there")
    }
    if reading.isInteractive { return Hazard(kind: .interactive, text: "it waits for a person") }
    if step.attributes.runsInBackground {
      let text = "it goes on in the background, at most until the run ends"
      return Hazard(
        kind: .background, text: step.attributes.hazard.map { "\($0); \(text)" } ?? text)
    }
    if reading.isEndless { return Hazard(kind: .endless, text: "it does not end by itself") }
    if let text = step.attributes.hazard { return Hazard(kind: .marked, text: text) }
    guard let leadIn = step.leadIn, Self.showsExample(leadIn) else { return nil }
    return Hazard(kind: .example, text: "the text above it gives it as an example to be adapted")
  }

  /// True when a line without anything stands between two statements.
  private func hasBlankLine(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst().dropLast().contains {
      line in line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
  }

  static func text(_ script: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: script[range], as: UTF8.self)
  }
}
