/// Some kinds of phrases.
struct KindSet: Sendable {
  /// The first 128 kinds.
  private var low: UInt128 = 0
  /// The 128 after them; there can be no more, as a kind is kept in one byte.
  private var high: UInt128 = 0

  /// Adds a kind.
  mutating func insert(_ kind: ProseWords.Kind) {
    let number = kind.number
    if number < 128 { low |= 1 << UInt128(number) } else { high |= 1 << UInt128(number - 128) }
  }

  /// Adds the kinds of another set.
  mutating func formUnion(_ other: KindSet) {
    low |= other.low
    high |= other.high
  }

  /// True when it holds the kind.
  func contains(_ kind: ProseWords.Kind) -> Bool {
    let number = kind.number
    let bits =
      number < 128 ? low >> UInt128(number) : high >> UInt128(number - 128)
    return bits & 1 == 1
  }
}
