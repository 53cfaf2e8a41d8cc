internal import GonogoCore
internal import GonogoSettings
internal import GonogoStore

/// A file of answers, read.
struct LoadedAnswers {
  let value: PreparedAnswers
  let diagnostics: [Diagnostic]
  let source: Document

  /// The digest of its bytes.
  var digest: String { Digest.sha256(source.bytes) }

  /// Reads the file at `path`; nil without one.
  ///
  /// - Throws: `CommandFailure` when it cannot be read.
  static func load(_ path: String?) throws(CommandFailure) -> LoadedAnswers? {
    guard let path else { return nil }
    let source: Document
    do throws(StoreError) {
      source = Document(path: path, bytes: try SourceFile.read(path))
    } catch { throw CommandFailure(error, status: .badDocument) }
    if let fault = source.textFault() {
      let empty = PreparedAnswers(
        file: path, operatorName: nil, notes: nil, inputs: [:], entries: [])
      return LoadedAnswers(value: empty, diagnostics: [fault], source: source)
    }
    let reading = AnswersReader.read(source.text(0..<source.bytes.count), file: path)
    return LoadedAnswers(
      value: reading.value, diagnostics: reading.diagnostics, source: source)
  }
}
