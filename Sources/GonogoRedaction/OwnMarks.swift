/// Where the marks of a redactor stand in the stream that it reads: what it has cleaned before. They
/// are passed on as they are, so that cleaning twice is as good as once.
struct OwnMarks: Sendable {
  /// In the order of the stream, apart from each other.
  private var ranges: [Range<Int>] = []

  /// Adds a mark that ends behind all others.
  mutating func add(_ range: Range<Int>) {
    var start = range.lowerBound
    // A name may hold what looks like a mark itself.
    while let last = ranges.last, last.upperBound > start {
      start = min(start, last.lowerBound)
      ranges.removeLast()
    }
    ranges.append(start..<range.upperBound)
  }

  /// Forgets what ends before `position`.
  mutating func forget(before position: Int) {
    guard let first = ranges.first, first.upperBound <= position else { return }
    ranges.removeFirst(ranges.firstIndex { $0.upperBound > position } ?? ranges.count)
  }

  /// What of `range` lies outside of all marks.
  func parts(of range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = firstIndex(endingAfter: start)
    while index < ranges.count, ranges[index].lowerBound < range.upperBound {
      if ranges[index].lowerBound > start { parts.append(start..<ranges[index].lowerBound) }
      start = ranges[index].upperBound
      index += 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  private func firstIndex(endingAfter position: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound > position { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
