internal import GonogoCore

/// A YAML file as nodes with their places.
struct YAMLFile {
  /// A key of a mapping, its place, and its value.
  struct Member {
    let key: String
    let location: SourceLocation
    let value: YAMLNode
  }

  let file: String
  private(set) var root: YAMLNode?
  private(set) var diagnostics: [Diagnostic] = []

  /// Parses `text`, whose first line is line `firstLine` of the file.
  init(_ text: String, file: String, firstLine: Int = 1) {
    self.file = file
    do {
      let document = try YAMLDocument(text)
      if !document.nodes.isEmpty {
        root = YAMLNode(of: document, at: 0, offset: firstLine - 1)
      }
    } catch {
      report(
        "yaml", error.message, cure: "correct the YAML",
        at: error.location.map {
          SourceLocation(line: $0.line + firstLine - 1, column: $0.column)
        })
    }
  }

  /// Adds an error.
  mutating func report(
    _ code: String, _ message: String, cure: String, at location: SourceLocation?
  ) {
    diagnostics.append(
      Diagnostic(.error, code: code, message, cure: cure, file: file, at: location))
  }
}
