import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

@testable import GonogoCompletion

struct CompletionTests {
  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private static let document = """
    # A

    - [ ] open
    - [x] ticked
    - [X] Ticked

    **Expected**:
    - ✅ shown
    - plain

    Time: ____ ms <!-- note -->

    ```bash
    true
    ```

    Date: ________
    Completed by: ____
    Decision: ____
    Notes: ____

    """

  @Test(arguments: [
    (Verdict.pass, ["- [x] open", "- [x] ticked", "- [X] Ticked", "- ✅ shown"]),
    (.fail, ["- [ ] open", "- [ ] ticked", "- [ ] Ticked", "- ❌ shown"]),
    (.unknown, ["- [ ] open", "- [ ] ticked", "- [ ] Ticked", "- ⚠️ shown"]),
    (.skipped, ["- [ ] open", "- [ ] ticked", "- [ ] Ticked", "- ⚠️ shown"]),
  ])
  func ticksOnlyWhatHolds(verdict: Verdict, expected: [String]) throws {
    let plan = plan(Self.document)
    let record = RunRecord.record(plan, verdict: verdict, source: .none, text: nil)
    let lines = lines(try record.completed(plan))
    #expect([lines[2], lines[3], lines[4], lines[7]] == expected)
    #expect(lines[8] == "- plain")
  }

  @Test func fillsBlanksAndSignOff() throws {
    let plan = plan(Self.document)
    var record = RunRecord.record(plan, verdict: .pass, source: .none, text: "12.5")
    record.notes = "all *well*"
    let lines = lines(try record.completed(plan))
    #expect(lines[10] == "Time: 12.5 ms <!-- note -->")
    #expect(
      lines[16...19] == [
        "Date: 2026-11-23", "Completed by: Ann", "Decision: NO-GO", "Notes: all \\*well\\*",
      ])
    #expect(lines[20] == "")
    #expect(lines[21] == "---")
  }

  @Test func leavesAnEmptyAnswerOpen() throws {
    let plan = plan(Self.document)
    for text in [nil, ""] {
      let record = RunRecord.record(plan, verdict: .unknown, source: .none, text: text)
      let lines = lines(try record.completed(plan))
      #expect(lines[10] == "Time: ____ ms <!-- note -->")
      #expect(lines[19] == "Notes: ____")
    }
  }

  @Test(arguments: [
    "# A\n\n- [ ] a\n", "# A\n\n- [ ] a", "# A\r\n\r\n- [ ] a\r\n", "# A\r\r- [ ] a\r",
  ])
  func beginsTheRecordOnALineOfItsOwn(text: String) throws {
    let plan = plan(text)
    let bytes = try RunRecord.unknown(plan).completed(plan)
    #expect(bytes.starts(with: Array(text.utf8)))
    let rest = String(decoding: bytes.dropFirst(text.utf8.count), as: UTF8.self)
    #expect(rest.hasPrefix(text.hasSuffix("a") ? "\n\n---\n" : "\n---\n"))
    #expect(rest.hasSuffix("}\n```\n"))
    let document = Document(path: "b.md", bytes: bytes)
    #expect(Completion.isCompleted(document))
    #expect(!Completion.isCompleted(plan.checklist.document))
    let again = MarkdownReader.read(document)
    #expect(again.sections.map(\.heading).contains("Run record"))
    #expect(again.diagnostics.isEmpty)
  }

  @Test func knowsACompletedDocumentOnlyByALineOfItsOwn() {
    func isCompleted(_ text: String) -> Bool {
      Completion.isCompleted(Document(path: "a", bytes: Array(text.utf8)))
    }
    #expect(isCompleted("a\n```json gonogo-record\n{}\n```\n"))
    #expect(isCompleted("a\r```json gonogo-record\r"))
    #expect(!isCompleted("see ```json gonogo-record\n"))
    #expect(!isCompleted("```json\n"))
  }

  /// The human part can be made again from the machine line, so neither can say something else.
  @Test(arguments: HostileText.all)
  func rendersTheSamePageFromTheMachineLine(text: String) throws {
    let plan = plan(Self.document)
    let word = Attestation(by: text, time: 1_795_449_929, answer: .no, note: text)
    var record = RunRecord.record(
      plan, verdict: .fail, source: .attestation(word), text: text, because: text)
    record.notes = text
    record.approvals = [RunApproval(command: 0, by: text, how: text, digest: "0")]
    record.claims[0] = ClaimResult(
      claim: 0, verdict: .pass, source: .inferred(text), because: text, isWarning: true)
    record.claims[1] = ClaimResult(claim: 1, verdict: .pass, source: .explicit(text), because: text)
    record.decision = Decision(
      answer: .noGo, reasons: [Reason(verdict: .fail, section: 1, line: 3, text: text)], rule: "r")
    let bytes = try record.completed(plan, check: "sed 's/a/b/' file\n")
    let page = String(decoding: bytes, as: UTF8.self)
    let fence = try #require(page.split(separator: "\n").lastIndex(of: "```json gonogo-record"))
    let machine = page.split(separator: "\n")[fence + 1]
    let parsed = try JSONReader.read(Array(machine.utf8))
    #expect(parsed.compact == String(machine))
    let human = RecordPage(parsed).text()
    #expect(Array(page.utf8).count > human.utf8.count)
    #expect(page.contains("\n" + human + "\n```json gonogo-record\n"))
  }

  /// Whatever people or programs wrote, the record holds the headings, fences and lists of ours.
  @Test(arguments: HostileText.all)
  func letsNoTextForgeAnything(text: String) throws {
    let plan = plan(
      Self.document + "\n# B\n\n____\n\nAlone:\n\n____\n\n- ____\n\n> ____\n\n| a | ____ |\n")
    let plain = try shape(plan, text: "plain")
    let hostile = try shape(plan, text: text)
    #expect(hostile.headings == plain.headings)
    #expect(hostile.boxes == plain.boxes)
    #expect(hostile.fences == plain.fences)
    #expect(hostile.steps == plain.steps)
    #expect(hostile.signatureLines == 0)
  }

  struct Shape {
    var headings: [String]
    var boxes: [Bool]
    var fences: Int
    var steps: Int
    var signatureLines: Int
  }

  private func shape(_ plan: Plan, text: String) throws -> Shape {
    let word = Attestation(by: text, time: 0, answer: .no, note: text)
    var record = RunRecord.record(
      plan, verdict: .fail, source: .attestation(word), text: text, because: text)
    record.notes = text
    record.approvals = [RunApproval(command: 0, by: text, how: text, digest: "0")]
    record.decision = Decision(
      answer: .noGo, reasons: [Reason(verdict: .fail, section: 1, line: 3, text: text)], rule: text)
    let bytes = try record.completed(plan, check: "true\n")
    let checklist = MarkdownReader.read(Document(path: "b.md", bytes: bytes))
    let lines = lines(bytes)
    return Shape(
      headings: checklist.sections.map(\.heading),
      boxes: checklist.claims.filter { $0.box != nil }.map(\.isTicked),
      fences: lines.count { $0.drop { $0 == " " || $0 == ">" }.hasPrefix("```") },
      steps: checklist.steps.count,
      signatureLines: lines.count { $0.hasPrefix("-----BEGIN SSH") || $0.hasPrefix("-----END SSH") }
    )
  }

  @Test func writesTheSameDocumentFromTheSameRecord() throws {
    let plan = plan(Self.document)
    let record = RunRecord.record(plan, verdict: .pass, source: .none, text: "5")
    #expect(try record.completed(plan) == record.completed(plan))
  }

  @Test func namesEverythingThatIsOpen() throws {
    let plan = plan(Self.document)
    let page = String(decoding: try RunRecord.unknown(plan).completed(plan), as: UTF8.self)
    #expect(page.contains("### Left open"))
    for claim in plan.checklist.claims {
      #expect(page.contains("- line \(claim.location.line): “\(claim.text)”: so it is"))
    }
    #expect(page.contains("**Decision: NO-GO**"))
  }
}
