internal import GonogoEvidence

/// What the commands under each comment mean together, worked out once.
struct GroupMeanings {
  private var byFirst: [Int: Meaning] = [:]

  init(commands: [PlannedCommand]) {
    var id = 0
    while id < commands.count {
      let group = commands[id].group
      var meaning = commands[id].meaning
      for next in commands[group].dropFirst() { meaning.add(next.meaning) }
      byFirst[group.lowerBound] = meaning
      id = max(group.upperBound, id + 1)
    }
  }

  /// What the commands of `group` mean together.
  func meaning(of group: Range<Int>) -> Meaning { byFirst[group.lowerBound] ?? Meaning("") }
}
