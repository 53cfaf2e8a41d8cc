package import GonogoCore
internal import GonogoEvidence

/// Finds what a sidecar or an answers file names: a claim or a blank by its section and its text.
package struct SubjectFinder {
  /// Why it was not found.
  package struct Problem: Error {
    /// True when the section is the trouble.
    package let isSection: Bool
    /// What is wrong.
    package let message: String
    /// What to do.
    package let cure: String
  }

  private let checklist: Checklist
  private var sections: [String: [Int]] = [:]
  private var headings: [String: [Int]] = [:]
  /// What each text is compared by: the claims' and the blanks', by their positions.
  private let claimKeys: [String]
  private let blankKeys: [String]
  /// What has each of these texts, blanks first.
  private var subjects: [String: [Annotation.Subject]] = [:]

  /// A finder for `checklist`.
  package init(checklist: Checklist) {
    self.checklist = checklist
    claimKeys = checklist.claims.map { PlainText.key($0.text) }
    blankKeys = checklist.blanks.map { PlainText.key($0.label) }
    for (id, key) in blankKeys.enumerated() { subjects[key, default: []].append(.blank(id)) }
    for (id, key) in claimKeys.enumerated() { subjects[key, default: []].append(.claim(id)) }
    for section in checklist.sections {
      sections[PlainText.key(section.heading), default: []].append(section.id)
      headings[PlainText.heading(section.heading), default: []].append(section.id)
    }
  }

  /// The one claim or blank called `text` in the section headed `section`, or under it.
  package func find(section: String, text: String) -> Result<Annotation.Subject, Problem> {
    let ids =
      sections[PlainText.key(section)]
      ?? (PlainText.hasNumber(section) ? nil : headings[PlainText.heading(section)]) ?? []
    guard let id = ids.first else {
      let near = NearMiss.nearest(
        to: PlainText.key(section), among: (Array(sections.keys) + headings.keys).sorted())
      return .failure(
        Problem(
          isSection: true, message: "the document has no section headed “\(section)”",
          cure: near.map { "did you mean “\(heading(for: $0))”?" }
            ?? "write the heading as the document does"))
    }
    guard ids.count == 1 else {
      return .failure(
        Problem(
          isSection: true, message: "several sections are headed “\(section)”",
          cure: "give one of them another heading, or annotate it in the document"))
    }
    let key = PlainText.key(text)
    let subjects = (self.subjects[key] ?? []).filter { subject in
      checklist.isSection(self.section(of: subject), within: id)
    }
    if let only = subjects.first, subjects.count == 1 { return .success(only) }
    // What stands in the section itself is meant before what stands under it.
    let own = subjects.filter { self.section(of: $0) == id }
    if let only = own.first, own.count == 1 { return .success(only) }
    if subjects.isEmpty {
      let claims = checklist.claims.filter { checklist.isSection($0.section, within: id) }
      let blanks = checklist.blanks.filter { checklist.isSection($0.section, within: id) }
      let known =
        claims.map { (key: claimKeys[$0.id], text: $0.text) }
        + blanks.map { (key: blankKeys[$0.id], text: $0.label) }
      let near = NearMiss.nearest(to: key, among: known.map(\.key))
      let meant = known.first { $0.key == near }?.text
      return .failure(
        Problem(
          isSection: false,
          message: "section “\(section)” has no item, expectation or blank “\(text)”",
          cure: meant.map { "did you mean “\($0)”?" } ?? "write its text as the document does"))
    }
    return .failure(
      Problem(
        isSection: false,
        message: "“\(text)” stands \(subjects.count) times in section “\(section)”",
        cure: "annotate it in the document with <!-- gonogo: … -->"))
  }

  /// The heading, as it is written, that `key` is one of the keys of.
  private func heading(for key: String) -> String {
    (sections[key] ?? headings[key])?.first.map { checklist.sections[$0].heading } ?? key
  }

  private func section(of subject: Annotation.Subject) -> Int {
    switch subject {
    case .claim(let id): checklist.claims[id].section
    case .blank(let id): checklist.blanks[id].section
    }
  }
}
