internal import GonogoCore

/// What a document asks for where it decides, in sentences that are neither rules nor criteria.
extension ChecklistBuilder {
  /// Makes of each such sentence of a passage something that a person is asked; true when there was
  /// one.
  mutating func readNeeds(_ passage: Passage) -> Bool {
    guard section.role != .conditional,
      isWhereItDecides || NeedSentence.namesGo(passage.text)
    else { return false }
    var isRead = false
    for sentence in passage.sentences {
      let isNeed =
        isWhereItDecides
        ? NeedSentence.isStated(sentence.text) : NeedSentence.isAboutGo(sentence.text)
      guard isNeed, !isRuled(sentence.text) else { continue }
      addStated(sentence)
      isRead = true
    }
    return isRead
  }

  /// True for a list whose entries stand for themselves: what leads to a list may turn them into
  /// their opposite.
  func standsForItself(_ list: Int) -> Bool {
    guard blocks[list].parent == nil, let before = blockBefore(list) else { return false }
    switch blocks[before].kind {
    case .heading: return true
    case .paragraph: return blocks[before].text.last.map { ".。".contains($0) } ?? false
    default: return false
    }
  }

  /// True for a sentence that has been read as a rule.
  private func isRuled(_ sentence: String) -> Bool {
    DecisionSentence.rule(in: sentence) != nil || GoLine.asksForAll(sentence)
  }
}
