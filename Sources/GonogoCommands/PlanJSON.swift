internal import GonogoCore
internal import GonogoPlanning

/// A plan for machines. Version 1.
struct PlanJSON {
  let loaded: LoadedChecklist
  let needs: PlanNeeds

  private var plan: Plan { loaded.plan }

  func json() -> JSONValue {
    [
      "v": 1, "file": .string(loaded.document.path), "sha256": .string(loaded.digest),
      "commands": .array(plan.commands.map(command)),
      "blanks": .array(plan.checklist.blanks.map(blank)),
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
      "diagnostics": .array(loaded.diagnostics.map(diagnostic)),
    ]
  }

  private func heading(_ section: Int) -> JSONValue { .string(plan.checklist.heading(of: section)) }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private func command(_ command: PlannedCommand) -> JSONValue {
    [
      "section": heading(command.section), "step": .integer(command.step + 1),
      "line": .integer(command.line), "label": text(command.label),
      "command": .string(command.text), "effect": .string(command.effect.rawValue),
      "reason": .string(command.effectReason), "tools": .array(command.tools.map { .string($0) }),
      "hazard": text(command.hazard), "prints": .array(command.predicted.map { .string($0) }),
      "not_run": text(plan.steps[command.step].step.obstacle),
    ]
  }

  private func blank(_ blank: Blank) -> JSONValue {
    let (origin, rule) = PlanWording.rule(blank, plan)
    return [
      "section": heading(blank.section), "line": .integer(blank.location.line),
      "label": .string(blank.label), "unit": text(blank.unit?.symbol), "origin": .string(origin),
      "rule": .string(rule),
    ]
  }

  private func claim(_ claim: Claim) -> JSONValue {
    let (origin, rule) = PlanWording.rule(claim, plan)
    return [
      "section": heading(claim.section), "line": .integer(claim.location.line),
      "kind": .string(claim.kind.rawValue), "text": .string(claim.text),
      "box": .bool(claim.box != nil), "weight": .string(claim.weight.rawValue),
      "codes": .array(claim.codes.map { .string($0) }),
      "sample": claim.sample.map { .integer($0.line) } ?? .null, "origin": .string(origin),
      "rule": .string(rule),
    ]
  }

  private var decision: JSONValue {
    let basis = DecisionBasis(plan.checklist)
    return [
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
