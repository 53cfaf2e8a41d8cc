internal import GonogoCore
internal import GonogoEvidence
internal import GonogoPlanning

/// A plan for machines. Version 1.
struct PlanJSON {
  let loaded: LoadedChecklist
  let needs: PlanNeeds
  private let basis: DecisionBasis

  private var plan: Plan { loaded.plan }

  init(loaded: LoadedChecklist, needs: PlanNeeds) {
    self.loaded = loaded
    self.needs = needs
    basis = DecisionBasis(loaded.plan.checklist)
  }

  func json() -> JSONValue {
    [
      "v": 1, "file": .string(loaded.document.path), "sha256": .string(loaded.digest),
      "code_blocks": .array(plan.checklist.codeBlocks.map(codeBlock)),
      "boxes": .array(boxes),
      "steps": steps, "inputs": inputs, "commands": .array(plan.commands.map(command)),
      "blanks": .array(plan.checklist.blanks.map(blank)),
      "conditional_blanks": .array(plan.checklist.conditionalBlanks.map(place)),
      "claims": .array(plan.checklist.claims.map(claim)),
      "decision": decision,
      "tools": .array(needs.tools.map { tool($0.name, $0.place) }),
      "variables": .array(
        needs.variables.map { variable in
          [
            "name": .string(variable.need.name), "line": .integer(variable.need.location.line),
            "required": .bool(variable.need.isRequired), "set": .bool(variable.isSet),
          ]
        }),
      "grants": PlanGrants(access: needs.access).json,
      "diagnostics": .array(loaded.diagnostics.map(diagnostic)),
    ]
  }

  private func codeBlock(_ block: CodeBlock) -> JSONValue {
    ["line": .integer(block.line), "info": text(block.info), "section": heading(block.section)]
  }

  /// The boxes of list items, and those in cells and of choices.
  private var boxes: [JSONValue] {
    let checklist = plan.checklist
    let listed = Set(checklist.boxes.map(\.range.lowerBound))
    let blanks = checklist.blanks + checklist.conditionalBlanks
    let others =
      checklist.claims.compactMap(\.box) + blanks.flatMap { $0.options.compactMap(\.box) }
    let all =
      checklist.boxes + others.filter { !listed.contains($0.range.lowerBound) }
    return all.sorted { $0.range.lowerBound < $1.range.lowerBound }.map { box in
      self.box(box, inList: listed.contains(box.range.lowerBound))
    }
  }

  private func box(_ box: Box, inList: Bool) -> JSONValue {
    let place = loaded.document.location(at: box.range.lowerBound)
    return [
      "line": .integer(place.line), "column": .integer(place.column), "ticked": .bool(box.isTicked),
      "list": .bool(inList),
      "sign": .string(box.style == .brackets ? "[ ]" : box.text(ticked: false)),
    ]
  }

  private func heading(_ section: Int) -> JSONValue { .string(plan.checklist.heading(of: section)) }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// Every code block in document order, with what becomes of it.
  private var steps: JSONValue {
    let given = Set(needs.variables.filter(\.isSet).map(\.need.name))
    func entry(
      _ line: Int, _ language: String, _ kind: String, _ why: [String], shown: Int? = nil
    ) -> JSONValue {
      [
        "line": .integer(line), "language": .string(language), "class": .string(kind),
        "why": .array(why.map { .string($0) }),
        "shown_not_compared": shown.map { .integer($0) } ?? .null,
      ]
    }
    let run = plan.steps.map { planned in
      let become = plan.stepClass(of: planned, given: given)
      return (
        planned.step.blockLine,
        entry(
          planned.step.blockLine, planned.step.language.rawValue, become.kind.rawValue, become.why,
          shown: planned.step.shownLine)
      )
    }
    let shown = plan.checklist.listings.map { listing in
      (
        listing.line,
        entry(listing.line, listing.language, "never", [listing.obstacle.kind.rawValue])
      )
    }
    return .array((run + shown).sorted { $0.0 < $1.0 }.map(\.1))
  }

  private var inputs: JSONValue {
    let variables = Set(needs.variables.filter(\.isSet).map(\.need.name))
    let missing = Set(plan.steps.flatMap(\.missing))
    return .array(
      plan.inputs.map { input in
        let isSet =
          input.kind == .variable ? variables.contains(input.name) : !missing.contains(input.name)
        return [
          "name": .string(input.name), "kind": .string(input.kind.rawValue),
          "line": .integer(input.location.line), "set": .bool(isSet),
        ]
      })
  }

  private func command(_ command: PlannedCommand) -> JSONValue {
    [
      "section": heading(command.section), "step": .integer(command.step + 1),
      "line": .integer(command.line), "label": text(command.label),
      "command": .string(command.shown), "effect": .string(command.effect.rawValue),
      "reason": .string(command.effectReason), "tools": .array(command.tools.map { .string($0) }),
      "hazard": text(command.hazard?.text), "prints": .array(command.predicted.map { .string($0) }),
      "proves_nothing": text(command.silence),
      "not_run": text(plan.steps[command.step].obstacle?.text ?? command.refusal),
      "grants": PlanGrants(access: needs.access).json(command),
    ]
  }

  private func blank(_ blank: Blank) -> JSONValue {
    let (origin, rule) = PlanWording.rule(blank, plan)
    let members = [
      JSONMember("field", text(blank.field?.rawValue)),
      JSONMember("personal", .bool(blank.isPersonal)),
      JSONMember("origin", .string(origin)), JSONMember("rule", .string(rule)),
    ]
    return .object((place(blank).objectValue ?? []) + members)
  }

  /// Where a blank stands and what it looks like.
  private func place(_ blank: Blank) -> JSONValue {
    [
      "section": heading(blank.section), "line": .integer(blank.location.line),
      "column": .integer(blank.location.column), "label": .string(blank.label),
      "shape": .string(blank.shape.rawValue), "unit": text(blank.unit?.symbol),
      "hint": text(blank.hint), "options": .array(blank.options.map { .string($0.text) }),
    ]
  }

  /// Where its box stands, or where it begins.
  private func column(of claim: Claim) -> Int {
    claim.box.map { plan.checklist.document.location(at: $0.range.lowerBound).column }
      ?? claim.location.column
  }

  private func claim(_ claim: Claim) -> JSONValue {
    let (origin, rule) = PlanWording.rule(claim, plan)
    let assertion = PlanWording.assertion(claim, plan)
    return [
      "section": heading(claim.section), "line": .integer(claim.location.line),
      "column": .integer(column(of: claim)), "kind": .string(basis.kind(of: claim).rawValue),
      "text": .string(claim.text), "box": .bool(claim.box != nil),
      "ticked": .bool(claim.isTicked), "weight": .string(claim.weight.rawValue),
      "codes": .array(claim.codes.map { .string($0) }),
      "sample": claim.sample.map { .integer($0.line) } ?? .null, "origin": .string(origin),
      "rule": .string(rule), "reads_as": text(assertion?.shown),
      "assertion": assertion.map(AssertionJSON.json) ?? .null,
      "unclear": text(PlanWording.unclear(claim, plan)),
      "decided_by": DecidedBy(plan: plan).json(claim),
      "polarity": .string(claim.isTrigger ? "trigger" : "requirement"),
    ]
  }

  private var decision: JSONValue {
    [
      "rule": .string(basis.kind.rawValue), "text": .string(basis.sentence),
      "lines": .array(basis.lines.map { .integer($0) }),
    ]
  }

  private func tool(_ name: String, _ place: ToolFinder.Place) -> JSONValue {
    switch place {
    case .found(let path): ["name": .string(name), "found": true, "path": .string(path)]
    case .hidden(let path):
      ["name": .string(name), "found": false, "path": .string(path), "hidden": true]
    case .missing: ["name": .string(name), "found": false, "path": .null]
    }
  }

  private func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code),
      "message": .string(diagnostic.message), "cure": text(diagnostic.cure),
      "file": .string(diagnostic.file),
      "line": diagnostic.location.map { .integer($0.line) } ?? .null,
      "column": diagnostic.location.map { .integer($0.column) } ?? .null,
    ]
  }
}
