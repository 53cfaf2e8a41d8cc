package import GonogoCore

/// Finds what a document's author most likely meant and CommonMark reads as something else:
/// commands that lose their tag, boxes that are none, rules where a blank was meant.
///
/// Nothing of it keeps a checklist from running as it is read; `gonogo lint` shows it.
package struct Hazards {
  let checklist: Checklist
  let document: Document
  let blocks: [MarkdownBlock]
  /// The lines on which a box, or a blank, was found.
  let boxLines: Set<Int>
  let blankLines: Set<Int>
  var found: [Diagnostic] = []

  private init(_ checklist: Checklist) {
    self.checklist = checklist
    let document = checklist.document
    let bytes = checklist.frontMatter.map { FrontMatter.blanked(document, $0) } ?? document.bytes
    self.document = document
    blocks = CommonMarkTree(bytes).blocks()
    boxLines = Set(checklist.claims.filter { $0.box != nil }.map(\.location.line))
    blankLines = Set(checklist.blanks.map(\.location.line))
  }

  /// The hazards of the document that `checklist` was read from, in no particular order.
  package static func find(in checklist: Checklist) -> [Diagnostic] {
    // What is no text was not read at all.
    if checklist.document.textFault() != nil { return [] }
    var hazards = Hazards(checklist)
    hazards.findAll()
    return hazards.found
  }

  private mutating func findAll() {
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .code(let info): checkFence(index, info: info)
      case .paragraph: checkParagraph(index)
      case .heading: checkHeading(block)
      case .html: checkHTML(block)
      case .thematicBreak: checkRule(index)
      case .list, .item, .quote: break
      }
    }
    checkTabs()
  }

  // MARK: What all of them need

  mutating func report(
    _ severity: Diagnostic.Severity, code: String, _ message: String, cure: String, line: Int,
    column: Int = 1
  ) {
    found.append(
      Diagnostic(
        severity, code: code, message, cure: cure, file: document.path,
        at: SourceLocation(line: line, column: column)))
  }

  /// Line `number` without its line end.
  func line(_ number: Int) -> String { document.text(document.contentRange(ofLine: number)) }

  /// The lines of a paragraph: up to the next block or the next line with nothing on it.
  func lines(ofParagraph index: Int) -> ClosedRange<Int> {
    ProseParagraph.lines(of: index, blocks: blocks, document: document)
  }

  /// A line without blanks and quote marks before it, and the column it then begins in.
  static func content(_ line: String) -> (text: Substring, column: Int) {
    let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    return (text, line.distance(from: line.startIndex, to: text.startIndex) + 1)
  }
}
