/// The signs by which people mark what must not be, or what went wrong.
package enum AdverseMark {
  /// True for such a sign.
  package static func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x203C && signs.contains(scalar)
  }

  private static let signs = Set("❌✖✗✘❎🔴🟥🚨🛑⛔🚫❗‼🔥💥👎".unicodeScalars)
}
