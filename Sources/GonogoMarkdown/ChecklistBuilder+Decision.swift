internal import GonogoCore

/// What the document says about how it is decided.
extension ChecklistBuilder {
  /// True when a heading of the first two levels opens the criteria by which the whole document is
  /// decided: "Success criteria". Further down it is about one test.
  func decides(_ heading: String, level: Int) -> Bool {
    guard level == 2, heading.utf8.count <= 120 else { return false }
    var plain = heading[...]
    if let open = plain.firstIndex(where: { $0 == "(" || $0 == "（" }) { plain = plain[..<open] }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: plain)
    return words.count <= 6 && prose.has(.success, among: words)
  }

  /// Notes that a list of criteria decides without saying that other things may stay open.
  mutating func addSuccessCriteria(line: Int) {
    checklist.decisionTexts.append(DecisionText(.criteria, location: SourceLocation(line: line)))
  }
}
