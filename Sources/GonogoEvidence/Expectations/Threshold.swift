package import GonogoCore

/// What a sentence demands of a measured value, in one tier or two.
package struct Threshold: Sendable, Equatable {
  /// The demand.
  package let required: Limit
  /// The second tier: once it holds, it is a failure. Nil for one tier.
  package let critical: Limit?
  /// True when the sentence calls what lies between the tiers a warning; else a person is asked whether it
  /// will do.
  package let warns: Bool
  /// Quantities the sentence mentions besides (`5ms per insert`).
  package let mentions: [Quantity]
  /// The sentence without its limits.
  package let meaning: Meaning

  /// The span over which it must hold ("for 30 minutes"), which no single value shows; nil for none.
  package let window: String?

  init(
    required: Limit, critical: Limit?, mentions: [Quantity], meaning: Meaning,
    window: String? = nil, warns: Bool = false
  ) {
    self.warns = warns
    self.required = required
    self.critical = critical
    self.mentions = mentions
    self.meaning = meaning
    self.window = window
  }

  /// How it reads, for people: `< 1 GB, warns; fails at > 5 GB`.
  package var shown: String {
    critical.map { "\(required.shown), \(warns ? "warns" : "else asked"); fails at \($0.shown)" }
      ?? required.shown
  }

  /// Judges a measured value; `isWarning` when only the first tier is crossed.
  package func judge(_ value: Quantity) -> (verdict: Verdict, isWarning: Bool) {
    guard window == nil else { return (.unknown, false) }
    let first = required.verdict(for: value)
    guard let critical, first == .fail else {
      // "≤ 80%, critical ≥ 80%": at 80 both hold, and nobody knows which is meant.
      let isBoth = first == .pass && critical?.verdict(for: value) == .pass
      return (isBoth ? .unknown : first, false)
    }
    switch critical.verdict(for: value) {
    case .pass: return (.fail, false)
    case .fail: return warns ? (.pass, true) : (.unknown, false)
    case .unknown, .skipped: return (.unknown, false)
    }
  }

  /// True when the sentence names this quantity, as a limit or beside it.
  package func names(_ quantity: Quantity) -> Bool {
    ([required.quantity] + mentions).contains {
      $0.unit.dimension == quantity.unit.dimension && $0.base == quantity.base
    }
  }
}
