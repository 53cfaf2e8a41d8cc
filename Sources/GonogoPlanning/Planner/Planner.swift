package import GonogoCore
internal import GonogoEvidence
package import GonogoShell

/// Checklist and sidecar to plan: what would be run, asked, filled and decided.
package struct Planner {
  var checklist: Checklist
  let sidecar: Sidecar?
  let reader: CommandReader
  let parses: (String) -> Bool
  var steps: [PlannedStep] = []
  var commands: [PlannedCommand] = []
  /// The label that was asked for last, and whether the document says it as a claim, too.
  var lastLabel: (step: Int, text: String, isClaim: Bool)?
  /// What the text of each command tells; by the command's position.
  var readings: [CommandReading] = []
  /// What people gave for placeholders and variables.
  let given: GivenInputs
  /// The block that opened a shell which nobody has left since.
  var openShell: (line: Int, section: Int, isRemote: Bool, isOpenedAgain: Bool)?
  /// The functions and aliases that earlier commands define.
  var defined: Set<String> = []
  var variables: [VariableNeed] = []
  var inputs: [PlannedInput] = []
  var tools: [String] = []
  var diagnostics: [Diagnostic]
  /// True while the next command stands under the comment of the one before.
  var joinsGroup = false
  /// The first command under the comment that is being read.
  var groupStart = 0

  /// Reads the rules and words that a plan needs; from any thread, before or while one is made.
  package static func prepare() {
    ExpectationReader.prepare()
    _ = EffectRules.standard
    _ = GrantCatalog.standard
  }

  /// A planner. `parses` says whether bash can parse a piece of shell by itself (`bash -n`); where
  /// it cannot, the whole block is one command.
  package init(
    checklist: Checklist, sidecar: Sidecar? = nil, given: GivenInputs = GivenInputs(),
    rules: EffectRules = .standard,
    parses: @escaping (String) -> Bool = { _ in true }
  ) {
    self.checklist = checklist
    self.sidecar = sidecar
    self.given = given
    self.reader = CommandReader(rules: rules)
    self.parses = parses
    self.diagnostics = checklist.diagnostics
  }

  /// Makes the plan; what is wrong is in its diagnostics.
  package mutating func plan() -> Plan {
    for step in checklist.steps { add(step) }
    checklist.steps = steps.map(\.step)
    collectNeeds()
    if checklist.steps.isEmpty, checklist.claims.allSatisfy({ $0.unrunReason != nil }),
      !diagnostics.contains(where: isError)
    {
      diagnostics.append(
        Diagnostic(
          .error, code: "nothing-to-do",
          checklist.claims.isEmpty
            ? "this document has no command to run and no box or criterion to decide"
            : "this document has no box or criterion, and its blocks are in languages that gonogo does not run",
          cure: "give a checklist: fenced bash blocks, `- [ ]` items, or a GO/NO-GO list",
          file: checklist.document.path))
    }
    askAboutUnread()
    let names = Names(checklist: checklist, steps: steps, commands: commands)
    let annotations =
      checklist.annotations + resolvedEntries() + expectedOutputDirectives(names)
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
      blankRules: rules.blankRules(written: directives), variables: variables, inputs: inputs,
      tools: tools,
      diagnostics: diagnostics, index: index)
  }

  private func isError(_ diagnostic: Diagnostic) -> Bool { diagnostic.severity == .error }
}
