/// The names that follow from where a document is.
package struct DocumentPaths: Sendable, Hashable {
  /// The path of the document as the user wrote it.
  package let source: String
  /// The folder it is in; `.` when the path names none.
  package let folder: String
  /// The document's name: `tracing-preflight` for `docs/tracing-preflight.md`. One safe part of a path.
  package let name: String

  /// The names for the document at `source`.
  ///
  /// - Throws: `StoreError` when `source` ends in no file name.
  package init(source: String) throws(StoreError) {
    self.source = source
    self.folder = FileSystem.folder(of: source)
    let file = source.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard PathPart.isSafe(file) else {
      throw StoreError("read", source, reason: "it names no file", cure: "name a Markdown file")
    }
    self.name = Self.stem(of: file)
  }

  /// The sidecar with annotations for a document that must not be touched: `NAME.gonogo.yaml`.
  package var sidecar: String {
    let directory = source.dropLast(source.split(separator: "/").last?.count ?? 0)
    return "\(directory)\(name).gonogo.yaml"
  }

  private static func stem(of file: Substring) -> String {
    let lowered = file.lowercased()
    for suffix in [".markdown", ".mdown", ".mkd", ".md"]
    where lowered.utf8.count > suffix.utf8.count && lowered.hasSuffix(suffix) {
      return String(file.dropLast(suffix.count))
    }
    return String(file)
  }
}
