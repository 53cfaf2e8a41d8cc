import GonogoCore

/// Limits that look like demands and are hardly meant so.
extension ExpectationReader {
  /// A mark of what must not be, beside a sentence that seems to say what must hold.
  var markDoubt: String? {
    guard !isTrigger else { return nil }
    return tokens.first { $0.key.unicodeScalars.first.map(AdverseMark.contains) == true }
      .map { "“\($0.key)” may mark what must not be" }
  }

  /// "Errors > 5" is no demand, and "Free memory < 1 GB" none either; as reasons to act they are
  /// none the other way round.
  func directionDoubt(_ core: SentenceCore) -> String? {
    guard case .limit(let limit) = core.fact, limit.comparator != .equal else { return nil }
    let isShare = limit.quantity.unit == .percent
    // How long something takes until it is well is no share of what is well.
    let more = limit.quantity.unit.dimension == .time ? nil : named(.moreBetter)
    let less = named(.lessBetter) ?? (isShare && more == nil ? named(.resource) : nil)
    let isUpper = limit.comparator.isUpper != isTrigger
    guard (less == nil) != (more == nil), let word = isUpper ? more : less else { return nil }
    return isTrigger
      ? "it is hardly a reason to act that “\(word)” is so"
      : "\(isUpper ? "less" : "more") of “\(word)” is hardly what must hold"
  }

  /// The first word of the kind that the sentence has beside its limit, also as a part of a name
  /// (`error_rate`).
  private func named(_ kind: PhraseBook.Kind) -> String? {
    if let word = first(kind, in: restTokens) { return word }
    for index in restTokens where tokens[index].kind == .word {
      let key = tokens[index].key
      guard key.utf8.contains(where: { $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }) else { continue }
      let parts = key.utf8.split { $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }.map {
        String(Substring($0))
      }
      if parts.contains(where: { PhraseBook.standard.isWord($0, kind) }) { return key }
    }
    return nil
  }
}
