internal import GonogoCompletion
internal import GonogoCore
internal import GonogoMarkdown
internal import GonogoPlanning
internal import GonogoStore

/// Reads a document, plans it and completes it with a made-up run.
enum DocumentTarget {
  static func run(_ bytes: [UInt8]) {
    let document = Document(path: "a.md", bytes: bytes)
    let checklist = MarkdownReader.read(document)
    ChecklistPlaces.check(checklist)
    guard document.textFault() == nil, !Completion.isCompleted(document) else { return }
    var planner = Planner(checklist: checklist)
    let plan = planner.plan()
    guard !plan.diagnostics.contains(where: { $0.severity == .error }) else { return }
    complete(plan, bytes)
  }

  /// Nothing but what the record names may differ from the author's bytes.
  private static func complete(_ plan: Plan, _ bytes: [UInt8]) {
    let record = MadeUpRun.record(plan)
    let summary = RecordSummary.json(plan, record, check: "") { Digest.sha256(Array($0.utf8)) }
    do {
      let completed = try Completion.complete(plan, record: record, summary: summary)
      let check = RecordCheck(try CompletedDocument(completed), digest: Digest.sha256)
      precondition(check.authorsBytes() == bytes, "bytes outside the edits were changed")
      precondition(Completion.isCompleted(Document(path: "a.md", bytes: completed)))
      let faults = check.faults()
      precondition(faults.isEmpty, "it does not show what its record says: \(faults)")
    } catch {
      preconditionFailure("a completed document is not readable: \(error)")
    }
  }
}
