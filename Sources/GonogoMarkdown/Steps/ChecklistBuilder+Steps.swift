internal import GonogoCore

extension ChecklistBuilder {
  /// Reads a code block: a step, or something shown.
  ///
  /// `isSample` says that it shows what is expected to come out of another block.
  mutating func readCode(
    _ index: Int, info: String, _ block: MarkdownBlock, isSample: Bool
  ) {
    if pending == .expectations { pending = nil }
    var fence = FenceInfo(info)
    let comment = foreignComment(above: index)
    if let comparison = comment?.comparison {
      readExpectedOutput(comparison, index, block)
      fence.obstacle = Obstacle(.output, "it shows what is expected to be printed")
    }
    if let labels = comment?.labels,
      let obstacle = readLabels(labels, &fence.attributes, &fence.remarks)
    {
      fence.obstacle = obstacle
    }
    report(fence.remarks, line: block.startLine)
    guard let language = fence.language else {
      return list(fence, index, block, isSample: isSample)
    }
    let leadIn = leadIn(of: index, block)
    let text = block.text.replacingAll("\r\n", with: "\n")
    let (script, found) = Self.script(
      of: text, language, fence, leadIn: leadIn, heading: section.heading)
    if language == .shell, found == nil, text.hasPrefix("#!"), fence.attributes.hazard == nil {
      fence.attributes.hazard = "it begins with #!, so it may be meant to be kept in a file"
    }
    if found == nil, fence.isConsole, !ConsoleSession.tagged(text).hasPrompts,
      fence.attributes.hazard == nil
    {
      fence.attributes.hazard = "no line of it has a prompt, so it may be output"
    }
    if language == .shell, fence.attributes.hazard == nil {
      fence.attributes.hazard = AdaptedValue.reason(in: script, leadIn: leadIn)
    }
    if language == .shell, fence.attributes.hazard == nil {
      fence.attributes.hazard = CommentSteps.reason(in: script)
      if fence.attributes.hazard == nil, let name = SettingsListing.lone(in: script),
        !mentionedVariables.contains(name)
      {
        fence.attributes.hazard = "it sets \(name), which no other block uses"
      }
    }
    if fence.attributes.hazard == nil { fence.attributes.hazard = reminder(above: index) }
    let reserved = reservation(ofBlock: index, leadIn: leadIn)
    if fence.attributes.hazard == nil { fence.attributes.hazard = reserved.hazard }
    var obstacle = found
    if language == .shell, obstacle == nil { obstacle = copied(script, leadIn: leadIn) }
    let boxedItem = boxedItem(ofBlock: index)
    let condition = condition(ofBlock: index)
    if let reason = condition {
      obstacle = Obstacle(.conditional, reason)
    } else if let reason = doubtfulCondition {
      // What a box asks for belongs to the checklist: somebody says whether it is to be run.
      if boxedItem != nil || isRehearsed(below: section.id) {
        if fence.attributes.hazard == nil { fence.attributes.hazard = reason }
      } else {
        obstacle = Obstacle(.conditional, reason)
      }
    }
    if section.role == .conditional {
      obstacle = Obstacle(.conditional, "its section is for a case that need not arise")
    }
    if let refusal = reserved.refusal { obstacle = Obstacle(.skip, refusal) }
    if obstacle == nil, let comment = CommentDoubt.prohibition(opening: script, language) {
      obstacle = Obstacle(.skip, "the comment that opens it says not to run it: “\(comment)”")
    }
    if isSample { obstacle = Obstacle(.output, "it shows what is expected to come out") }
    if let line = spill.origins[index] {
      obstacle = Obstacle(
        .template, "it belongs to the here-document that the block in line \(line) leaves open")
    }
    if let own = fence.obstacle { obstacle = own }
    if fence.attributes.skip { obstacle = Obstacle(.skip, "it is marked skip") }
    checklist.steps.append(
      Step(
        id: checklist.steps.count, section: section.id, language: language, script: script,
        firstLine: block.startLine + 1, blockLine: block.startLine, attributes: fence.attributes,
        obstacle: obstacle, leadIn: leadIn, isConditional: condition != nil,
        shownLine: language == .shell ? shownLine(in: text, fence, block) : nil,
        boxedItem: boxedItem,
        reservations: CommentDoubt.all(in: script, language)))
  }

  /// What shows that a block is there to be copied, or only read.
  private mutating func copied(_ script: String, leadIn: String?) -> Obstacle? {
    if FileTitle.isTitle(leadIn ?? section.heading, of: script) {
      return Obstacle(
        .template, "the text above it is the name of a file, so it shows what is in it")
    }
    let names = SettingsListing.names(in: script)
    guard !names.isEmpty, usedVariables.isDisjoint(with: names) else { return nil }
    return Obstacle(.template, "it lists settings, and no block uses them")
  }

  /// The line of what a session shows as output, unless it is a claim already.
  private func shownLine(in text: String, _ fence: FenceInfo, _ block: MarkdownBlock) -> Int? {
    guard fence.isConsole || ConsoleSession.isSession(text) else { return nil }
    let session = fence.isConsole ? ConsoleSession.tagged(text) : ConsoleSession(text)
    guard session.hasPrompts,
      checklist.claims.last?.sample.map({ $0.line <= block.startLine }) ?? true
    else { return nil }
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
    let typed = session.script.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(shown, typed).enumerated().first { _, pair in
      pair.1.isEmpty && !pair.0.allSatisfy(\.isWhitespace)
        && TerminalPrompt(pair.0, root: fence.isConsole) == nil
    }
    return line.map { firstLine(of: block) + $0.offset }
  }

  /// The text to run, and what speaks against running it.
  private static func script(
    of text: String, _ language: Step.Language, _ fence: FenceInfo, leadIn: String?,
    heading: String
  ) -> (String, Obstacle?) {
    func obstacle(in script: String) -> Obstacle? {
      BlockContent.obstacle(in: script, language, leadIn: leadIn, heading: heading)
    }
    if language == .sql, let session = SQLSession(text) {
      return (session.script, obstacle(in: session.script))
    }
    let isAngled = language == .shell && AngleSession.opens(text)
    if isAngled, !AngleSession.isShell(text) {
      return (text, Obstacle(.innerShell, "its prompt “>” may be another program's than a shell's"))
    }
    guard language == .shell, fence.isConsole || isAngled || ConsoleSession.isSession(text) else {
      return (text, obstacle(in: text))
    }
    let session =
      isAngled
      ? ConsoleSession(text, anglePrompt: true)
      : fence.isConsole ? ConsoleSession.tagged(text) : ConsoleSession(text)
    if !session.hasPrompts, text.contains(where: { !$0.isWhitespace }) {
      // People leave the prompts out; what only begins with well-known programs was not printed.
      if fence.isConsole, TypedCommand.isAll(of: text) || TypedCommand.isAskedFor(text, leadIn) {
        return (text, obstacle(in: text))
      }
      return (text, Obstacle(.output, "no line of it has a prompt, so all may be output"))
    }
    if let line = session.innerPrompt {
      let shown = ChecklistBuilder.trimmed(line).prefix(40)
      return (
        session.script, Obstacle(.innerShell, "a part is typed at another prompt: \(shown)")
      )
    }
    if session.hasPrompts, session.script.allSatisfy(\.isWhitespace) {
      return (session.script, Obstacle(.output, "it shows a prompt and no command"))
    }
    return (session.script, obstacle(in: session.script))
  }

  private mutating func report(_ remarks: [FenceInfo.Remark], line: Int) {
    for remark in remarks {
      // What only a notebook shows is said once.
      if remark.severity == .note, !remarked.insert(remark.message).inserted { continue }
      checklist.diagnostics.append(
        Diagnostic(
          remark.severity, code: remark.code, remark.message, cure: remark.cure,
          file: document.path, at: SourceLocation(line: line)))
    }
  }

  /// Notes a block that is only shown.
  private mutating func list(
    _ fence: FenceInfo, _ index: Int, _ block: MarkdownBlock, isSample: Bool
  ) {
    var obstacle = Obstacle(
      .language,
      fence.tag.isEmpty ? "it names no language" : "it is no shell and no SQL")
    if isIndented(block) {
      obstacle = Obstacle(.indented, "it is indented, which names no language")
    } else if ["markdown", "md", "mdx"].contains(fence.tag) {
      obstacle = Obstacle(.template, "it is a text to be copied")
    }
    checklist.listings.append(
      Listing(
        line: block.startLine, language: fence.tag, obstacle: obstacle,
        isRunByHand: !isSample && isRunByHand(fence, index, block),
        opening: Self.opening(of: block.text),
        boxedItem: isSample ? nil : boxedItem(ofBlock: index)))
  }

  /// The line of the first line of a code block's text.
  func firstLine(of block: MarkdownBlock) -> Int {
    isIndented(block) ? block.startLine : block.startLine + 1
  }

  /// Indented code has its first line where a fence would stand.
  private func isIndented(_ block: MarkdownBlock) -> Bool {
    let line = document.text(document.contentRange(ofLine: block.startLine))
    let plain = Self.trimmed(line.drop { $0 == ">" || $0.isWhitespace })
    return !plain.holds("```") && !plain.holds("~~~")
  }

  /// What the paragraphs right above a block, quoted or not, say of values to be put into it, or nil.
  private func reminder(above index: Int) -> String? {
    let parent = blocks[index].parent
    var before = index - 1
    var count = 0
    while before >= 0, count < 3, index - before < 8 {
      let block = blocks[before]
      before -= 1
      switch block.kind {
      case .html, .quote: continue
      case .paragraph:
        let isQuoted = block.parent.map { blocks[$0].kind == .quote && blocks[$0].parent == parent }
        guard block.parent == parent || isQuoted == true else { return nil }
        count += 1
        if let sentence = AdaptedValue.reminder(in: block.text, codes: block.codes) {
          return "the text above it asks to change something in it: “\(sentence)”"
        }
      default: return nil
      }
    }
    return nil
  }

  /// The paragraph right above a block, or nil.
  func leadIn(of index: Int, _ block: MarkdownBlock) -> String? {
    guard let before = lastBlock[block.parent ?? -1], blocks[before].kind == .paragraph,
      blocks[before].parent == block.parent
    else { return nil }
    return Self.joined(blocks[before].text)
  }
}
