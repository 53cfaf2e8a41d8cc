package import GonogoCore
package import GonogoPlanning

/// Document and record to completed document.
package enum Completion {
  /// The line that opens the machine-readable record; a document that holds it is completed.
  package static let recordFence = "```json gonogo-record"

  /// The author's bytes with their edits, and the run record after them.
  ///
  /// - Throws: `EditError` when two edits touch the same bytes, which is a fault of ours.
  package static func complete(
    _ plan: Plan, record: RunRecord, summary: JSONValue
  ) throws(EditError) -> [UInt8] {
    let document = plan.checklist.document
    var bytes = try Edit.apply(
      CompletionEdits(plan: plan, record: record).edits(), to: document.bytes)
    bytes += Array(appendix(summary, after: bytes).utf8)
    return bytes
  }

  /// What is appended: the human part, then the machine line it is rendered from.
  static func appendix(_ summary: JSONValue, after bytes: [UInt8]) -> String {
    let isOpenLine = bytes.last.map { $0 != 0x0A && $0 != 0x0D } ?? false
    return (isOpenLine ? "\n" : "") + "\n" + RecordPage(summary).text() + "\n" + recordFence + "\n"
      + summary.compact + "\n```\n"
  }

  /// True when the document was completed before.
  package static func isCompleted(_ document: Document) -> Bool {
    let marker = Array(recordFence.utf8)
    return document.lines.starts.contains { document.bytes[$0...].starts(with: marker) }
  }
}
