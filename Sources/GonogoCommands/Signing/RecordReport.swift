internal import GonogoCompletion
internal import GonogoCore
internal import GonogoMarkdown
internal import GonogoSigning
internal import GonogoStore

/// What comparing a completed document with its own record, and with what is kept of its run, came
/// to.
struct RecordReport {
  /// What does not agree, each without a final stop.
  private(set) var faults: [String] = []
  /// What was not compared, and why.
  private(set) var unchecked: [String] = []
  /// What was compared and agrees.
  private(set) var checked: [String] = []

  /// Checks the document `bytes`, signed or not, read from `path`.
  init(_ bytes: [UInt8], path: String) {
    let signatures = try? SignedDocument.parse(bytes)
    let body = signatures.map { Array($0.body) } ?? bytes
    let document: CompletedDocument
    do throws(RecordFault) { document = try CompletedDocument(body) } catch {
      faults = [error.message]
      return
    }
    let comparison = RecordCheck(document, digest: Digest.sha256)
    faults = comparison.faults()
    checkAnswers(comparison, document.record)
    if faults.isEmpty { checked.append("the document shows what its record says") }
    check(KeptEvidence(record: document.record, document: path))
  }

  /// The author's document is read again, by the gonogo that read it for the run: another one may
  /// take other things for boxes.
  private mutating func checkAnswers(_ comparison: RecordCheck, _ record: JSONValue) {
    guard faults.isEmpty, let bytes = comparison.authorsBytes() else { return }
    guard record["gonogo"]?.stringValue == Version.current else {
      unchecked.append("boxes of the author not checked: another gonogo wrote the document")
      return
    }
    faults = comparison.unmarkedAnswers(MarkdownReader.read(Document(path: "", bytes: bytes)))
  }

  private mutating func check(_ run: KeptEvidence) {
    for (name, outcome) in [
      ("journal", run.journal()), ("evidence", run.evidence()), ("run.json", run.result()),
    ] {
      switch outcome {
      case .agrees(let what): checked.append("\(name): \(what)")
      case .notThere(let why): unchecked.append("\(name) not checked: \(why)")
      case .differs(let how): faults += how
      }
    }
  }
}
