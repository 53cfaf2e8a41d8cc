package import GonogoCore
internal import GonogoPlanning

/// What an earlier part of the same run has left: the results that are taken over instead of being
/// had again.
package struct EarlierPart: Sendable {
  /// For each step, by its position, the results of its first commands, in order.
  package var results: [Int: [CommandResult]]

  /// Nothing, unless given; see the property.
  package init(results: [Int: [CommandResult]] = [:]) { self.results = results }

  /// What is taken over of a step.
  func kept(of planned: PlannedStep) -> [CommandResult] {
    Array((results[planned.step.id] ?? []).prefix(planned.commands.count))
  }
}
