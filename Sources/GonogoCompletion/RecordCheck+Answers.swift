package import GonogoCore

extension RecordCheck {
  /// Boxes of the author's document, put together again and read as `checklist`, that are ticked
  /// without a mark of the run: a run takes every one of them for its own and says how it came out, so
  /// that such a tick was put in afterwards, with a record to suit it.
  package func unmarkedAnswers(_ checklist: Checklist) -> [String] {
    let marked = Set(
      (document.record["marks"]?.arrayValue ?? []).compactMap { $0["at"]?.integerValue })
    let boxes = checklist.claims.filter { claim in
      claim.isCriterion || checklist.sections[claim.section].role != .conditional
    }
    .compactMap { claim in claim.box.map { (box: $0, name: claim.text) } }
    let options = checklist.blanks.filter { $0.field != nil && $0.shape == .choice }
      .flatMap(\.options).compactMap { option in option.box.map { (box: $0, name: option.text) } }
    return (boxes + options).filter { $0.box.isTicked && !marked.contains($0.box.range.lowerBound) }
      .map { "the box of “\(SafeText.inline($0.name))” is ticked, and its record does not say why" }
  }
}
