internal import GonogoCore
internal import GonogoPlanning
internal import GonogoStore

/// What tells whether a plan is the same as before, so that positions in it mean the same.
enum PlanDigest {
  /// The digest of all that a journal names by its position.
  static func digest(of plan: Plan) -> String {
    var stream = DigestStream()
    func add(_ text: String) { stream.update(Array("\(text.utf8.count) \(text)\n".utf8)) }
    for command in plan.commands {
      add("\(command.step) \(command.line) \(command.effect.rawValue)")
      add(command.shown)
    }
    for claim in plan.checklist.claims { add("\(claim.location.line) \(claim.kind.rawValue)") }
    for blank in plan.checklist.blanks { add("\(blank.location.line) \(blank.label)") }
    return stream.digest
  }
}
