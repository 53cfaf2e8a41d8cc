internal import GonogoCore

/// Commands right below a sentence that says what comes out of them.
extension ChecklistBuilder {
  /// True for a block of commands right below "You should see all pods running:".
  func isTyped(_ block: MarkdownBlock, above announced: Announcement) -> Bool {
    let words = ProseWords.words(in: announced.text)
    return !words.contains { Self.notPrinted.contains($0) || $0 == "script" }
      && TypedCommand.isAll(of: block.text)
  }

  /// "You should see the following output. It means that all is well.": the sentence that leads to a
  /// block that is no command, where another one explains it.
  func shownAbove(
    _ passage: Passage, _ block: MarkdownBlock, _ info: String
  ) -> (text: String, line: Int)? {
    let sentences = passage.sentences
    guard (2...3).contains(sentences.count), !passage.isLeadIn, let first = sentences.first,
      ProseWords.standard.has(.shown, in: first.text),
      ProseWords.standard.has(.below, in: first.text)
    else { return nil }
    guard let language = FenceInfo(info).language else { return first }
    let content = BlockContent.obstacle(
      in: block.text, language, leadIn: nil, heading: section.heading)
    return content?.kind == .output ? first : nil
  }

  /// What a sentence above the command at `index` leads to may be shown below the command.
  mutating func announceAgain(_ announced: Announcement, after index: Int) {
    guard announced.told.isEmpty, announced.leadsOn, let next = blockAfter(index),
      case .code(let info) = next.kind, FenceInfo(info).language == nil
    else { return }
    self.announced = announced
    self.announced?.isOnlyShown = true
  }
}
