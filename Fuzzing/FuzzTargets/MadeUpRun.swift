internal import GonogoCore
internal import GonogoPlanning
internal import GonogoStore

/// A run that never was: each claim with some verdict, each blank with some text.
enum MadeUpRun {
  private static let texts: [String?] = [
    nil, "", "12.5", "# not a heading", "- [x] no", "a | b", "```", "<!-- -->", "two\nlines",
    "\u{1B}[31mred", "\u{202E}back", "✅", "---", "`code`", "GO", "$(true)",
  ]

  /// The record of it.
  static func record(_ plan: Plan) -> RunRecord {
    let checklist = plan.checklist
    var dice = Dice(checklist.document.bytes)
    var record = RunRecord(
      identifier: "20260101T000000Z-abcd", version: "0", documentPath: checklist.document.path,
      documentDigest: Digest.sha256(checklist.document.bytes), sidecarDigest: nil, started: 1,
      operatorName: "Ann", userID: 7, host: "host", sandbox: .standard, enforced: [],
      variables: [], bindings: [])
    record.commands = plan.commands.map { CommandResult(command: $0.id, outcome: .notApproved) }
    record.claims = checklist.claims.map {
      ClaimResult(
        claim: $0.id, verdict: dice.pick([.pass, .fail, .unknown, .skipped]), source: .none,
        because: dice.pick(texts) ?? "so it is")
    }
    record.blanks = checklist.blanks.map { blank in
      let words = blank.options.map { String?.some($0.text) }
      return BlankResult(
        blank: blank.id, text: blank.field == nil ? dice.pick(words + texts) : nil, source: .none,
        because: "so it is")
    }
    let assessor = Assessor(plan: plan)
    record.sections = assessor.sectionResults()
    record.decision = Decision(
      answer: .noGo, reasons: [Reason(verdict: .fail, section: 0, line: 1, text: "so it is")],
      rule: "made up")
    record.notes = dice.pick(texts)
    return record
  }
}
