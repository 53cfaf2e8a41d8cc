internal import GonogoCore
internal import GonogoEvidence

extension BindingProposal {
  /// What a sidecar for `plan` could say: every claim and blank that nobody has bound, in document
  /// order. Sign-off, and names of people, are not among them.
  package static func all(for plan: Plan) -> [BindingProposal] {
    let checklist = plan.checklist
    let spelling = RuleSpelling(plan)
    let finder = SubjectFinder(checklist: checklist)
    var known: [[String]: Result<Annotation.Subject, SubjectFinder.Problem>] = [:]
    var proposals: [(place: SourceLocation, proposal: BindingProposal)] = []
    func add(
      _ subject: Annotation.Subject, section: Int, text: String, at place: SourceLocation,
      spelled: RuleSpelling.Spelling, why: String
    ) {
      let heading = checklist.sections[section].heading
      var entry = Entry.ask
      var reason = why
      switch spelled {
      case .directive(let directive): entry = .directive("\(directive)")
      case .none(let why): reason = why
      }
      // The same words thousands of times are looked for once.
      let found = known[[heading, text]] ?? finder.find(section: heading, text: text)
      known[[heading, text]] = found
      switch found {
      case .success(let found) where found == subject: break
      case .success: (entry, reason) = (.impossible, "its words name another place")
      case .failure(let problem): (entry, reason) = (.impossible, problem.message)
      }
      proposals.append(
        (
          place,
          BindingProposal(
            heading: heading, text: text, line: place.line, entry: entry, why: reason)
        ))
    }
    for blank in checklist.blanks where blank.field == nil && !blank.isPersonal {
      let rule = plan.blankRules[blank.id]
      guard rule.writtenAt == nil else { continue }
      add(
        .blank(blank.id), section: blank.section, text: blank.label, at: blank.location,
        spelled: spelling.spelling(of: blank), why: "by its label: probably \(rule.predicted ?? "")"
      )
    }
    for claim in checklist.claims {
      let rule = plan.claimRules[claim.id]
      guard rule.writtenAt == nil else { continue }
      add(
        .claim(claim.id), section: claim.section, text: claim.text, at: claim.location,
        spelled: spelling.spelling(of: claim), why: rule.why)
    }
    return proposals.sorted { $0.place < $1.place }.map(\.proposal)
  }
}
