import GonogoCore

extension Planner {
  /// As it is asked, and answered in a file of answers.
  package static let unreadQuestion =
    "All else that is written here is done or speaks against nothing"
  /// More are too many to be read in a question.
  private static let mostShown = 12

  /// Asks at the end, in one question, about everything that nobody read.
  mutating func askAboutUnread() {
    guard let last = checklist.unread.last,
      let section = checklist.sections.last(where: { $0.role != .conditional })
    else { return }
    let shown = checklist.unread.prefix(Self.mostShown).map { text in
      "line \(text.line) “\(text.text.prefix(120))”"
    }
    let rest = checklist.unread.count - shown.count
    let line = max(last.line, checklist.claims.last?.location.line ?? 0)
    let claim = Claim(
      id: checklist.claims.count, kind: .expectation, section: section.id,
      text: Self.unreadQuestion, isLoose: true, location: SourceLocation(line: line))
    checklist.claims.append(
      claim.asking(
        besides: "read by nobody: " + shown.joined(separator: "; ")
          + (rest > 0 ? " and \(rest) more" : "")))
  }
}
