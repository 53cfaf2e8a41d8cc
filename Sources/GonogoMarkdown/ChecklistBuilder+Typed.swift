internal import GonogoCore

/// Commands right below a sentence that says what comes out of them.
extension ChecklistBuilder {
  /// True for a block of commands right below "You should see all pods running:".
  func isTyped(_ block: MarkdownBlock, above announced: Announcement) -> Bool {
    let words = ProseWords.words(in: announced.text)
    return !words.contains { Self.notPrinted.contains($0) || $0 == "script" }
      && TypedCommand.isAll(of: block.text)
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
