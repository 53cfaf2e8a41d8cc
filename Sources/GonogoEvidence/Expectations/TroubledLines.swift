/// The lines of an output, asked in ascending order for words that speak of an error.
struct TroubledLines {
  private let scalars: [Unicode.Scalar]
  private let trouble: TroubleWords
  private var line = 0..<0
  private var isTroubled = false

  /// The lines of `scalars`; words of `expected` are no trouble.
  init(_ scalars: [Unicode.Scalar], expected: String) {
    self.scalars = scalars
    trouble = TroubleWords(expected: expected)
  }

  /// Whether the line around `position` speaks of an error.
  mutating func isTroubled(at position: Int) -> Bool {
    if line.contains(position) { return isTroubled }
    var start = line.upperBound
    var end = start
    while end < scalars.count {
      if scalars[end] == "\n" {
        if end >= position { break }
        start = end + 1
      }
      end += 1
    }
    line = start..<max(end, position + 1)
    isTroubled = trouble.isFound(in: String(String.UnicodeScalarView(scalars[start..<end])))
    return isTroubled
  }
}
