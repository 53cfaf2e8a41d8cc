internal import GonogoCore

/// Demands where nobody looks for them: in fences that show nothing else, and in comments of HTML that are
/// left for the author of the document.
extension ChecklistBuilder {
  /// Longer fences show something.
  private static let mostFenceLines = 30

  /// The lines of a fence without a language that say how something must be. What commands print and what
  /// is to be copied says nothing of the run.
  func looseTexts(inFence block: MarkdownBlock, section: Int) -> [LooseText] {
    let place = checklist.listings.partitioned { $0.line >= block.startLine }
    guard place < checklist.listings.count, checklist.listings[place].line == block.startLine,
      checklist.listings[place].obstacle.kind == .language,
      Self.plainLanguages.contains(checklist.listings[place].language)
    else { return [] }
    let lines = block.text.lines
    guard lines.count <= Self.mostFenceLines else { return [] }
    return lines.enumerated().compactMap { offset, line in
      let text = String(Self.trimmed(line))
      let words = ProseWords.words(in: text)
      // "❌ Error: the code must have 20 signs" is a message, `lib>=1.2` a setting.
      guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "-",
        LooseDemand.obliges(text, words)
          || text.holds(" ") && Checkable.isShortLimit(text),
        LooseDemand.isMade(by: text)
      else { return nil }
      let number = block.startLine + 1 + offset
      return LooseText(text, number..<number + 1, section)
    }
  }

  /// The tags of fences that say nothing of what stands in them.
  static let plainLanguages: Set<String> = ["", "text", "txt", "plaintext"]

  /// What comments of HTML beside the text of a paragraph say, those to gonogo left out.
  func looseTexts(inCommentsOf block: MarkdownBlock, _ index: Int, section: Int) -> [LooseText] {
    guard block.html.holds("<!--") else { return [] }
    return ProseParagraph.lines(of: index, blocks: blocks, document: document).flatMap { number in
      let line = document.text(document.contentRange(ofLine: number))
      return TagText.comments(in: line).map(String.init)
        .filter { !$0.hasPrefix("gonogo") && LooseDemand.isMade(by: $0) }
        .map { LooseText($0, number..<number + 1, section) }
    }
  }
}
