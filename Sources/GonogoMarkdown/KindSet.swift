/// Some kinds of phrases.
struct KindSet: Sendable {
  private var bits: UInt128 = 0

  /// Adds a kind.
  mutating func insert(_ kind: ProseWords.Kind) { bits |= Self.bit(kind) }

  /// True when it holds the kind.
  func contains(_ kind: ProseWords.Kind) -> Bool { bits & Self.bit(kind) != 0 }

  private static func bit(_ kind: ProseWords.Kind) -> UInt128 { 1 << UInt128(kind.rawValue) }
}
