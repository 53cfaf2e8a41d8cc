internal import GonogoCore

/// What stands in which section, looked up at once however long the document is.
package struct SectionIndex: Sendable {
  private let ends: [Int]
  private let stepsBySection: [[Int]]
  private let commandsBySection: [[Int]]
  private let claimsBySection: [[Int]]
  private let blanksBySection: [[Int]]
  private let listingsBySection: [[Int]]

  init(checklist: Checklist, commands: [PlannedCommand]) {
    let count = checklist.sections.count
    var ends = Array(repeating: count, count: count)
    var open: [Int] = []
    for section in checklist.sections {
      while let last = open.last, last != section.parent {
        ends[last] = section.id
        open.removeLast()
      }
      open.append(section.id)
    }
    self.ends = ends
    func grouped<Element>(_ elements: [Element], by section: (Element) -> Int) -> [[Int]] {
      var lists = Array(repeating: [Int](), count: count)
      for (id, element) in elements.enumerated() { lists[section(element)].append(id) }
      return lists
    }
    stepsBySection = grouped(checklist.steps) { $0.section }
    commandsBySection = grouped(commands) { $0.section }
    claimsBySection = grouped(checklist.claims) { $0.section }
    blanksBySection = grouped(checklist.blanks) { $0.section }
    var sections: [Int: Int] = [:]
    for block in checklist.codeBlocks { sections[block.line] = block.section }
    listingsBySection = grouped(checklist.listings) { sections[$0.line] ?? 0 }
  }

  /// The section and everything under it; sections stand in document order, so this is a range.
  package func subtree(of section: Int) -> Range<Int> { section..<ends[section] }

  /// The steps of a section itself, in document order.
  package func steps(in section: Int) -> [Int] { stepsBySection[section] }

  /// The commands of a section itself, in document order.
  package func commands(in section: Int) -> [Int] { commandsBySection[section] }

  /// The claims of a section itself, in document order.
  package func claims(in section: Int) -> [Int] { claimsBySection[section] }

  /// The code blocks of a section itself that are never run, in document order.
  package func listings(in section: Int) -> [Int] { listingsBySection[section] }

  /// The blanks of a section itself, in document order.
  package func blanks(in section: Int) -> [Int] { blanksBySection[section] }
}
