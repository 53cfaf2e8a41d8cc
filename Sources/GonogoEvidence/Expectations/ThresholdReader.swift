import GonogoCore

/// Finds the limits that a sentence states.
package struct ThresholdReader {
  /// What a sentence turned out to be.
  package enum Reading: Sendable, Equatable {
    /// It states no limit.
    case none
    /// It states one, in one tier or two.
    case threshold(Threshold)
    /// It states limits that nobody can be sure how to combine.
    case unclear(String)
  }

  /// Reads `text`. `< word>` is a placeholder and no limit; "1-2 hours" and versions are none.
  package static func read(_ text: String, codes: [String] = []) -> Reading {
    SentenceReading(text, codes: codes).limit
  }
}

extension ExpectationReader {
  /// What the sentence states about numbers alone, whatever else it says.
  var limitReading: ThresholdReader.Reading {
    let hasLimit = scan.cores.contains { core in
      if case .limit = core.fact { return true }
      return false
    }
    guard hasLimit || scan.doubt != nil else { return .none }
    if let doubt = scan.doubt { return .unclear(doubt) }
    switch reading() {
    case .assertion(.limit(let threshold)): return .threshold(threshold)
    case .unclear(let why): return .unclear(why)
    default: return .unclear("it states more than a limit")
    }
  }
}
