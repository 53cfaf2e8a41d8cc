package import GonogoCore
package import GonogoEvidence

/// What would be run, asked, filled and decided.
package struct Plan: Sendable {
  /// The checklist it is for.
  package let checklist: Checklist
  /// Its steps.
  package let steps: [PlannedStep]
  /// Its commands in document order.
  package internal(set) var commands: [PlannedCommand]
  /// What the sentence of each claim says; by the claim's position.
  package let readings: [SentenceReading]
  /// How each claim is decided; by the claim's position.
  package internal(set) var claimRules: [ClaimRule]
  /// How each blank is filled; by the blank's position.
  package internal(set) var blankRules: [BlankRule]
  /// The variables that must come from outside.
  package let variables: [VariableNeed]
  /// What must be given before the run, in document order.
  package let inputs: [PlannedInput]
  /// The programs the commands need, each once, in order.
  package let tools: [String]
  /// Faults and oddities, the checklist's included.
  package let diagnostics: [Diagnostic]
  /// What stands in which section.
  package let index: SectionIndex
  /// What was worked out and does not count, in a strict plan; nil in any other.
  var inferred: InferredRules?

  /// True when nothing may run.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The names that expressions can use.
  package var names: Names { Names(checklist: checklist, steps: steps, commands: commands) }

  /// True when a step is run in sequence: nothing stands in its way.
  package func isRun(_ step: PlannedStep) -> Bool { step.obstacle == nil }
}
