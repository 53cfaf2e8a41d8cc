package import GonogoCore
internal import GonogoEvidence
package import GonogoShell

/// Checklist and sidecar to plan: what would be run, asked, filled and decided.
package struct Planner {
  let checklist: Checklist
  let sidecar: Sidecar?
  let reader: CommandReader
  let parses: (String) -> Bool
  var steps: [PlannedStep] = []
  var commands: [PlannedCommand] = []
  /// What the text of each command tells; by the command's position.
  var readings: [CommandReading] = []
  /// The functions and aliases that earlier commands define.
  var defined: Set<String> = []
  var variables: [VariableNeed] = []
  var tools: [String] = []
  var diagnostics: [Diagnostic]
  /// True while the next command stands under the comment of the one before.
  private var joinsGroup = false
  /// The first command under the comment that is being read.
  private var groupStart = 0

  /// A planner. `parses` says whether bash can parse a piece of shell by itself (`bash -n`); where
  /// it cannot, the whole block is one command.
  package init(
    checklist: Checklist, sidecar: Sidecar? = nil, rules: EffectRules = .standard,
    parses: @escaping (String) -> Bool = { _ in true }
  ) {
    self.checklist = checklist
    self.sidecar = sidecar
    self.reader = CommandReader(rules: rules)
    self.parses = parses
    self.diagnostics = checklist.diagnostics
  }

  /// Makes the plan; what is wrong is in its diagnostics.
  package mutating func plan() -> Plan {
    for step in checklist.steps { add(step) }
    collectNeeds()
    if checklist.steps.isEmpty, checklist.claims.isEmpty, !diagnostics.contains(where: isError) {
      diagnostics.append(
        Diagnostic(
          .error, code: "nothing-to-do",
          "this document has no command to run and no box or criterion to decide",
          cure: "give a checklist: fenced bash blocks, `- [ ]` items, or a GO/NO-GO list",
          file: checklist.document.path))
    }
    let names = Names(checklist: checklist, steps: steps, commands: commands)
    let annotations = checklist.annotations + resolvedEntries()
    var directives: [Annotation.Subject: (directive: Directive, place: String)] = [:]
    for annotation in annotations {
      guard let directive = parsed(annotation, names) else { continue }
      let place = "\(annotation.file):\(annotation.location.line)"
      if let other = directives[annotation.subject] {
        report(
          "conflicting-directives", "this is bound twice: here and at \(other.place)",
          cure: "remove one of the two", annotation)
      }
      directives[annotation.subject] = (directive, place)
    }
    let index = SectionIndex(checklist: checklist, commands: commands)
    let rules = RuleFinder(checklist: checklist, commands: commands, index: index)
    return Plan(
      checklist: checklist, steps: steps, commands: commands, readings: rules.readings,
      claimRules: rules.claimRules(written: directives),
      blankRules: rules.blankRules(written: directives), variables: variables, tools: tools,
      diagnostics: diagnostics, index: index)
  }

  private func isError(_ diagnostic: Diagnostic) -> Bool { diagnostic.severity == .error }

  // MARK: Commands

  private mutating func add(_ step: Step) {
    let first = commands.count
    let script = Array(step.script.utf8)
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
      addCommand(step, Self.text(script, statement.range), line: line, label: statement.label)
    }
    spreadGroups(from: first)
    steps.append(PlannedStep(step: step, commands: first..<commands.count))
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
    _ step: Step, _ text: String, line: Int, label: String?
  ) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let shell = step.language == .shell ? text : "psql -c " + ShellQuoting.quoted(text)
    let reading = reader.read(shell, defined: defined)
    readings.append(reading)
    defined.formUnion(reading.defines)
    var effect = reading.effect
    var reason = reading.effectReason
    if let mutates = step.attributes.mutates {
      // The author may say that a block changes something; that it does not is only believed of
      // what could not be judged, never against the text.
      if mutates {
        effect = .changes
        reason = "the block is marked mutates"
      } else if effect == .unknown {
        reason += "; the block is marked readonly, which nobody checks"
      }
    }
    var hazard: String?
    if step.language == .shell {
      if reading.opensShell {
        hazard = "it opens a shell of its own; lines after it may be meant for that"
      } else if reading.isInteractive {
        hazard = "it waits for a person"
      } else if reading.isEndless {
        hazard = "it does not end by itself"
      }
    }
    let labelMeaning = Meaning(label ?? "")
    let meaning = labelMeaning.adding(Meaning(text))
    let id = commands.count
    if !joinsGroup { groupStart = id }
    joinsGroup = false
    commands.append(
      PlannedCommand(
        id: id, step: step.id, section: step.section, text: text, label: label,
        group: groupStart..<id + 1, line: line, effect: effect, effectReason: reason,
        tools: step.language == .shell ? reading.tools : [], writesGit: reading.writesGit,
        inner: reading.inner, hazard: hazard, predicted: CapturePrediction.names(in: text),
        labelMeaning: labelMeaning, meaning: meaning))
  }

  /// True when a line without anything stands between two statements.
  private func hasBlankLine(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst().dropLast().contains {
      line in line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
  }

  private static func text(_ script: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: script[range], as: UTF8.self)
  }

  // MARK: Needs

  private mutating func collectNeeds() {
    var isSet: Set<String> = []
    var index: [String: Int] = [:]
    var knownTools: Set<String> = []
    for planned in steps where planned.step.obstacle == nil && planned.step.language == .shell {
      for command in commands[planned.commands] {
        let reading = readings[command.id]
        for use in reading.reads where !isSet.contains(use.name) {
          if let known = index[use.name] {
            guard !use.hasDefault, !variables[known].isRequired else { continue }
            variables[known] = VariableNeed(
              name: use.name, location: variables[known].location, isRequired: true)
          } else {
            index[use.name] = variables.count
            variables.append(
              VariableNeed(
                name: use.name, location: location(of: use, in: command),
                isRequired: !use.hasDefault))
          }
        }
        isSet.formUnion(reading.assigns)
        for tool in reading.tools where knownTools.insert(tool).inserted { tools.append(tool) }
      }
    }
  }

  /// Where the document expands a variable first in a command.
  private func location(of use: VariableUse, in command: PlannedCommand) -> SourceLocation {
    let line = command.line + command.text.utf8.prefix(use.offset).count { $0 == 0x0A }
    let document = checklist.document
    let text = document.text(document.contentRange(ofLine: line))
    for spelling in ["$" + use.name, "${" + use.name, use.name] {
      if let range = text.firstRange(of: spelling) {
        return SourceLocation(
          line: line, column: text.distance(from: text.startIndex, to: range.lowerBound) + 1)
      }
    }
    return SourceLocation(line: line)
  }
}
