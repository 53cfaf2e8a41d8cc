/// Some signs, to be looked for scalar by scalar: a `Character` is made of several, and most texts hold
/// none of them.
package struct SignSet: Sendable {
  /// The signs below 128, a bit each.
  private var low: UInt128 = 0
  /// The others.
  private var others: [Unicode.Scalar] = []

  /// The signs in `text`.
  package init(_ text: String) {
    for scalar in text.unicodeScalars {
      if scalar.value < 128 { low |= 1 << UInt128(scalar.value) } else { others.append(scalar) }
    }
  }

  /// True for one of them.
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? low >> UInt128(scalar.value) & 1 == 1 : others.contains(scalar)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The parts between the signs of `set`, without empty ones.
  package func parts(between set: SignSet) -> [Substring] {
    self[...].unicodeScalars.split { set.contains($0) }.map(Substring.init)
  }

  /// Where the first sign of `set` stands, or nil.
  package func firstSign(of set: SignSet) -> Index? {
    self[...].unicodeScalars.firstIndex { set.contains($0) }
  }

  /// Where the last sign of `set` stands, or nil.
  package func lastSign(of set: SignSet) -> Index? {
    self[...].unicodeScalars.lastIndex { set.contains($0) }
  }
}
