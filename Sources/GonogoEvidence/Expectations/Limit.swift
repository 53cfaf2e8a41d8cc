package import GonogoCore

/// One comparison that a sentence states: `< 500 ms`, `at least 20 GB`, `<50% of pool size`.
package struct Limit: Sendable, Equatable {
  /// How the measured value must stand to the limit.
  package enum Comparator: String, Sendable {
    /// Less than.
    case below = "<"
    /// Less than or equal.
    case atMost = "<="
    /// Greater than.
    case above = ">"
    /// Greater than or equal.
    case atLeast = ">="
    /// Exactly.
    case equal = "="

    /// Below 0 for `<` and `<=`, above 0 for `>` and `>=`, 0 for `=`.
    package var direction: Int {
      switch self {
      case .below, .atMost: -1
      case .above, .atLeast: 1
      case .equal: 0
      }
    }

    /// True for `<` and `<=`.
    package var isUpper: Bool { self == .below || self == .atMost }
  }

  /// How the measured value must stand to the limit.
  package let comparator: Comparator
  /// The limit.
  package let quantity: Quantity
  /// What the percentage is taken of (`pool size`), or nil.
  package let share: String?

  /// `< 500 ms`, as shown to people.
  package var shown: String {
    let number = NumberText.short(quantity.value)
    let unit = quantity.unit.symbol
    let space = unit.isEmpty || unit == "%" ? "" : " "
    return "\(comparator.rawValue) \(number)\(space)\(unit)" + (share.map { " of \($0)" } ?? "")
  }

  /// Compares a measured value.
  ///
  /// Unknown when the dimensions differ, when a value below 0 is to be below a positive limit, or when it depends on whether kB, MB and GB are read as
  /// powers of 1000 or of 1024.
  package func verdict(for value: Quantity) -> Verdict {
    guard value.unit.dimension == quantity.unit.dimension, share == nil else { return .unknown }
    // Many programs print -1 where they know no value.
    if value.value < 0, comparator.isUpper, quantity.value > 0 { return .unknown }
    let decimal = holds(value.base, quantity.base)
    let binary = holds(value.binaryBase, quantity.binaryBase)
    guard decimal == binary else { return .unknown }
    return decimal ? .pass : .fail
  }

  private func holds(_ value: Double, _ limit: Double) -> Bool {
    switch comparator {
    case .below: value < limit
    case .atMost: value <= limit
    case .above: value > limit
    case .atLeast: value >= limit
    case .equal: value == limit
    }
  }
}
