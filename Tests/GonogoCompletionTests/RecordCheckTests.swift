import Foundation
import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

@testable import GonogoCompletion

/// A completed document cannot say one thing to people and another to machines.
struct RecordCheckTests {
  private static let document = """
    # A

    - [ ] open
    - [x] ticked
    - [~] half

    **Expected**:
    - ✅ shown

    Time: ____ ms

    Result: [PASS/FAIL]

    ☐ by hand

    ```bash
    true
    ```

    [ ] GO  [ ] NO-GO

    Date: ________
    Completed by: ____
    Decision: ____
    Notes: ____

    """

  @Test(arguments: ["- ☑️ a b", "### ☑️ Phase one\n\n### ☐ Phase two", "☑️ a\n☐ b"])
  func takesASignInColourForABox(text: String) throws {
    let plan = plan(text + "\n")
    for verdict in [Verdict.pass, .unknown] {
      let record = RunRecord.record(plan, verdict: verdict, source: .none, text: nil)
      let check = RecordCheck(
        try CompletedDocument(record.completed(plan)), digest: checksum)
      #expect(check.faults() == [])
    }
  }

  private func completed(
    _ text: String = document, verdict: Verdict = .pass, value: String? = "12"
  ) throws -> [UInt8] {
    let plan = plan(text)
    var record = RunRecord.record(plan, verdict: verdict, source: .none, text: value)
    record.notes = "all well"
    return try record.completed(plan)
  }

  private func faults(_ bytes: [UInt8]) -> [String] {
    do throws(RecordFault) {
      return RecordCheck(try CompletedDocument(bytes), digest: checksum).faults()
    } catch { return [error.message] }
  }

  /// Without the sign that nobody sees another command would stand there.
  @Test func showsWhatCannotBeSeenInACommandAndInWhatIsSaid() throws {
    let plan = plan(
      "# A\u{202E}\n\n```bash\nec\u{200B}ho hidden\n```\n\n```bash\necho\u{A0}x\n```\n\n- [ ] b\u{2066}c\n"
    )
    var record = RunRecord.record(plan, verdict: .unknown, source: .none, text: nil)
    record.approvals = plan.commands.map {
      RunApproval(command: $0.id, by: "A\u{200B}nn", how: "asked", digest: "00")
    }
    let bytes = try record.completed(plan)
    #expect(faults(bytes) == [])
    let text = String(decoding: bytes.dropFirst(plan.checklist.document.bytes.count), as: UTF8.self)
    for shown in [
      #"- “ec\\u{200B}ho hidden”, line 4, by A\\u{200B}nn"#, #"- “echo\\u{A0}x”, line 8"#,
      #": “ec\\u{200B}ho hidden” was not reached"#, #"| A\\u{202E} |"#, #"“b\\u{2066}c”"#,
    ] { #expect(text.contains(shown), "\(shown) in \(text)") }
  }

  private func replacing(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    return Array(parts.joined(separator: new).utf8)
  }

  @Test(arguments: Verdict.allCases, [nil, "", "12", "a | *b* ____ `c`", "PASS", "- [x] x"])
  func agreesWithWhatARunWrites(verdict: Verdict, value: String?) throws {
    for text in [
      Self.document, "- [ ] a", "- [ ] a\r\n\r\nTime: ____\r\n", "\u{FEFF}# A\n\n____ s",
    ] {
      let plan = plan(text)
      let bytes = try completed(text, verdict: verdict, value: value)
      #expect(faults(bytes) == [])
      let document = try CompletedDocument(bytes)
      #expect(
        RecordCheck(document, digest: checksum).authorsBytes() == plan.checklist.document.bytes)
    }
  }

  @Test(arguments: HostileText.all)
  func agreesWhateverWasWritten(text: String) throws {
    let plan = plan(Self.document + "\n# B\n\n- ____\n\n> ____\n\n| a | ____ |\n")
    var record = RunRecord.filled(plan, text: text)
    record.notes = text
    #expect(faults(try record.completed(plan)) == [])
  }

  /// Each of these says to people what the machine line does not.
  @Test(arguments: [
    ("- [x] open", "- [ ] open"), ("- [~] half", "- [x] half"), ("- ✅ shown", "- ❌ shown"),
    ("Time: 12 ms", "Time: 11 ms"), ("Time: 12 ms", "Time: 12  ms"), ("☑ by hand", "☐ by hand"),
    ("[x] NO-GO", "[ ] NO-GO"), ("[ ] GO", "[x] GO"), ("Decision: NO-GO", "Decision: GO"),
    ("Completed by: Ann", "Completed by: Bob"), ("Date: 2026-11-23", "Date: 2026-11-24"),
    ("Notes: all well", "Notes: all bad"), ("# A", "# B"), ("true\n", "tru3\n"),
    ("**Decision: NO-GO**", "**Decision: GO**"), ("| Operator | Ann", "| Operator | Bob"),
    ("## Run record", "## Run  record"), ("| Journal | 3", "| Journal | 4"),
    ("\n---\n", "\n---\n\nInserted.\n"), ("### Sections", "### Sections\n"),
  ])
  func findsWhatPeopleSeeOtherwise(old: String, new: String) throws {
    let bytes = try completed(verdict: old == "- [~] half" ? .fail : .pass)
    let changed = replacing(bytes, old, new)
    #expect((changed == bytes) == false, "\(old)")
    let isFound = !faults(changed).isEmpty
    #expect(isFound, "\(old)")
  }

  /// Each of these changes the machine line in a place that the record's page does not show.
  @Test(arguments: [
    ("\"now\":\"x\"", "\"now\":\" \""), ("\"was\":\" \"", "\"was\":\"x\""),
    ("\"ticked\":true", "\"ticked\":false"), ("\"claim\":0", "\"claim\":99"),
    ("\"blank\":0", "\"blank\":99"), ("\"field\":\"date\"", "\"field\":\"notes\""),
    ("\"word\":\"NO-GO\"", "\"word\":\"GO!\""), ("\"at\":", "\"at\":1"), ("\"v\":1", "\"v\":2"),
    ("\"marks\":[", "\"marks\":[{},"), ("\"marks\"", "\"marke\""), ("\"choice\":", "\"choise\":"),
    ("{\"approvals\"", "{ \"approvals\""),
    ("{\"approvals\":[]", "{\"approvals\":[],\"approvals\":[]"),
    ("```json gonogo-record", "```json"), ("\n```\n", "\n````\n"),
  ])
  func findsWhatMachinesSeeOtherwise(old: String, new: String) throws {
    let bytes = try completed()
    let text = String(decoding: bytes, as: UTF8.self)
    let line = try #require(text.range(of: "```json gonogo-record"))
    let changed =
      Array(text[..<line.lowerBound].utf8)
      + replacing(Array(text[line.lowerBound...].utf8), old, new)
    #expect((changed == bytes) == false, "\(old)")
    let isFound = !faults(changed).isEmpty
    #expect(isFound, "\(old)")
  }

  @Test func findsChangedBytesOfAuthorAndPage() throws {
    let bytes = try completed()
    let text = String(decoding: bytes, as: UTF8.self)
    let fence = try #require(text.range(of: "```json gonogo-record"))
    let end = text[..<fence.lowerBound].utf8.count
    for offset in 0..<end {
      for bit in [0, 1 + offset % 7] {
        var changed = bytes
        changed[offset] ^= 1 << UInt8(bit)
        let isFound = !faults(changed).isEmpty
        #expect(isFound, "byte \(offset), bit \(bit)")
      }
    }
  }

  @Test func refusesAGoThatTheRecordForbids() throws {
    let plan = plan("# A\n\n## GO if ALL true:\n- [ ] one\n")
    var record = RunRecord.record(plan, verdict: .fail, source: .none, text: nil)
    record.decision = Decision(answer: .go, reasons: [], rule: "r")
    #expect(faults(try record.completed(plan)).count == 1)
    record.decision = Decision(answer: .noGo, reasons: [], rule: "r")
    #expect(faults(try record.completed(plan)).count == 1)
  }

  @Test func refusesAGoBesideAFailedSection() throws {
    let plan = plan("# A\n\n## 1. One\n- [ ] one\n")
    var record = RunRecord.record(plan, verdict: .pass, source: .none, text: nil)
    record.decision = Decision(answer: .go, reasons: [], rule: "r")
    #expect(faults(try record.completed(plan)) == [])
    record.sections = [
      SectionResult(section: 1, verdict: .fail, reasons: [], nanoseconds: 0)
    ]
    #expect(faults(try record.completed(plan)).count == 1)
  }

  @Test func refusesAConditionThatNobodyWaived() throws {
    let plan = plan("# A\n\n- [ ] one\n")
    var record = RunRecord.record(plan, verdict: .fail, source: .none, text: nil)
    record.decision = Decision(
      answer: .conditionalGo, reasons: record.decision.reasons, rule: "r")
    #expect(faults(try record.completed(plan)).count == 1)
    let waiver = Waiver(
      subject: .claim(0), text: "one", line: 3, reason: "so", by: "Ann", time: 1_795_449_929,
      isPrepared: false)
    record.decision = Decision(
      answer: .conditionalGo, reasons: record.decision.reasons, rule: "r", waivers: [waiver])
    #expect(faults(try record.completed(plan)) == [])
    record.decision = Decision(answer: .go, reasons: [], rule: "r", waivers: [waiver])
    #expect(!faults(try record.completed(plan)).isEmpty)
  }

  /// A tick that the record calls the author's own, with digest and marks to suit it.
  @Test(arguments: [("- [ ] open", 0), ("[ ] GO  [ ] NO-GO", 1)])
  func findsATickThatNothingAccountsFor(box: String, kind: Int) throws {
    let ticked = kind == 0 ? "- [x] open" : "[x] GO  [ ] NO-GO"
    let forged = Array(Self.document.replacingOccurrences(of: box, with: ticked).utf8)
    let plan = plan(Self.document)
    let record = RunRecord.record(plan, verdict: .pass, source: .none, text: "12")
    func unmarked(_ author: [UInt8], _ marks: Bool) throws -> [String] {
      let summary = JSONValue.object(
        (record.summary(plan).objectValue ?? []).map { member in
          switch member.name {
          case "marks" where !marks: JSONMember("marks", [])
          default: member
          }
        })
      let bytes = author + Array(Completion.appendix(summary, after: author).utf8)
      let check = RecordCheck(try CompletedDocument(bytes), digest: checksum)
      return check.unmarkedAnswers(
        MarkdownReader.read(Document(path: "", bytes: author)))
    }
    #expect(try unmarked(forged, false).isEmpty == false)
    #expect(try unmarked(forged, true) == [])
  }

  @Test(arguments: ["", "x\n", "```json gonogo-record\n{}\n```\n", "\n```\n", "{}\n```\n"])
  func refusesWhatHoldsNoRecord(text: String) {
    #expect(faults(Array(text.utf8)).count == 1)
  }
}
