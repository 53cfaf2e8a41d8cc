internal import GonogoCore
internal import GonogoEvidence

extension Lint {
  /// What a limit is about: criteria are compared with each other wherever they stand, other claims
  /// only within their section.
  private struct Subject: Hashable {
    let section: Int?
    let words: [String]
    let dimension: Dimension
  }

  /// One end of what a claim allows.
  private struct Bound {
    let value: Double
    /// True for an end that is not itself allowed.
    let isOpen: Bool
    let isUpper: Bool
    let claim: Claim
    let shown: String

    /// What `claim` allows; of what must not be, the rest is allowed.
    init(_ limit: Limit, of claim: Claim) {
      let isStrict = limit.comparator == .below || limit.comparator == .above
      value = limit.quantity.base
      isUpper = limit.comparator.isUpper != claim.isTrigger
      isOpen = isStrict != claim.isTrigger
      self.claim = claim
      shown = (claim.isTrigger ? "not " : "") + limit.shown
    }
  }

  /// The bounds on one subject so far: the lowest upper and the highest lower one.
  private struct Bounds {
    var upper: Bound?
    var lower: Bound?

    mutating func add(_ bound: Bound) {
      if bound.isUpper {
        if upper.map({ bound.value < $0.value }) ?? true { upper = bound }
      } else if lower.map({ bound.value > $0.value }) ?? true {
        lower = bound
      }
    }
  }

  /// Limits that no value can keep together, tiers the wrong way round.
  mutating func checkLimits() {
    var bounds: [Subject: Bounds] = [:]
    var order: [Subject] = []
    for claim in checklist.claims {
      checkTiers(claim)
      guard case .threshold(let threshold) = ThresholdReader.read(claim.text),
        threshold.required.share == nil, !threshold.meaning.words.isEmpty,
        threshold.critical == nil
      else { continue }
      let subject = Subject(
        section: claim.isCriterion ? nil : claim.section,
        words: (threshold.meaning.words.union(threshold.meaning.numbers)).sorted(),
        dimension: threshold.required.quantity.unit.dimension)
      if bounds[subject] == nil { order.append(subject) }
      bounds[subject, default: Bounds()].add(Bound(threshold.required, of: claim))
    }
    for subject in order {
      guard let found = bounds[subject], let upper = found.upper, let lower = found.lower else {
        continue
      }
      let isNone = upper.value == lower.value && (upper.isOpen || lower.isOpen)
      guard upper.value < lower.value || isNone else { continue }
      let (first, second) =
        upper.claim.id < lower.claim.id ? (upper.claim, lower.claim) : (lower.claim, upper.claim)
      report(
        .warning, code: "contradictory-limits",
        "no value keeps this limit and the one of line \(first.location.line): "
          + "\(upper.shown) and \(lower.shown)",
        cure: "correct one of the two", at: place(of: second))
    }
  }

  private static let tierWords = ["warning", "warn", "critical", "alert"]
  private static let joints: Set<String> = ["if", "when", "at", "is", "it"]

  /// "< 5 GB, warning if > 1 GB": the second tier is reached before the first.
  private mutating func checkTiers(_ claim: Claim) {
    let text = claim.text
    let lower = text.lowercased()
    guard text.utf8.count == lower.utf8.count,
      let word = Self.tierWords.lazy.compactMap({ lower.firstRange(of: $0) }).first,
      let middle = word.lowerBound.samePosition(in: lower.utf8)
    else { return }
    let offset = lower.utf8.distance(from: lower.utf8.startIndex, to: middle)
    let before = String(decoding: Array(text.utf8)[..<offset], as: UTF8.self)
    let rest = String(decoding: Array(text.utf8)[offset...], as: UTF8.self)
    let words = rest.split(separator: " ").dropFirst().drop {
      Self.joints.contains($0.lowercased())
    }
    let after = words.joined(separator: " ")
    guard case .threshold(let first) = ThresholdReader.read(before),
      case .threshold(let second) = ThresholdReader.read(after), first.critical == nil,
      second.critical == nil
    else { return }
    let (one, two) = (first.required, second.required)
    guard one.comparator.isUpper != two.comparator.isUpper,
      one.quantity.unit.dimension == two.quantity.unit.dimension, one.share == nil,
      two.share == nil,
      one.comparator.isUpper
        ? two.quantity.base < one.quantity.base : two.quantity.base > one.quantity.base
    else { return }
    explained.insert(claim.id)
    report(
      .warning, code: "reversed-tiers",
      "its second limit, \(two.shown), is crossed while the first, \(one.shown), still holds",
      cure: "write the limit to be kept first, and then the one that is worse", at: place(of: claim)
    )
  }
}
