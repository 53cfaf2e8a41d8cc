internal import GonogoCore

/// A comment right above a block that is meant for another tool: Innovation Engine's
/// `expected_similarity`, mdx's `$MDX`.
struct ForeignComment {
  /// How Innovation Engine compares the block with what was printed.
  enum Comparison: Equatable {
    /// By a share of equal text.
    case score(String)
    /// By a regular expression.
    case pattern(String)
  }

  /// What Innovation Engine is to do, or nil.
  private(set) var comparison: Comparison?
  /// mdx's labels.
  private(set) var labels: [Substring] = []

  /// Reads the comments in `html`.
  init(_ html: String) {
    for comment in TagText.comments(in: html) { read(comment) }
  }

  private mutating func read(_ comment: Substring) {
    if comment.hasPrefix("$MDX") {
      labels += comment.dropFirst(4).split { $0 == "," || $0.isWhitespace }
    } else if comment.hasPrefix("expected_similarity") {
      let value = ChecklistBuilder.trimmed(
        comment.dropFirst("expected_similarity".count).drop { $0 == " " || $0 == "=" })
      if value.first == "\"", value.last == "\"", value.count > 2 {
        comparison = .pattern(String(value.dropFirst().dropLast()))
      } else {
        comparison = .score(String(value))
      }
    }
  }
}

extension ChecklistBuilder {
  /// The comment right above block `index`.
  func foreignComment(above index: Int) -> ForeignComment? {
    guard index > 0, blocks[index - 1].kind == .html,
      blocks[index - 1].parent == blocks[index].parent
    else { return nil }
    return ForeignComment(blocks[index - 1].text)
  }

  /// Turns a block that Innovation Engine compares with what was printed into a claim.
  mutating func readExpectedOutput(
    _ comparison: ForeignComment.Comparison, _ index: Int, _ block: MarkdownBlock
  ) {
    let location = SourceLocation(line: blocks[index - 1].startLine)
    var pattern: String?
    var text = "The block above printed what is shown here"
    switch comparison {
    case .pattern(let written):
      pattern = written
      text = "The block above printed a line that matches \(written)"
    case .score(let score): text += " (Innovation Engine asks for a similarity of \(score))"
    }
    guard section.role != .conditional else { return }
    var shown = block.text.replacingAll("\r\n", with: "\n")
    if shown.hasSuffix("\n") { shown.removeLast() }
    let sample = Claim.Sample(text: shown, line: firstLine(of: block))
    // A label above the block has made a claim of it already.
    let known = checklist.claims.last.flatMap { $0.sample?.line == sample.line ? $0 : nil }
    let id = known?.id ?? checklist.claims.count
    let claim = Claim(
      id: id, kind: .expectation, section: section.id,
      text: known.map { "\($0.text): \(text)" } ?? text, sample: sample,
      location: known?.location ?? location)
    if known != nil { checklist.claims.removeLast() }
    checklist.claims.append(claim)
    checklist.expectedOutputs.append(
      ExpectedOutput(
        claim: id, step: checklist.steps.last?.id, pattern: pattern, location: location))
  }

  /// What mdx's labels say of a block.
  func readLabels(
    _ labels: [Substring], _ attributes: inout Attributes, _ remarks: inout [FenceInfo.Remark]
  ) -> Obstacle? {
    var obstacle: Obstacle?
    for label in labels {
      let key = label.prefix { $0 != "=" }
      switch key {
      case "skip": obstacle = Obstacle(.skip, "it is marked $MDX skip")
      case "non-deterministic":
        remarks.append(
          FenceInfo.Remark(
            severity: .note, code: "foreign-attribute",
            message: "`$MDX non-deterministic` changes nothing: output is not compared here",
            cure: "none is needed"))
      case "file", "part":
        obstacle = Obstacle(.template, "mdx fills it from a file")
      case "dir":
        attributes.hazard = "its author runs it in \(label.dropFirst(4))"
        remarks.append(remark(label, "it is asked about"))
      default: remarks.append(remark(label, "it is left aside"))
      }
    }
    return obstacle
  }

  private func remark(_ label: Substring, _ consequence: String) -> FenceInfo.Remark {
    FenceInfo.Remark(
      severity: .warning, code: "foreign-attribute",
      message: "gonogo does not follow mdx's `\(label)`, so \(consequence)",
      cure: "say it in the block itself")
  }
}
