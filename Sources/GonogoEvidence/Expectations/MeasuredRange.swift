package import GonogoCore

/// Two ends between which a measured value must lie: `50-80 ms`.
package struct MeasuredRange: Sendable, Equatable {
  /// The lower end.
  package let low: Quantity
  /// The upper end.
  package let high: Quantity
  /// The sentence without the range.
  package let meaning: Meaning

  /// `50 to 80 ms`.
  package var shown: String {
    "\(NumberText.short(low.value)) to \(NumberText.short(high.value))"
      + (high.unit.symbol.isEmpty ? "" : " \(high.unit.symbol)")
  }

  /// Pass when `value` lies between the ends, or on one.
  package func verdict(for value: Quantity) -> Verdict {
    Limit(comparator: .atLeast, quantity: low, share: nil).verdict(for: value)
      && Limit(comparator: .atMost, quantity: high, share: nil).verdict(for: value)
  }
}
