import GonogoCore
import GonogoEvidence

/// Where the commands stand that a claim may mean, and which paths it names.
extension ExpectationBinder {
  /// The commands of a claim's section that stand above `line`. How another box is checked shows
  /// nothing of this one.
  func above(_ claim: Claim, line: Int) -> [Int] {
    let ids = index.commands(in: claim.section)
    let above = ids[..<ids.partitioned { commands[$0].line >= line }]
    guard claim.box != nil, !ownSteps.isEmpty else { return Array(above) }
    return above.filter { id in
      checklist.steps[commands[id].step].boxedItem?.contains(claim.location.line) ?? true
    }
  }

  /// The commands of the blocks in the item of a box; nil when it has none.
  func ownBlocks(of claim: Claim) -> Binding? {
    guard claim.box != nil, let steps = ownSteps[claim.location.line] else { return nil }
    if let step = steps.first(where: { checklist.steps[$0].obstacle != nil }) {
      return .unbound("the block in line \(checklist.steps[step].blockLine) is not run")
    }
    if let line = ownListings[claim.location.line] {
      return .unbound("the block in line \(line) is not run")
    }
    let ids = steps.flatMap { places.commands(of: $0) }
    // Of several commands nobody knows whether one is enough.
    guard Self.groups(of: ids, commands).count <= 1 else {
      return .unbound("several commands stand in its item, and each of them may be meant")
    }
    if let id = ids.first(where: { commands[$0].hazard?.kind == .interactive }) {
      return .unbound("“\(commands[id].name)” opens something that a person works with")
    }
    return .bound(ids, why: "the block in its item")
  }

  /// The addresses and paths that a sentence speaks of: "/ready", "https://x/health".
  static func places(in text: String) -> [String] {
    text.split { " `()\"“”+&".contains($0) }.filter {
      $0.utf8.count > 1 && ($0.utf8.first == UInt8(ascii: "/") || $0.contains("://"))
    }.map { String($0.prefix { !",;".contains($0) }) }
  }

  /// True when `text` has the whole path: `/health` is not `/health/live`.
  static func names(_ path: String, in text: String) -> Bool {
    var rest = text[...]
    while let range = rest.firstRange(of: path) {
      let next = rest[range.upperBound...].first
      if next.map({ !$0.isLetter && !$0.isNumber && !"/-_.".contains($0) }) ?? true { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }
}
