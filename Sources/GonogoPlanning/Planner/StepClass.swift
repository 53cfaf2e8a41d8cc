internal import GonogoCore

/// What becomes of a block in a run.
package struct StepClass: Sendable, Equatable {
  /// The three ways.
  package enum Kind: String, Sendable {
    /// It runs with nobody asked: each of its commands plainly only reads, and nothing is missing.
    case run
    /// A person has to agree or to give something first.
    case ask
    /// It is not run in sequence.
    case never
  }

  /// Which of them.
  package let kind: Kind
  /// Why, in short words, each once; empty for `run`.
  package let why: [String]
}

extension Plan {
  /// What becomes of `planned` when the variables in `given` have values.
  package func stepClass(of planned: PlannedStep, given: Set<String>) -> StepClass {
    var why: [String] = []
    func add(_ word: String) { if !why.contains(word) { why.append(word) } }
    if let obstacle = planned.obstacle {
      add(obstacle.kind.rawValue)
      if !obstacle.isOpen { return StepClass(kind: .never, why: why) }
    }
    if planned.commands.isEmpty { return StepClass(kind: .never, why: ["comment"]) }
    for command in commands[planned.commands] where command.refusal == nil {
      switch command.effect {
      case .reads: break
      case .unknown: add("opaque")
      case .changes: add("mutates")
      }
      if let hazard = command.hazard { add(hazard.kind.rawValue) }
      if command.needs.contains(where: { !given.contains($0) }) { add("variable") }
    }
    return StepClass(kind: why.isEmpty ? .run : .ask, why: why)
  }
}
