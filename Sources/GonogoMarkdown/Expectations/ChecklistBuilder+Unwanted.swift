internal import GonogoCore

/// What must not come out: "Not expected: …", "You should never see:" above a block.
extension ChecklistBuilder {
  /// Reads a passage whose label says that what follows must not come out; false when it has none. Such a
  /// text may stand where nobody looked, so it is asked.
  mutating func readUnwanted(_ passage: Passage, _ context: String?) -> Bool {
    let text = passage.text
    guard (text.firstColon.map { text[..<$0].utf8.count } ?? text.utf8.count) <= 80 else {
      return false
    }
    var label = text[...]
    var value: Substring = ""
    if let bold = passage.label, bold != text, ExpectationLabel.isUnwanted(Self.plainLabel(bold)) {
      label = text.prefix(bold.count)
      value = text.dropFirst(bold.count)
    } else if let colon = text.firstColon {
      label = text[..<colon]
      value = text[colon...]
    }
    value = value.drop { ":： *".contains($0) }
    let words = Self.plainLabel(label)
    guard ExpectationLabel.isUnwanted(words) else { return false }
    guard !value.isEmpty else {
      guard passage.isLast, let next = blockAfter(reading) else { return false }
      if next.kind == .list { pending = .triggers } else { announceUnwanted(text, passage.line) }
      return true
    }
    guard !Checkable.isPlaceholder(String(value)) else { return true }
    addClaim(
      .trigger, text: String(value), context: context, codes: passage.codes, doubt: words,
      line: ItemLine(0..<0, in: document), location: SourceLocation(line: passage.line))
    return true
  }

  private static func plainLabel(_ label: some StringProtocol) -> String {
    String(trimmed(trimmedLabel(String(label))))
  }

  private mutating func announceUnwanted(_ text: String, _ line: Int) {
    announce(.output, text, line)
    announced?.isTrigger = true
    announced?.isNoCommand = true
    announced?.doubt = text
  }

  /// "## What you should not see", "## Unexpected output" right above a block.
  mutating func announceSeen(under heading: String, _ line: Int) {
    guard heading.utf8.count <= 80 else { return }
    if ExpectationLabel.isUnwanted(heading) || SeenSentence.meaning(of: heading + ":") == .unwanted
    {
      announceUnwanted(heading, line)
    }
  }

  /// "You should never see:", "If you see the following, stop:", "In the audit log you should see the
  /// command:", "Bad output:" before a block: what is, or must not be, seen somewhere. It is no
  /// command, whatever its tag says, and no output of the block above decides it.
  mutating func announceSeen(_ passage: Passage, before index: Int) {
    guard passage.isLast, let next = blockAfter(index), case .code(let info) = next.kind,
      let sentence = passage.sentences.last, sentence.text.utf8.count <= 240,
      passage.isLeadIn || sentence.text.hasSuffix("…") || sentence.text.hasSuffix("...")
    else { return }
    let meaning = SeenSentence.meaning(of: sentence.text)
    switch meaning {
    case nil: return
    case .unwanted: announceUnwanted(sentence.text, sentence.line)
    case .elsewhere, .label:
      // What has no tag of a language to run is read as it always was.
      let isElsewhere = meaning == .elsewhere && !readsPlace(of: sentence.text)
      guard FenceInfo(info).language != nil || isElsewhere else { return }
      announce(.output, sentence.text, sentence.line)
      announced?.isNoCommand = true
      announced?.doubt = sentence.text
    }
  }

  /// True when the last step prints what the place in `sentence` holds: "In the logs you should see:"
  /// behind `kubectl logs`.
  private func readsPlace(of sentence: String) -> Bool {
    guard hasStepInSection, let script = checklist.steps.last?.script, script.utf8.count <= 4096
    else { return false }
    return OwnDoubt.shows(script.lowercased(), aPlaceIn: ProseWords.words(in: sentence))
  }
}
