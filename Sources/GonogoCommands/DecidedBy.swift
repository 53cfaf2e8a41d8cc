internal import GonogoCore
internal import GonogoPlanning

/// What decides a claim, for machines.
struct DecidedBy {
  let plan: Plan

  /// The kind of what decides a claim, and the line where it stands; for commands also the line of
  /// their block.
  func json(_ claim: Claim) -> JSONValue {
    let rule = plan.claimRules[claim.id]
    switch rule.basis {
    case .directive: return ["kind": "directive", "line": .null]
    case .threshold, .assertion:
      // Which of several blocks printed a value shows only then, too.
      if let ids = rule.commands, Set(ids.map { plan.commands[$0].step }).count == 1 {
        return commands(ids)
      }
      if rule.commands?.isEmpty == true { return .null }
      // Which value of its section it is shows only once they have been printed.
      return place("section", plan.checklist.sections[claim.section].location.line)
    case .blank(let id, _): return place("blank", plan.checklist.blanks[id].location.line)
    case .commands(let ids): return commands(Array(ids))
    case .section(let id): return place("section", plan.checklist.sections[id].location.line)
    case .claim(let id): return place("claim", plan.checklist.claims[id].location.line)
    case .count(_, let id): return commands([id], kind: "count")
    case .person: return ["kind": "person", "line": .null]
    case .leftOut: return ["kind": "skip", "line": .null]
    }
  }

  private func place(_ kind: String, _ line: Int) -> JSONValue {
    ["kind": .string(kind), "line": .integer(line)]
  }

  private func commands(_ ids: [Int], kind: String = "command") -> JSONValue {
    guard let first = ids.first else { return .null }
    let command = plan.commands[first]
    return [
      "kind": .string(kind), "line": .integer(command.line),
      "block": .integer(plan.steps[command.step].step.blockLine),
    ]
  }
}
