/// A stretch of the stream that must not be seen.
struct FoundSecret: Sendable {
  /// What is still to be hidden of it.
  let range: Range<Int>
  /// Whose it is.
  let label: Int
  /// Where all of it ends.
  let end: Int

  /// All of `range`.
  init(range: Range<Int>, label: Int) {
    self.init(range: range, label: label, end: range.upperBound)
  }

  private init(range: Range<Int>, label: Int, end: Int) {
    self.range = range
    self.label = label
    self.end = end
  }

  /// The part of it in `range`.
  func part(_ range: Range<Int>) -> FoundSecret {
    FoundSecret(range: range, label: label, end: end)
  }

  /// True when it comes first, or hides more from the same place.
  static func precedes(_ left: FoundSecret, _ right: FoundSecret) -> Bool {
    (left.range.lowerBound, right.end, left.label) < (right.range.lowerBound, left.end, right.label)
  }
}
