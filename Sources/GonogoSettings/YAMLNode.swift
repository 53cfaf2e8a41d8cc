internal import GonogoCore

/// A node of a YAML file.
struct YAMLNode {
  private let document: YAMLDocument
  private let index: Int
  /// Lines before the first one of the text, for front matter.
  private let offset: Int

  init(of document: YAMLDocument, at index: Int, offset: Int) {
    self.document = document
    self.index = index
    self.offset = offset
  }

  private var node: YAMLDocument.Node { document.nodes[index] }

  private func node(at index: Int) -> YAMLNode {
    YAMLNode(of: document, at: index, offset: offset)
  }

  /// Where it begins.
  var location: SourceLocation {
    SourceLocation(line: node.location.line + offset, column: node.location.column)
  }

  /// The members when it is a mapping, in the order they are written, else nil.
  ///
  /// A key that is no text is the empty one, which nothing asks for.
  var members: [YAMLFile.Member]? {
    guard case .mapping(let pairs) = node.content else { return nil }
    return pairs.map { pair in
      let key = node(at: pair.key)
      return YAMLFile.Member(
        key: key.text ?? "", location: key.location, value: node(at: pair.value))
    }
  }

  /// The elements when it is a list, else nil.
  var elements: [YAMLNode]? {
    guard case .list(let places) = node.content else { return nil }
    return places.map { node(at: $0) }
  }

  /// The text when it is a scalar, else nil.
  var text: String? {
    guard case .text(let text, _) = node.content else { return nil }
    return text
  }

  /// Where the text begins: behind the quote when it is quoted.
  var textLocation: SourceLocation {
    guard case .text(_, isQuoted: true) = node.content else { return location }
    return SourceLocation(line: location.line, column: location.column + 1)
  }
}
