import GonogoCore

/// The part of a sentence that states something comparable.
struct SentenceCore {
  /// What it states.
  enum Fact {
    case limit(Limit)
    case range(low: Quantity, high: Quantity)
    case within(distance: Quantity, center: Quantity?, reference: String)
    case status([Int])
    case exit(Int)
    case contains([String])
    case matches(String)
    case zero(String)
    case all(noun: String, state: String)
    case empty
    case state(String)
  }

  /// What it states.
  let fact: Fact
  /// Its tokens.
  let tokens: Range<Int>

  /// True for what is compared with a measured number.
  var isNumeric: Bool {
    switch fact {
    case .limit, .range, .within: true
    default: false
    }
  }
}
