package import GonogoCore

/// How far a measured value may be from another: `within 5% of baseline`, `750 ms ± 50 ms`.
package struct Tolerance: Sendable, Equatable {
  /// How far at most.
  package let distance: Quantity
  /// What it must be near to, when that is a number in the sentence.
  package let center: Quantity?
  /// What it must be near to, as the sentence says it.
  package let reference: String
  /// The sentence without the tolerance.
  package let meaning: Meaning

  /// `within 5% of baseline`.
  package var shown: String {
    let unit = distance.unit.symbol
    let space = unit.isEmpty || unit == "%" ? "" : " "
    return "within \(NumberText.short(distance.value))\(space)\(unit) of \(reference)"
  }

  /// The range it means; nil when it hangs on something that the sentence does not say.
  package var range: MeasuredRange? {
    guard let center else { return nil }
    let half: Double
    if distance.unit == .percent {
      half = abs(center.value) * distance.value / 100
    } else {
      guard let same = distance.converted(to: center.unit) else { return nil }
      half = same.value
    }
    return MeasuredRange(
      low: Quantity(center.value - half, center.unit),
      high: Quantity(center.value + half, center.unit), meaning: meaning)
  }
}
