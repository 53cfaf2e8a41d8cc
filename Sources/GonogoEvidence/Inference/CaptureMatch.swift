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
  /// be converted, however well the words fit. Only values that stand alone are taken. A label that
  /// asks for a person, a time or a wish asks for no value, and what the lead-in says of the blank
  /// must be said of the value too.
  package static func fill(
    label: String, unit: Unit?, under leadIn: LeadIn = LeadIn(), from candidates: [Candidate]
  ) -> CaptureMatch {
    let meaning = Meaning(label)
    let isOpen = leadIn.isUnclear || asksFor(label)
    let wanted = meaning.words
    let wantsShare = label.utf8.contains(UInt8(ascii: "%"))
    let fitting = candidates.filter { candidate in
      if wantsShare, candidate.capture.quantity?.unit != .percent { return false }
      guard let unit else { return true }
      return candidate.capture.quantity?.unit.dimension == unit.dimension
    }
    let scored = fitting.map { candidate in
      let name = Self.nameMeaning(candidate.capture)
      return Scored(
        candidate: candidate,
        isExact: unit == nil || candidate.capture.quantity?.unit == unit,
        matched: wanted.intersection(name.words),
        agrees: !isOpen && Self.agree(meaning, name, candidate)
          && Self.nested(wanted, name.words) && meaning.askings == name.askings
          && meaning.statuses.isSubset(of: name.statuses) && leadIn.fits(candidate, named: name)
          && Self.namesMeasure(meaning, name, unit),
        isWhole: Self.says(name, nothingBeyond: meaning)
          && name.statuses.isSubset(of: meaning.statuses)
          && meaning.distinctions.isSubset(of: name.distinctions)
          && wanted.isSubset(of: name.words.union(candidate.surroundings.words)))
    }
    let strong = scored.filter { $0.isStrong(of: wanted.count) }
    let exact = strong.filter(\.isExact)
    let pool = exact.isEmpty ? strong : exact
    if let best = Self.clearBest(pool), best.isWhole {
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
    _ meaning: Meaning, _ dimension: Dimension, from candidates: [Candidate]
  ) -> CaptureMatch {
    let wanted = meaning.words
    let scored = candidates.filter {
      $0.capture.quantity?.unit.dimension == dimension && $0.capture.isPrimary
        && $0.capture.row == nil
    }.map { candidate in
      let name = Self.nameMeaning(candidate.capture)
      let matched = wanted.intersection(name.words)
      let around = wanted.intersection(candidate.surroundings.words)
      // `real` says nothing of what was timed: then its command must say it.
      let fits =
        Self.isNameless(candidate.capture)
        ? !around.isEmpty : !matched.isEmpty && Self.nested(wanted, name.words)
      return Scored(
        candidate: candidate, isExact: !matched.isEmpty, matched: matched.union(around),
        weight: matched.count * 2 + around.count,
        agrees: fits && Self.agree(meaning, name, candidate)
          && Self.statuses(of: meaning, dimension).isSubset(of: name.statuses),
        isWhole: Self.isNameless(candidate.capture)
          || Self.says(name, nothingBeyond: meaning)
            && Self.statuses(of: name, dimension).isSubset(of: meaning.statuses)
      )
    }
    let needsName = dimension == .number
    let strong = scored.filter { scored in
      scored.agrees && (scored.isExact || !needsName)
        && scored.matched.count == wanted.count
    }
    if let best = Self.clearBest(strong), best.isWhole {
      let words = meaning.spelled(best.matched).joined(separator: ", ")
      return .one(best.candidate, why: "\(best.candidate.capture.reference): words \(words)")
    }
    return .none(scored.map(\.candidate))
  }

  /// Whether a name can be what a sentence speaks of: both of good or of bad outcomes or of
  /// neither, and no number in one that the other does not have.
  private static func agree(_ sentence: Meaning, _ name: Meaning, _ candidate: Candidate) -> Bool {
    let around = name.numbers.union(candidate.surroundings.numbers)
    return sentence.isNegative == name.isNegative && sentence.isGood == name.isGood
      && name.numbers.isSubset(of: sentence.numbers) && sentence.numbers.isSubset(of: around)
  }

  /// The status words of a sentence with a limit that say more than the limit does.
  private static func statuses(of meaning: Meaning, _ dimension: Dimension) -> Set<String> {
    let rest = meaning.statuses.subtracting(Vocabulary.standard.beside)
    return dimension == .time ? rest.subtracting(Vocabulary.standard.ended) : rest
  }

  /// Whether a label ends in a word after which a place, a time or a person comes, or holds a sign
  /// of money or of a limit.
  private static func asksFor(_ label: String) -> Bool {
    if label.unicodeScalars.contains(where: { "$€£¥<>≤≥≠".unicodeScalars.contains($0) }) {
      return true
    }
    var last = ""
    WordScan.forEachWord(in: label) { word, _ in last = word }
    return Vocabulary.standard.endings.contains(last)
  }

  /// Whether what a name measures is asked for: "Database" asks for no size, and "Time" may ask for
  /// the time of day, unless the unit behind the blank says so.
  private static func namesMeasure(_ label: Meaning, _ name: Meaning, _ unit: Unit?) -> Bool {
    guard unit == nil else { return true }
    if !name.words.subtracting(label.words).isDisjoint(with: Vocabulary.standard.sizes) {
      return false
    }
    return !(label.words == timeAlone && label.spelled(timeAlone) != name.spelled(timeAlone))
  }

  private static let timeAlone = Meaning("time").words

  /// Whether one has all words of the other: where each has one of its own, they speak of
  /// different things ("p99 latency", `p50_latency`).
  private static func nested(_ one: Set<String>, _ other: Set<String>) -> Bool {
    one.isSubset(of: other) || other.isSubset(of: one)
  }

  /// Whether a name has no word that the sentence lacks: `errors_fixed` and `max connections` are
  /// not what is said of errors and of connections.
  private static func says(_ name: Meaning, nothingBeyond sentence: Meaning) -> Bool {
    name.words.subtracting(Vocabulary.standard.measures).isSubset(of: sentence.words)
      && name.distinctions.isSubset(of: sentence.distinctions)
  }

  /// Names under which a tool prints whatever it measured.
  private static func isNameless(_ capture: Capture) -> Bool {
    ["real", "value", "Time"].contains(capture.name)
  }

  private struct Scored {
    let candidate: Candidate
    let isExact: Bool
    let matched: Set<String>
    var weight: Int
    let agrees: Bool
    /// Whether the name says nothing more than the sentence, and its command what the name lacks. Looked at last, so that what says more
    /// still makes a tie.
    let isWhole: Bool

    init(
      candidate: Candidate, isExact: Bool, matched: Set<String>,
      weight: Int? = nil, agrees: Bool, isWhole: Bool
    ) {
      self.isWhole = isWhole
      self.candidate = candidate
      self.agrees = agrees
      self.isExact = isExact
      self.matched = matched
      self.weight = weight ?? matched.count
    }

    /// Two words at least and three in five of the label, or every word of it.
    func isStrong(of wanted: Int) -> Bool {
      guard agrees, candidate.capture.isPrimary, candidate.capture.row == nil,
        wanted > 0
      else {
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

  /// What a capture's name means; a unit in it says nothing about what was measured.
  private static func nameMeaning(_ capture: Capture) -> Meaning {
    let parts = capture.name.split { !$0.isLetter && !$0.isNumber }
    let unit = capture.quantity?.unit
    let named = parts.filter { part in
      // `latency_min` in milliseconds is the least of them.
      guard let named = Unit.named(part) else { return true }
      return part == "min" && named != unit
    }
    return Meaning((named.isEmpty ? parts : named).joined(separator: " "))
  }
}
