internal import GonogoCore
package import GonogoEvidence

/// The names by which sections, steps and commands can be called.
package struct Names: Sendable {
  /// What a name means.
  package enum Target: Sendable, Hashable {
    /// A section, with everything under it.
    case section(Int)
    /// A step.
    case step(Int)
    /// The commands under one comment.
    case commands(Range<Int>)
  }

  private var exact: [String: [Target]] = [:]
  private var loose: [String: [Target]] = [:]
  private var byLine: [Int: Target] = [:]
  private let places: [Target: String]

  init(checklist: Checklist, steps: [PlannedStep], commands: [PlannedCommand]) {
    var places: [Target: String] = [:]
    for section in checklist.sections where !section.heading.isEmpty {
      let target = Target.section(section.id)
      exact[PlainText.key(section.heading), default: []].append(target)
      loose[PlainText.heading(section.heading), default: []].append(target)
      places[target] = "“\(section.heading)” in line \(section.location.line)"
    }
    for planned in steps {
      byLine[planned.step.blockLine] = .step(planned.step.id)
      guard let name = planned.step.attributes.name else { continue }
      let target = Target.step(planned.step.id)
      exact[PlainText.key(name), default: []].append(target)
      places[target] = "the block \(name) in line \(planned.step.firstLine)"
    }
    for command in commands {
      let target = Target.commands(command.group)
      guard let label = command.label else { continue }
      exact[PlainText.key(label), default: []].append(target)
      places[target] = "“\(command.name)” in line \(command.line)"
    }
    self.places = places
  }

  /// `line 12`: the block that begins there.
  private func block(_ name: String) -> Target? {
    guard name.hasPrefix("line "), let line = Int(name.dropFirst(5)) else { return nil }
    return byLine[line]
  }

  /// What `name` means: as it is written, or for a heading without its number.
  package func target(_ name: String) -> NameLookup<Target> {
    let found =
      exact[PlainText.key(name)] ?? block(name).map { [$0] }
      ?? (PlainText.hasNumber(name) ? nil : loose[PlainText.heading(name)]) ?? []
    if let only = found.first, found.count == 1 { return .one(only) }
    if found.isEmpty {
      return .none(
        nearest: NearMiss.nearest(to: PlainText.key(name), among: exact.keys.sorted()).map { [$0] }
          ?? [])
    }
    return .ambiguous(found.compactMap { places[$0] })
  }
}
