internal import GonogoCore
internal import Yams

/// A YAML file as nodes with their places; the only place that knows Yams.
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
  /// Lines before the first one of the text, for front matter.
  private let offset: Int

  /// Parses `text`, whose first line is line `firstLine` of the file.
  init(_ text: String, file: String, firstLine: Int = 1) {
    self.file = file
    offset = firstLine - 1
    do {
      if let node = try Yams.compose(yaml: text) { root = YAMLNode(node, offset: offset) }
    } catch let error as YamlError {
      report("yaml", Self.message(error), cure: "correct the YAML", at: place(of: error))
    } catch {
      report("yaml", "the YAML cannot be read", cure: "correct the YAML", at: nil)
    }
  }

  /// Adds an error.
  mutating func report(
    _ code: String, _ message: String, cure: String, at location: SourceLocation?
  ) {
    diagnostics.append(
      Diagnostic(.error, code: code, message, cure: cure, file: file, at: location))
  }

  private func place(of error: YamlError) -> SourceLocation? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      SourceLocation(line: mark.line + offset, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      SourceLocation(line: context.mark.line + offset, column: context.mark.column)
    default: nil
    }
  }

  private static func message(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      "this is no YAML: \(problem)"
    case .duplicatedKeysInMapping(let keys, _):
      "a key stands here twice: \(keys.joined(separator: ", "))"
    default: "this is no YAML"
    }
  }
}

/// A node of a YAML file.
struct YAMLNode {
  private let node: Node
  private let offset: Int

  init(_ node: Node, offset: Int) {
    self.node = node
    self.offset = offset
  }

  /// Where it begins.
  var location: SourceLocation? {
    node.mark.map { SourceLocation(line: $0.line + offset, column: $0.column) }
  }

  /// The members when it is a mapping, in the order they are written, else nil.
  var members: [YAMLFile.Member]? {
    node.mapping?.map { key, value in
      YAMLFile.Member(
        key: key.string ?? "",
        location: YAMLNode(key, offset: offset).location ?? SourceLocation(line: 1),
        value: YAMLNode(value, offset: offset))
    }
  }

  /// The elements when it is a list, else nil.
  var elements: [YAMLNode]? { node.sequence?.map { YAMLNode($0, offset: offset) } }

  /// The text when it is a scalar, else nil.
  var text: String? { node.scalar?.string }

  /// Where the text begins: behind the quote when it is quoted.
  var textLocation: SourceLocation? {
    guard let location, let scalar = node.scalar else { return location }
    let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    return SourceLocation(line: location.line, column: location.column + (isQuoted ? 1 : 0))
  }
}
