internal import GonogoCore

/// Lists whose entries are labels with nothing behind them: forms that are filled in.
struct FormLists {
  /// The paragraphs that are such a label.
  private var labels: Set<Int> = []

  /// Those of them that end a list of many, with text behind it.
  private var lasts: Set<Int> = []

  /// True for the label that ends a list of many: no text behind the list is its value.
  func ends(_ paragraph: Int) -> Bool { lasts.contains(paragraph) }

  /// True for the paragraph of an entry that is to be filled.
  func contains(_ paragraph: Int) -> Bool { labels.contains(paragraph) }

  /// Finds the forms among `blocks`: in every one at least two entries are labels, and each other
  /// entry has a value behind its own label or entries under it.
  init(_ blocks: [MarkdownBlock], of document: Document) {
    var empty: [Int: [Int]] = [:]
    var mixed: Set<Int> = []
    var last: [Int: Int] = [:]
    for index in blocks.indices where blocks[index].kind == .item {
      guard let list = blocks[index].parent, !mixed.contains(list) else { continue }
      guard index + 1 < blocks.count, blocks[index + 1].kind == .paragraph,
        blocks[index + 1].parent == index
      else {
        mixed.insert(list)
        continue
      }
      let text = blocks[index + 1].text
      let line = ItemLine(document.contentRange(ofLine: blocks[index].startLine), in: document)
      guard line.box == nil, let colon = text.firstColon else {
        mixed.insert(list)
        continue
      }
      guard Self.isLabel(text) else {
        // "Label: value" in one line, and nothing that is a sentence.
        let isValue = text[..<colon].utf8.count <= 60 && !text.contains(where: \.isNewline)
        if !isValue { mixed.insert(list) }
        continue
      }
      if Self.isLeaf(index + 1, among: blocks) {
        empty[list, default: []].append(index + 1)
      } else if index + 2 < blocks.count, blocks[index + 2].kind == .paragraph,
        blocks[index + 2].parent == blocks[list].parent
      {
        last[list] = index + 1
      }
    }
    for (list, paragraphs) in empty where !mixed.contains(list) {
      // "Evidence:" alone below a box is a field as well.
      guard paragraphs.count >= 2 || Self.isField(blocks[paragraphs[0]].text) else { continue }
      labels.formUnion(paragraphs)
      // Below so many fields what stands behind the list is no value of the last.
      if paragraphs.count >= 3, let last = last[list] {
        labels.insert(last)
        lasts.insert(last)
      }
    }
  }

  /// True for a label that names what is written down: "Evidence:", "Name / date:".
  private static func isField(_ text: String) -> Bool {
    let label = text.filter { !"*_:：".contains($0) }
    return label.split { "/&".contains($0) }.allSatisfy { part in
      let name = String(ChecklistBuilder.trimmed(part))
      return FieldLabel.isFormField(name) || ColumnHeading.kind(name) != nil
    }
  }

  /// True for a few words that end with a colon.
  static func isLabel(_ text: String) -> Bool {
    let plain = ChecklistBuilder.trimmed(text.prefix(100).filter { $0 != "*" && $0 != "_" })
    guard text.utf8.count <= 90, let last = plain.last, ":：".contains(last),
      plain.contains(where: \.isLetter), !plain.contains(where: \.isNewline),
      plain.firstColon == plain.index(before: plain.endIndex)
    else { return false }
    return plain.split(separator: " ").count <= 9
  }

  /// True when nothing stands under the entry that a paragraph opens, nor right behind its list.
  private static func isLeaf(_ paragraph: Int, among blocks: [MarkdownBlock]) -> Bool {
    guard paragraph + 1 < blocks.count else { return true }
    switch blocks[paragraph + 1].kind {
    case .item, .heading, .thematicBreak: return true
    case .list, .paragraph, .code, .html, .quote: return false
    }
  }
}
