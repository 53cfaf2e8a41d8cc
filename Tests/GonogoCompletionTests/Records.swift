import GonogoCore
import GonogoMarkdown
import GonogoPlanning

@testable import GonogoCompletion

/// The plan for some bytes.
func plan(_ bytes: [UInt8], path: String = "a.md") -> Plan {
  var planner = Planner(checklist: MarkdownReader.read(Document(path: path, bytes: bytes)))
  return planner.plan()
}

/// The plan for a text.
func plan(_ text: String) -> Plan { plan(Array(text.utf8)) }

/// Stands for SHA-256, which this module does not know.
func checksum(_ bytes: [UInt8]) -> String {
  String(
    bytes.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
}

extension RunRecord {
  /// A record in which nothing was found out.
  static func unknown(_ plan: Plan) -> RunRecord {
    record(plan, verdict: .unknown, source: .none, text: nil)
  }

  /// A record in which every claim has this verdict and every blank this text.
  static func record(
    _ plan: Plan, verdict: Verdict, source: Source, text: String?, because: String = "so it is"
  ) -> RunRecord {
    var record = RunRecord(
      identifier: "20261123T160529Z-abcd", version: "0.0.1", documentPath: "a.md",
      documentDigest: checksum(plan.checklist.document.bytes), sidecarDigest: nil,
      started: 1_795_449_929, operatorName: "Ann",
      userID: 7, host: "host", sandbox: .standard, enforced: ["own processes"], variables: ["A_B"],
      bindings: [])
    record.ended = 1_795_449_990
    record.commands = plan.commands.map { CommandResult(command: $0.id, outcome: .notApproved) }
    record.claims = plan.checklist.claims.map {
      ClaimResult(claim: $0.id, verdict: verdict, source: source, because: because)
    }
    record.blanks = plan.checklist.blanks.map {
      BlankResult(
        blank: $0.id, text: $0.field == nil ? text : nil, source: source, because: because)
    }
    let assessor = Assessor(plan: plan)
    record.sections = assessor.sectionResults()
    record.decision = DecisionRule.decide(assessor)
    record.journal = JournalSummary(records: 3, head: "aa11")
    return record
  }

  /// A record in which every box holds and every blank has this text, those of the sign-off too; of
  /// a choice the first word is picked.
  static func filled(_ plan: Plan, text: String) -> RunRecord {
    var filled = record(plan, verdict: .pass, source: .none, text: text)
    filled.blanks = plan.checklist.blanks.map {
      BlankResult(
        blank: $0.id, text: $0.options.first?.text ?? text, source: .none, because: "so it is")
    }
    return filled
  }

  /// Its machine-readable form.
  func summary(_ plan: Plan, check: String = "") -> JSONValue {
    RecordSummary.json(plan, self, check: check) { "\($0.utf8.count)" }
  }

  /// The completed document.
  func completed(_ plan: Plan, check: String = "") throws -> [UInt8] {
    try Completion.complete(plan, record: self, summary: summary(plan, check: check))
  }
}
