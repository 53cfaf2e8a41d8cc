internal import CCMark

/// A parsed CommonMark document; the only place that knows libcmark.
///
/// Owns the C tree from parsing to `deinit`. Walks with cmark's iterator, so nesting depth costs no
/// stack.
@safe
struct CommonMarkTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses `bytes`; any bytes are a document to CommonMark.
  init(_ bytes: [UInt8]) {
    let parsed = unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe cmark_parse_document(start, buffer.count, Int32(CMARK_OPT_DEFAULT))
    }
    guard let parsed = unsafe parsed else { preconditionFailure("cmark is out of memory") }
    unsafe self.root = parsed
  }

  deinit { unsafe cmark_node_free(root) }

  /// Every block in document order, each container before its content.
  func blocks() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var open: [Int] = []
    var inlines = InlineText()
    guard let iterator = unsafe cmark_iter_new(root) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return blocks }
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      let isEntering = event == CMARK_EVENT_ENTER
      if let kind = unsafe Self.blockKind(of: node) {
        if isEntering {
          var block = MarkdownBlock(
            kind: kind, startLine: Int(unsafe cmark_node_get_start_line(node)),
            endLine: Int(unsafe cmark_node_get_end_line(node)), parent: open.last)
          if unsafe Self.isLeaf(node) {
            block.text = unsafe Self.string(cmark_node_get_literal(node))
          } else {
            open.append(blocks.count)
            inlines = InlineText()
          }
          blocks.append(block)
        } else if let index = open.popLast(), Self.holdsInlines(kind) {
          blocks[index].text = inlines.text
          blocks[index].html = inlines.html
          blocks[index].leadingBold = inlines.leadingBold
          blocks[index].codes = inlines.codes
        }
      } else {
        unsafe Self.add(node, entering: isEntering, to: &inlines)
      }
    }
  }

  private static func holdsInlines(_ kind: MarkdownBlock.Kind) -> Bool {
    if case .heading = kind { return true }
    return kind == .paragraph
  }

  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    let type = unsafe cmark_node_get_type(node)
    return type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK
      || type == CMARK_NODE_THEMATIC_BREAK
  }

  private static func blockKind(of node: OpaquePointer) -> MarkdownBlock.Kind? {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: .heading(level: Int(unsafe cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_CODE_BLOCK:
      .code(info: unsafe string(cmark_node_get_fence_info(node)))
    default: nil
    }
  }

  private static func add(
    _ node: OpaquePointer, entering: Bool, to inlines: inout InlineText
  ) {
    switch unsafe cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: inlines.append(unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_CODE: inlines.append(code: unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_HTML_INLINE:
      inlines.append(html: unsafe string(cmark_node_get_literal(node)))
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: inlines.appendLineBreak()
    case CMARK_NODE_STRONG: entering ? inlines.openBold() : inlines.closeBold()
    default: break
    }
  }

  /// Copies a C string that the tree owns.
  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}
