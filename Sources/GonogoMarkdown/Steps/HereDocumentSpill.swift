internal import GonogoCore

/// Code blocks that belong to a here-document of a block above them.
///
/// A here-document that itself holds fences ends its block too early for CommonMark: what follows,
/// up to the line that ends the here-document, looks like prose and blocks of its own and is neither.
struct HereDocumentSpill {
  /// The line of the block whose here-document goes on in each such block, by block.
  private(set) var origins: [Int: Int] = [:]

  /// How many blocks a here-document may go on over.
  private static let reach = 64

  /// Looks for here-documents that end outside of their block.
  init(_ blocks: [MarkdownBlock]) {
    for (index, block) in blocks.enumerated() {
      guard case .code = block.kind, origins[index] == nil, block.text.holds("<<"),
        let delimiter = Self.open(in: block.text)
      else { continue }
      let after = blocks[(index + 1)...].prefix(Self.reach)
      guard let end = after.firstIndex(where: { Self.ends($0, delimiter) }) else { continue }
      for inside in after[..<end].indices {
        if case .code = blocks[inside].kind { origins[inside] = block.startLine }
      }
    }
  }

  /// The delimiter that the text of a block still waits for at its end.
  private static func open(in text: String) -> String? {
    var open = OpenCommand()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { open.read(line) }
    return open.hereDocument.map(String.init)
  }

  private static func ends(_ block: MarkdownBlock, _ delimiter: String) -> Bool {
    guard block.text.holds(delimiter) else { return false }
    return block.text.split(separator: "\n").contains {
      ChecklistBuilder.trimmed($0) == delimiter
    }
  }
}
