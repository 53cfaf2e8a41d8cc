package import GonogoCore

/// Bytes to checklist.
package enum MarkdownReader {
  /// Reads the lists of words that reading a document needs; from any thread, before or while it does.
  package static func prepare() {
    _ = ProseWords.standard
    _ = ColumnHeading.kind("")
    _ = FieldLabel.isFormField("")
  }

  /// Reads `document`.
  ///
  /// Anything that is text is a checklist; what is wrong with it is in `diagnostics`, and an error
  /// there means that nothing of it may run.
  package static func read(_ document: Document) -> Checklist {
    if let fault = document.textFault() {
      var checklist = Checklist(document: document)
      checklist.diagnostics = [fault]
      return checklist
    }
    let frontMatter = FrontMatter.range(in: document)
    let bytes = frontMatter.map { FrontMatter.blanked(document, $0) } ?? document.bytes
    var builder = ChecklistBuilder(document: document, blocks: CommonMarkTree(bytes).blocks())
    var checklist = builder.build()
    checklist.frontMatter = frontMatter
    return ForeignDocument(checklist).checklist
  }
}
