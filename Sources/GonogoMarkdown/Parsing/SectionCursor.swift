internal import GonogoCore

/// Finds the section of a line; lines are asked for in rising order.
struct SectionCursor {
  private let starts: [Int]
  private var current = 0

  init(_ sections: [Section]) {
    starts = sections.map(\.location.line)
  }

  /// The section that holds line `number`.
  mutating func section(atLine number: Int) -> Int {
    if current > 0, starts[current] > number { current = 0 }
    while current + 1 < starts.count, starts[current + 1] <= number { current += 1 }
    return current
  }
}
