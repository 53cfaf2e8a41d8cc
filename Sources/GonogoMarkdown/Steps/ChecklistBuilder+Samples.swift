internal import GonogoCore

/// Output that the author shows as what is expected.
extension ChecklistBuilder {
  /// A label or sentence that the next block may be the sample of.
  struct Announcement {
    let meaning: ExpectationLabel.Meaning
    let text: String
    let line: Int
    /// The code spans of a whole sentence that says by itself what the output holds.
    var told: [InlineCode] = []
    /// True when it asks to make sure of something with the block below.
    var isProbe = false
    /// True when a block that can be run is none of what it shows.
    var isOnlyShown = false
    /// True when a whole sentence says what is seen, which may be about the command below it.
    var isStated = false
    /// True when such a sentence leads to something that is shown further down.
    var leadsOn = false
    /// True when it speaks of what stands in a file, and not of what comes out.
    var isFile = false
    /// True when what is shown must not come out.
    var isTrigger = false
    /// True when the block is nothing that somebody types, whatever its tag says.
    var isNoCommand = false
    /// True when the block itself says that it shows what comes out, by its tag or by a comment.
    var isMarked = false
    /// The words that leave doubt what coming out of it means.
    var doubt: String?
  }

  /// The last block before `index` that is no HTML, which nobody sees.
  func blockBefore(_ index: Int) -> Int? {
    var before = index - 1
    while before >= 0, blocks[before].kind == .html { before -= 1 }
    return before >= 0 ? before : nil
  }

  /// The first block after `index` that is no HTML.
  func blockAfter(_ index: Int) -> MarkdownBlock? {
    var after = index + 1
    while after < blocks.count, blocks[after].kind == .html { after += 1 }
    return after < blocks.count ? blocks[after] : nil
  }

  /// True when the block right before `index` is a step.
  func followsStep(_ index: Int) -> Bool {
    guard let lastStepBlock, let before = blockBefore(index) else { return false }
    return before == lastStepBlock
  }

  /// True when some step stands earlier in this section.
  var hasStepInSection: Bool {
    lastStepBlock != nil && checklist.steps.last?.section == section.id
  }

  /// A heading that is itself the label of a sample: "### Expected output".
  mutating func announceByHeading(_ block: MarkdownBlock) {
    announced = nil
    announceSeen(under: section.heading, block.startLine)
    if announced != nil { return }
    // "Success criteria" lists what is demanded, and shows nothing that comes out.
    if ProseWords.standard.has(.success, in: section.heading.prefix(80)) { return }
    switch ExpectationLabel.meaning(of: section.heading) {
    case .expectation, .output: announce(.output, section.heading, block.startLine)
    default: break
    }
  }

  mutating func announce(_ meaning: ExpectationLabel.Meaning, _ text: String, _ line: Int) {
    var label = Self.trimmed(text)
    while let last = label.last, ":：".contains(last) || last.isWhitespace { label.removeLast() }
    announced = Announcement(meaning: meaning, text: String(label), line: line)
  }

  /// A sentence right before a block that says what the block shows: "The output should look like
  /// this:".
  mutating func announceBySentence(_ passage: Passage, before index: Int) {
    guard passage.isLast, let next = blockAfter(index), case .code(let info) = next.kind,
      var sentence = passage.sentences.last
    else { return }
    if let shown = shownAbove(passage, next, info) { sentence = shown }
    let isShown = ProseWords.standard.has(.shown, in: sentence.text)
    let isFile = isShown && FileSentence.saysHowItShouldLook(sentence.text)
    guard
      hasStepInSection || isFile && FenceInfo(info).language == nil
        || checklist.codeBlocks.last?.section == section.id && info.isEmpty
        || Self.namesCommand(sentence.text, passage.codes) && info.isEmpty
    else { return }
    let isLeadIn =
      passage.isLeadIn || sentence.text.hasSuffix(".") || sentence.text.hasSuffix("…")
    guard isLeadIn, isShown || Self.endsAlike(sentence.text, info) else { return }
    announce(.output, sentence.text, sentence.line)
    announced?.isStated = isShown
    announced?.leadsOn = passage.isLeadIn || ProseWords.standard.has(.below, in: sentence.text)
    announced?.isFile = isFile
    announced?.isTrigger = Self.opensOtherCase(sentence.text)
    if !passage.isLeadIn, OutcomeSentence.holdsText(sentence.text, passage.codes) {
      announced?.told = passage.codes
    }
  }

  /// "If you see this, stop:" or "Bad output:" before a block that shows it: what must not come out.
  mutating func announceBadSample(_ passage: Passage, before index: Int) {
    guard announced == nil, passage.isLast, passage.isLeadIn, passage.text.utf8.count <= 160,
      hasStepInSection, let next = blockAfter(index), case .code(let info) = next.kind,
      ["", "text", "txt", "plaintext", "output", "log", "none"].contains(FenceInfo(info).tag),
      let sentence = passage.sentences.last, ProseWords.standard.has(.seen, in: sentence.text),
      LeadText.isDoubtful(sentence.text, introduces: false)
    else { return }
    announce(.output, sentence.text, sentence.line)
    announced?.isTrigger = true
    announced?.doubt = sentence.text
  }

  /// "… a table that looks like:", "If the command returns...": what a block without a language
  /// shows is what the sentence ends on.
  private static func endsAlike(_ sentence: String, _ info: String) -> Bool {
    let tag = FenceInfo(info).tag
    guard ["", "text", "txt", "plaintext", "output", "log", "none"].contains(tag) else {
      return false
    }
    let words = ProseWords.words(in: sentence)
    // "Sometimes you may see a line like" names a case that need not arise.
    guard !words.contains(where: { notPrinted.contains($0) }),
      words.prefix(3).contains(where: { printing.contains($0) })
    else { return false }
    return (1...5).contains { count in
      count <= words.count
        && ProseWords.standard.isPhrase(words.suffix(count).joined(separator: " "), .alike)
    }
  }

  /// Words of sentences about what stands in a file, or about what need not come out.
  static let notPrinted = WordList.words("Samples.notPrinted")

  /// Words by which a sentence before a sample begins.
  private static let printing = WordList.words("Samples.printing")

  /// "However, if it returns …": the case in which one does not go on.
  private static func opensOtherCase(_ sentence: String) -> Bool {
    ProseWords.standard.firstWord(of: .instead, in: ProseWords.words(in: sentence)) == 0
  }

  /// "Running `x` should look like this:" names what is run in the sentence itself.
  private static func namesCommand(_ sentence: String, _ codes: [InlineCode]) -> Bool {
    guard let code = codes.first else { return false }
    let words = sentence.split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[1].hasPrefix(code.text) else { return false }
    return ["running", "executing", "run", "execute", "ejecutar", "exécuter"].contains(
      words[0].lowercased())
  }

  /// Makes a claim of a code block that shows what must come out; true when it is one, so that
  /// nobody runs it.
  mutating func readSample(_ index: Int, info: String) -> Bool {
    let block = blocks[index]
    let fence = FenceInfo(info)
    let announced = self.announced ?? silentAnnouncement(index, info)
    self.announced = nil
    guard section.role != .conditional, let announced,
      announced.isNoCommand || !Self.isOnlyTyped(block.text, info: info)
    else { return false }
    if announced.isOnlyShown, fence.language != nil { return false }
    if announced.isStated, !announced.isNoCommand, fence.language == .shell,
      isTyped(block, above: announced)
    {
      announceAgain(announced, after: index)
      return false
    }
    if announced.isProbe {
      readProbe(announced, index, info: info)
      return false
    }
    switch announced.meaning {
    case .expectation, .output: break
    case .result:
      guard fence.language == nil else { return false }
      // An example shows what it may look like, unless something is to be checked with it.
      guard announced.isMarked || Self.saysOutput(info) || isCheck(above: index) else {
        return false
      }
    default: return false
    }
    let text = String(block.text.reversed().drop { $0.isNewline }.reversed())
    if text.allSatisfy(\.isWhitespace) {
      // Nothing is shown: it may be forgotten or be what is expected, which a person knows.
      guard fence.language == nil else { return false }
      lastSampleBlock = index
      addClaim(
        announced.isTrigger ? .trigger : .expectation, text: announced.text, context: nil,
        doubt: announced.doubt, line: ItemLine(0..<0, in: document),
        location: SourceLocation(line: announced.line))
      return true
    }
    guard announced.told.isEmpty else {
      // The sentence says what counts; the block is one example of it.
      addClaim(
        .expectation, text: announced.text, context: nil, codes: announced.told,
        doubt: announced.doubt, line: ItemLine(0..<0, in: document),
        location: SourceLocation(line: announced.line))
      return true
    }
    lastSampleBlock = index
    addClaim(
      announced.isTrigger ? .trigger : .expectation, text: announced.text, context: nil,
      sample: Claim.Sample(text: text, line: firstLine(of: block), isFile: announced.isFile),
      doubt: announced.doubt,
      line: ItemLine(0..<0, in: document), location: SourceLocation(line: announced.line))
    return true
  }

  /// "**Test case - empty name:**" before a block that shows how it goes, and "**Verify in
  /// `app.log`:**" before one that shows what stands there.
  mutating func announceForm(_ passage: Passage, before index: Int) {
    guard announced == nil, passage.isLast, passage.isLeadIn, passage.text.utf8.count <= 120,
      let next = blockAfter(index), case .code(let info) = next.kind
    else { return }
    let words = ProseWords.words(in: passage.text)
    let isCase = ProseWords.standard.opens(words, with: .testCase)
    let isPlace =
      passage.codes.count == 1 && words.count <= 8
      && ProseWords.standard.opens(words, with: .probe)
      && passage.codes.contains { Self.trimmedLabel(passage.text).hasSuffix($0.text) }
    guard isCase || isPlace, ["", "text", "txt", "log", "output"].contains(FenceInfo(info).tag)
    else { return }
    announce(.output, passage.text, passage.line)
    announced?.isOnlyShown = true
  }

  /// "Example output" on a line of its own, without a colon: a sample, where what leads to the command
  /// asks to check something.
  mutating func announceBareLabel(_ passage: Passage, before index: Int) {
    guard announced == nil, passage.isLast, passage.lines.count == 1,
      passage.text.utf8.count <= 60, passage.text.last?.isLetter == true,
      let next = blockAfter(index), case .code(let info) = next.kind,
      FenceInfo(info).language == nil, hasStepInSection,
      let meaning = ExpectationLabel.meaning(of: passage.text)
    else { return }
    switch meaning {
    case .output, .expectation: break
    case .result: guard isCheck(above: index) else { return }
    default: return
    }
    announce(meaning, passage.text, passage.line)
  }

  /// True when the paragraph that leads to the commands above `index` asks to check something.
  private func isCheck(above index: Int) -> Bool {
    let parent = blocks[index].parent
    var before = index - 1
    while before >= 0, index - before < 24, blocks[before].kind != .item {
      let block = blocks[before]
      before -= 1
      if case .heading = block.kind { break }
      guard block.kind == .paragraph, block.parent == parent else { continue }
      if block.text.utf8.count <= 60, ExpectationLabel.meaning(of: block.text) != nil { continue }
      let words = ProseWords.words(in: block.text.prefix(400))
      guard let place = ProseWords.standard.firstWord(of: .probe, in: words) else { return false }
      return words[place] != "see"
    }
    return false
  }

  static func trimmedLabel(_ text: String) -> Substring {
    var label = text[...]
    while let last = label.last, ":：* ".contains(last) { label.removeLast() }
    return label
  }

  /// "**After the first run:**" between a sample and a block of the same kind: another sample.
  mutating func announceVariant(_ passage: Passage, before index: Int) {
    guard announced == nil, passage.isLast, passage.label == passage.text,
      let before = blockBefore(index), before == lastSampleBlock,
      case .code(let last) = blocks[before].kind, let next = blockAfter(index),
      case .code(let info) = next.kind, info == last, FenceInfo(info).language == nil
    else { return }
    announce(.output, passage.text, passage.line)
  }

  /// `<!-- expected_similarity=0.3 -->`, and no part of a document that is hidden up to one.
  private static func marksSample(_ html: String) -> Bool {
    let text = trimmed(html)
    return text.hasPrefix("<!--")
      && trimmed(text.dropFirst(4)).hasPrefix("expected_similarity")
  }

  /// True for the tag of a block that says itself that it shows what comes out.
  private static func saysOutput(_ info: String) -> Bool {
    ["output", "expected"].contains(info.prefix { $0.isLetter }.lowercased())
  }

  /// A block tagged `output` or behind an `expected_similarity` comment needs no words.
  private func silentAnnouncement(_ index: Int, _ info: String) -> Announcement? {
    guard followsStep(index) else { return nil }
    var isMarked = Self.saysOutput(info)
    var line = blocks[index].startLine
    var before = index - 1
    while before >= 0, blocks[before].kind == .html {
      if Self.marksSample(blocks[before].text) {
        isMarked = true
        line = blocks[before].startLine
      }
      before -= 1
    }
    guard isMarked else { return nil }
    return Announcement(meaning: .result, text: "output as shown", line: line, isMarked: true)
  }
}
