import GonogoCore
import Testing

@testable import GonogoCompletion
@testable import GonogoMarkdown

/// The blocks of a document as CommonMark sees them, to be compared with those of the same document
/// filled.
struct BlockTree {
  private let checklist: Checklist
  /// The lines on which something was changed.
  private let edited: Set<Int>

  init(_ checklist: Checklist, edits: [Edit]) {
    self.checklist = checklist
    edited = Set(edits.map { checklist.document.lines.line(at: $0.range.lowerBound) })
  }

  /// Checks that `filled` has the same blocks in the same places, with the same text wherever
  /// nothing was changed.
  func check(against filled: [UInt8], _ comment: String) {
    let before = expected()
    let after = blocks(Document(path: "b.md", bytes: filled))
    #expect(before.map(shape) == after.map(shape), "\(comment)")
    guard before.count == after.count else { return }
    for (index, (old, new)) in zip(before, after).enumerated() {
      let next = index + 1 < before.count ? before[index + 1].startLine : old.endLine + 1
      let lines = old.startLine..<max(next, old.startLine + 1)
      if lines.contains(where: { edited.contains($0) }) { continue }
      #expect(old.text == new.text, "\(comment), line \(old.startLine)")
    }
  }

  private func shape(_ block: MarkdownBlock) -> String {
    "\(block.startLine) \(block.kind)"
  }

  private func blocks(_ document: Document) -> [MarkdownBlock] {
    let frontMatter = FrontMatter.range(in: document)
    let bytes = frontMatter.map { FrontMatter.blanked(document, $0) } ?? document.bytes
    return CommonMarkTree(bytes).blocks()
  }

  /// The blocks before, with a filled line of underscores as the text that it is then.
  private func expected() -> [MarkdownBlock] {
    let document = checklist.document
    var result: [MarkdownBlock] = []
    let all = blocks(document)
    for (index, block) in all.enumerated() {
      guard edited.contains(block.startLine) else {
        result.append(block)
        continue
      }
      var text = block
      text.kind = .paragraph
      switch block.kind {
      // A comment that asks for something is replaced by it.
      case .html:
        result.append(text)
        continue
      // An empty item gets its text.
      case .item where index + 1 == all.count || all[index + 1].startLine > block.startLine:
        result += [block, text]
        continue
      case .thematicBreak: break
      default:
        result.append(block)
        continue
      }
      let above = document.contentRange(ofLine: block.startLine - 1)
      let isBehindText = !document.bytes[above].allSatisfy { " \t>".utf8.contains($0) }
      if isBehindText, result.last?.kind == .paragraph { continue }
      var paragraph = block
      paragraph.kind = .paragraph
      result.append(paragraph)
    }
    return result
  }
}
