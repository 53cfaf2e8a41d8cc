internal import GonogoCore

/// What stands around a block and speaks against running it here and now.
extension ChecklistBuilder {
  /// Longer remarks tell of something.
  private static let mostRemarkBytes = 600

  /// What the text above it, a quote or comment right above it, the sentence right behind it and the
  /// headings above say against the block at `index`.
  mutating func reservation(
    ofBlock index: Int, leadIn: String?
  ) -> (refusal: String?, hazard: String?) {
    let lead = LeadInDoubt(leadIn)
    let headings = headingDoubt()
    let beside = remarks(besideBlock: index)
    let refusal =
      lead.refusal ?? headings.refusal
      ?? beside.first(where: Self.refuses).map { "the text beside it says not to run it: “\($0)”" }
    if let refusal { return (refusal, nil) }
    let hazard =
      lead.hazard ?? doubtOfHeadings ?? headings.hazard
      ?? beside.first(where: Self.leavesOpen).map {
        "the text beside it leaves open whether to run it: “\($0)”"
      } ?? gate
    return (nil, hazard)
  }

  /// Why nothing is run unasked any more, or nil: somebody has to approve first.
  private var gate: String? {
    approvalGate.map { "line \($0.line) says not to go on before somebody agrees: “\($0.text)”" }
  }

  private static func refuses(_ sentence: String) -> Bool {
    RunWords.prohibits(SentenceWords(sentence))
  }

  private static func leavesOpen(_ sentence: String) -> Bool {
    let words = SentenceWords(sentence)
    return RunWords.forbidsUnless(words) || RunWords.leavesOpenAnywhere(words)
  }

  // MARK: Beside it

  /// The sentences of a quote or comment right above a block and of the paragraph right behind it.
  private func remarks(besideBlock index: Int) -> [String] {
    let parent = blocks[index].parent
    var texts: [String] = []
    if let before = lastBlock[parent ?? -1], blocks[before].kind == .quote {
      texts += paragraphs(ofQuote: before, until: index)
    }
    if index > 0, blocks[index - 1].kind == .html { texts += Self.comments(blocks[index - 1].text) }
    if let before = lastBlock[parent ?? -1], blocks[before].kind == .paragraph {
      texts += Self.comments(blocks[before].html)
    }
    let next = index + 1
    if next < blocks.count, blocks[next].parent == parent {
      if blocks[next].kind == .paragraph, !leadsOn(next) {
        texts.append(blocks[next].text)
      } else if blocks[next].kind == .quote {
        texts += paragraphs(ofQuote: next, until: min(blocks.count, next + 8))
      }
    }
    return texts.flatMap { text in
      text.utf8.count <= Self.mostRemarkBytes
        ? LeadInDoubt.sentences(of: Self.joined(text)).filter { $0.utf8.count <= 300 } : []
    }
  }

  /// True for a paragraph that belongs to what is behind it: "Only on the standby:".
  private func leadsOn(_ index: Int) -> Bool {
    let text = Self.trimmed(blocks[index].text)
    if text.hasSuffix(":") || text.hasSuffix("：") { return true }
    guard index + 1 < blocks.count, case .code = blocks[index + 1].kind else { return false }
    return !ProseWords.standard.has(.aforesaid, in: text.prefix(400))
  }

  private func paragraphs(ofQuote quote: Int, until end: Int) -> [String] {
    blocks[quote..<min(end, quote + 8)].filter { $0.kind == .paragraph && $0.parent == quote }
      .map { quoted in
        // "[!CAUTION]" opens one.
        let text = quoted.text
        return text.hasPrefix("[!") ? String(text.drop { $0 != "]" }.dropFirst()) : text
      }
  }

  /// What the HTML comments right above a block say, directives of tools left out.
  private static func comments(_ html: String) -> [String] {
    guard html.utf8.count <= mostRemarkBytes, html.hasPrefix("<!--") else { return [] }
    return html.split(separator: "\n").map { line in
      String(trimmed(line.drop { "<!- ".contains($0) }.prefix { $0 != ">" }))
    }
  }

  // MARK: Headings

  /// What the headings above, and the titles that are none, say against running what is read now.
  private mutating func headingDoubt() -> HeadingDoubt {
    let above = doubt(ofHeading: section.id)
    guard above.refusal == nil, let title = titles.doubt else { return above }
    return title
  }

  private mutating func doubt(ofHeading id: Int) -> HeadingDoubt {
    if let known = headingDoubts[id] { return known }
    let found = readHeadings(from: id)
    headingDoubts[id] = found
    return found
  }

  private mutating func readHeadings(from id: Int) -> HeadingDoubt {
    let section = checklist.sections[id]
    guard section.level > 0 else { return HeadingDoubt() }
    let title = checklist.sections[1].heading
    var own = HeadingDoubt(section.heading, shown: checklist.title(of: id), below: title)
    if id == 1, section.level == 1 {
      // A title is about the whole document: only what it forbids counts.
      own = ProseWords.standard.has(.forbidden, in: section.heading) ? own : HeadingDoubt()
    }
    guard own.refusal == nil, let parent = section.parent else { return own }
    let outer = doubt(ofHeading: parent)
    return outer.refusal != nil || own.hazard == nil ? outer : own
  }
}
