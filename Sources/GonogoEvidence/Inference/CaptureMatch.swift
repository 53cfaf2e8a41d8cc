package import GonogoCore

/// Which of a section's captures a label or a limit means.
package enum CaptureMatch: Sendable {
  /// One, clearly, with how that was worked out.
  case one(Candidate, why: String)
  /// None clearly; what comes near, to be shown to whoever is asked.
  case none([Candidate])

  /// A capture with where it was found.
  package struct Candidate: Sendable {
    /// The capture.
    package let capture: Capture
    /// The position of its command in the plan.
    package let command: Int
    /// What its command's label and text mean.
    package let surroundings: Meaning

    /// A candidate.
    package init(capture: Capture, command: Int, surroundings: Meaning) {
      self.capture = capture
      self.command = command
      self.surroundings = surroundings
    }
  }

  /// Matches the label of a blank.
  ///
  /// The unit is a hard filter; a capture in exactly the blank's unit beats one that would have to
  /// be converted, however well the words fit. Only values that stand alone are taken.
  package static func fill(
    label: String, unit: Unit?, from candidates: [Candidate]
  ) -> CaptureMatch {
    let meaning = Meaning(label)
    let wanted = meaning.words
    let fitting = candidates.filter { candidate in
      guard let unit else { return true }
      return candidate.capture.quantity?.unit.dimension == unit.dimension
    }
    let scored = fitting.map { candidate in
      Scored(
        candidate: candidate,
        isExact: unit == nil || candidate.capture.quantity?.unit == unit,
        matched: wanted.intersection(Self.nameWords(candidate.capture)))
    }
    let strong = scored.filter { $0.isStrong(of: wanted.count) }
    let exact = strong.filter(\.isExact)
    let pool = exact.isEmpty ? strong : exact
    if let best = Self.clearBest(pool) {
      let words = meaning.spelled(best.matched).joined(separator: ", ")
      let unitText = unit.map { "unit \($0.symbol), " } ?? ""
      return .one(
        best.candidate, why: "\(best.candidate.capture.reference): \(unitText)words \(words)")
    }
    return .none(Self.near(scored, wanted: wanted.count))
  }

  /// Matches a limit: a capture of its dimension whose name or surroundings share a word with the
  /// sentence.
  package static func measure(
    _ threshold: Threshold, from candidates: [Candidate]
  ) -> CaptureMatch {
    let dimension = threshold.required.quantity.unit.dimension
    let wanted = threshold.meaning.words
    let scored = candidates.filter {
      $0.capture.quantity?.unit.dimension == dimension && $0.capture.isPrimary
        && $0.capture.row == nil
    }.map { candidate in
      let name = wanted.intersection(Self.nameWords(candidate.capture))
      let around = wanted.intersection(candidate.surroundings.words)
      return Scored(
        candidate: candidate, isExact: !name.isEmpty, matched: name.union(around),
        weight: name.count * 2 + around.count)
    }
    let needsName = dimension == .number
    let strong = scored.filter { needsName ? $0.isExact : !$0.matched.isEmpty }
    if let best = Self.clearBest(strong) {
      let words = threshold.meaning.spelled(best.matched).joined(separator: ", ")
      return .one(best.candidate, why: "\(best.candidate.capture.reference): words \(words)")
    }
    return .none(scored.map(\.candidate))
  }

  private struct Scored {
    let candidate: Candidate
    let isExact: Bool
    let matched: Set<String>
    var weight: Int

    init(candidate: Candidate, isExact: Bool, matched: Set<String>, weight: Int? = nil) {
      self.candidate = candidate
      self.isExact = isExact
      self.matched = matched
      self.weight = weight ?? matched.count
    }

    /// Two words at least and three in five of the label, or every word of it.
    func isStrong(of wanted: Int) -> Bool {
      guard candidate.capture.isPrimary, candidate.capture.row == nil, wanted > 0 else {
        return false
      }
      return matched.count == wanted || (matched.count >= 2 && matched.count * 5 >= wanted * 3)
    }
  }

  private static func clearBest(_ scored: [Scored]) -> Scored? {
    let ordered = scored.sorted { $0.weight > $1.weight }
    guard let best = ordered.first else { return nil }
    if ordered.count > 1, ordered[1].weight == best.weight { return nil }
    return best
  }

  /// What shares a word: in exactly the unit if there is any such; of a table the first row only.
  private static func near(_ scored: [Scored], wanted: Int) -> [Candidate] {
    let sharing = scored.filter { !$0.matched.isEmpty && ($0.candidate.capture.row ?? 1) == 1 }
    let exact = sharing.filter(\.isExact)
    return (exact.isEmpty ? sharing : exact).map(\.candidate)
  }

  /// The words of a capture's name; a unit in it says nothing about what was measured.
  private static func nameWords(_ capture: Capture) -> Set<String> {
    let parts = capture.name.split { !$0.isLetter && !$0.isNumber }
    let named = parts.filter { Unit.named($0) == nil }
    return Meaning((named.isEmpty ? parts : named).joined(separator: " ")).words
  }
}
