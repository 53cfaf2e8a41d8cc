/// Some kinds of phrases.
struct KindSet: Sendable {
  private var bits: UInt128 = 0

  /// Adds a kind.
  mutating func insert(_ kind: ProseWords.Kind) { bits |= kind.bit }

  /// True when it holds the kind.
  func contains(_ kind: ProseWords.Kind) -> Bool { bits & kind.bit != 0 }
}
