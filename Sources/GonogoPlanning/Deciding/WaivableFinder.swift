package import GonogoCore
internal import GonogoEvidence

/// Finds what a waiver names: an item, expectation, criterion, blank or command by its words.
package struct WaivableFinder {
  /// One thing that can be waived.
  package struct Found: Sendable {
    /// What it is.
    package let subject: Reason.Subject
    /// What the document calls it.
    package let text: String
    /// Its line.
    package let line: Int
  }

  /// Why nothing was found.
  package struct Problem: Error {
    /// What is wrong.
    package let message: String
    /// What to do.
    package let cure: String
  }

  private let plan: Plan
  private var byKey: [String: [Reason.Subject]] = [:]

  /// A finder for `plan`.
  package init(_ plan: Plan) {
    self.plan = plan
    for claim in plan.checklist.claims { add(claim.text, .claim(claim.id)) }
    for blank in plan.checklist.blanks where blank.field == nil {
      add(blank.label, .blank(blank.id))
    }
    for command in plan.commands { add(command.name, .command(command.id)) }
  }

  private mutating func add(_ text: String, _ subject: Reason.Subject) {
    let key = PlainText.key(text)
    if !key.isEmpty { byKey[key, default: []].append(subject) }
  }

  /// What `subject` is called and where it stands.
  package func describe(_ subject: Reason.Subject) -> Found {
    switch subject {
    case .claim(let id):
      let claim = plan.checklist.claims[id]
      return Found(subject: subject, text: claim.text, line: claim.location.line)
    case .blank(let id):
      let blank = plan.checklist.blanks[id]
      return Found(subject: subject, text: blank.label, line: blank.location.line)
    case .command(let id):
      let command = plan.commands[id]
      return Found(subject: subject, text: command.name, line: command.line)
    }
  }

  /// The one thing called `name`, or called so in the line behind a final `@LINE`.
  package func find(_ name: String) -> Result<Found, Problem> {
    var text = name
    var line: Int?
    if let at = name.lastIndex(of: "@"), let number = Int(name[name.index(after: at)...]) {
      line = number
      text = String(name[..<at])
    }
    let found = (byKey[PlainText.key(text)] ?? []).map(describe).filter { found in
      line.map { $0 == found.line } ?? true
    }
    if let only = found.first, found.count == 1 { return .success(only) }
    if found.isEmpty {
      let near = NearMiss.nearest(to: PlainText.key(text), among: byKey.keys.sorted())
      return .failure(
        Problem(
          message: "nothing in the checklist is called “\(name)”",
          cure: near.map { "did you mean “\(byKey[$0]?.first.map(describe)?.text ?? $0)”?" }
            ?? "copy the words of an item, expectation, criterion, blank or command"))
    }
    let lines = found.map { String($0.line) }.joined(separator: ", ")
    return .failure(
      Problem(
        message: "“\(text)” stands in the lines \(lines)",
        cure: "say which: “\(text)@\(found[0].line)=reason”"))
  }
}
