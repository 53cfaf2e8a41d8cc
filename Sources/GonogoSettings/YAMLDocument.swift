internal import CYAML
internal import GonogoCore

/// The nodes of a YAML document with their places; the only place that knows libyaml.
///
/// All nodes stand in one list and name their content by its place there, as libyaml keeps them: an
/// alias is one more name of the same node, so that neither aliases of aliases nor one that contains
/// itself cost anything before somebody walks them. Nothing of C outlives the initializer.
struct YAMLDocument {
  /// What a node is.
  enum Content {
    /// A scalar: its text without quotes, and whether it stood in quotes.
    case text(String, isQuoted: Bool)
    /// A sequence: the places of its elements.
    case list([Int])
    /// A mapping: the places of its keys and values, in the order they are written.
    case mapping([(key: Int, value: Int)])
  }

  /// One node and where it begins, line and column from 1.
  struct Node {
    let content: Content
    let location: SourceLocation
  }

  /// Why a text is no YAML, and where, as far as that is known.
  struct Fault: Error {
    let message: String
    let location: SourceLocation?
  }

  /// All nodes, the root first; empty for a text without content.
  let nodes: [Node]

  /// Parses `text`, which is one document.
  ///
  /// - Throws: `Fault` for what is no YAML, for a key that stands twice in one mapping, and for a
  ///   second document in the text.
  init(_ text: String) throws(Fault) {
    var copy = text
    let outcome = copy.withUTF8 { bytes in unsafe Self.read(bytes) }
    nodes = try outcome.get()
    try checkKeys()
  }

  private func checkKeys() throws(Fault) {
    for node in nodes {
      guard case .mapping(let pairs) = node.content else { continue }
      var seen: Set<String> = []
      for pair in pairs {
        guard case .text(let key, _) = nodes[pair.key].content else { continue }
        guard !seen.insert(key).inserted else { continue }
        throw Fault(
          message: "a key stands here twice: \(key)", location: nodes[pair.key].location)
      }
    }
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<[Node], Fault> {
    let excess = unsafe withParser(of: bytes) { parser in unsafe Self.excess(of: parser) }
    if let excess {
      return .failure(
        Fault(
          message: "lists and mappings stand here in each other more than \(deepest) deep",
          location: excess))
    }
    return unsafe withParser(of: bytes) { parser in unsafe load(parser, bytes) }
  }

  /// How deep lists and mappings may stand in each other: libyaml looks at all of those that are open
  /// for every one that it reads, so that depth costs its square.
  private static let deepest = 64

  /// Where `parser`, which has its input and is of no use afterwards, goes deeper than that; nil when it
  /// does not, or stops at a fault before.
  private static func excess(of parser: UnsafeMutablePointer<yaml_parser_t>) -> SourceLocation? {
    let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    defer { unsafe event.deallocate() }
    var depth = 0
    while unsafe yaml_parser_parse(parser, event) == 1 {
      let (type, mark) = unsafe (event.pointee.type, event.pointee.start_mark)
      unsafe yaml_event_delete(event)
      switch type {
      case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT: depth += 1
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: depth -= 1
      case YAML_STREAM_END_EVENT: return nil
      default: break
      }
      if depth > deepest { return location(mark) }
    }
    return nil
  }

  /// Lets `body` read `bytes` with a new parser.
  private static func withParser<Outcome>(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeMutablePointer<yaml_parser_t>) -> Outcome
  ) -> Outcome {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml is out of memory")
    }
    defer { unsafe yaml_parser_delete(parser) }
    // An empty text has no address, and libyaml wants one.
    var nothing: UInt8 = 0
    return unsafe withUnsafePointer(to: &nothing) { empty in
      unsafe yaml_parser_set_input_string(parser, bytes.baseAddress ?? empty, bytes.count)
      // The text is a Swift string whatever a mark at its beginning says.
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return unsafe body(parser)
    }
  }

  private static func load(
    _ parser: UnsafeMutablePointer<yaml_parser_t>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<[Node], Fault> {
    let document = UnsafeMutablePointer<yaml_document_t>.allocate(capacity: 1)
    defer { unsafe document.deallocate() }
    guard unsafe yaml_parser_load(parser, document) == 1 else {
      return .failure(unsafe fault(of: parser.pointee, in: bytes))
    }
    let nodes = unsafe nodes(of: document.pointee)
    unsafe yaml_document_delete(document)
    if nodes.isEmpty { return .success([]) }
    guard unsafe yaml_parser_load(parser, document) == 1 else {
      return .failure(unsafe fault(of: parser.pointee, in: bytes))
    }
    defer { unsafe yaml_document_delete(document) }
    guard let second = unsafe yaml_document_get_root_node(document) else {
      return .success(nodes)
    }
    return .failure(
      Fault(
        message: "this is no YAML: a second document begins here",
        location: unsafe location(second.pointee.start_mark)))
  }

  private static func nodes(of document: yaml_document_t) -> [Node] {
    guard let start = unsafe document.nodes.start, let top = unsafe document.nodes.top else {
      return []
    }
    return unsafe UnsafeBufferPointer(start: start, count: top - start).map { node in
      unsafe Node(content: content(of: node), location: location(node.start_mark))
    }
  }

  private static func content(of node: yaml_node_t) -> Content {
    switch unsafe node.type {
    case YAML_SEQUENCE_NODE:
      let items = unsafe node.data.sequence.items
      // libyaml counts its nodes from 1.
      return .list(
        unsafe UnsafeBufferPointer(start: items.start, count: items.top - items.start)
          .map { Int($0) - 1 })
    case YAML_MAPPING_NODE:
      let pairs = unsafe node.data.mapping.pairs
      return .mapping(
        unsafe UnsafeBufferPointer(start: pairs.start, count: pairs.top - pairs.start)
          .map { (key: Int($0.key) - 1, value: Int($0.value) - 1) })
    default:
      let scalar = unsafe node.data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let style = unsafe scalar.style
      return .text(
        text,
        isQuoted: style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
          || style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
    }
  }

  private static func fault(
    of parser: yaml_parser_t, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Fault {
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
    // A byte that must not stand in YAML is told by its place in the text, all else by a mark.
    let place =
      unsafe parser.error == YAML_READER_ERROR
      ? unsafe location(ofByte: parser.problem_offset, in: bytes)
      : unsafe location(parser.problem_mark)
    return Fault(message: "this is no YAML: \(problem)", location: place)
  }

  private static func location(_ mark: yaml_mark_t) -> SourceLocation {
    SourceLocation(line: mark.line + 1, column: mark.column + 1)
  }

  private static func location(
    ofByte offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> SourceLocation {
    let newline = UInt8(ascii: "\n")
    let before = unsafe bytes.prefix(offset)
    let lineStart = unsafe before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    return SourceLocation(
      line: unsafe before.count { $0 == newline } + 1,
      column: unsafe before.count - lineStart + 1)
  }
}
