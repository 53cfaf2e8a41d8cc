internal import GonogoCore

/// Steps for people between a block and what is expected behind it.
///
/// Looked for where a claim asks for it: most blocks have nothing expected behind them.
extension ChecklistBuilder {
  /// What a person is to do between the last step of this section and `line` of the block that is
  /// being read, or nil. What the step printed says nothing of how it is then.
  mutating func handStep(before line: Int) -> String? {
    guard hasStepInSection, let step = lastStepBlock, step < reading,
      // What a block says of itself is read before it counts as the last step.
      checklist.steps.last?.blockLine == blocks[step].startLine
    else { return nil }
    var known = handSteps.step == step ? handSteps : HandSteps(behind: step)
    while known.found == nil, known.next < reading {
      known.found = handStep(inBlock: known.next)?.sentence
      known.next += 1
    }
    defer { handSteps = known }
    if let found = known.found { return found }
    if known.open?.block != reading {
      let found = handStep(inBlock: reading)
      known.open = (reading, found?.line ?? 0, found?.sentence)
    }
    return known.open.flatMap { $0.line < line ? $0.sentence : nil }
  }

  /// Notes the steps for people in sections that run something: where a criterion hangs on the section,
  /// that its commands succeeded is not all of it.
  mutating func markHandSteps() {
    guard checklist.claims.contains(where: \.isCriterion), !checklist.steps.isEmpty else { return }
    let working = Set(checklist.steps.map(\.section))
    let claimed = Set(checklist.claims.map(\.location.line))
    var sections = SectionCursor(checklist.sections)
    for index in blocks.indices where blocks[index].kind == .paragraph {
      let section = sections.section(atLine: blocks[index].startLine)
      guard working.contains(section), checklist.sections[section].handStep == nil,
        // What stands right before a block says what that is for.
        !isBeforeCode(index), let found = handStep(inBlock: index), !claimed.contains(found.line)
      else { continue }
      checklist.sections[section].handStep = found.line
    }
  }

  /// What leaves doubt in the words of an expectation itself, or nil.
  func ownDoubt(_ text: String) -> String? {
    if let doubt = OwnDoubt.words(in: text) { return doubt }
    guard hasStepInSection, let script = checklist.steps.last?.script, script.utf8.count <= 4096
    else {
      return nil
    }
    return OwnDoubt.words(in: text, unknownTo: script)
  }

  /// The first such step in a block, with its line.
  private func handStep(inBlock index: Int) -> (sentence: String, line: Int)? {
    switch blocks[index].kind {
    case .paragraph:
      if blocks[index].text.utf8.first == UInt8(ascii: "|") { return handStep(inTable: index) }
      for passage in passages[index] {
        for sentence in passage.sentences {
          let text = Self.withoutBox(sentence.text)
          if HandStep.isStep(text) { return (text, sentence.line) }
          // Of very many code spans each sentence has few.
          if passage.codes.prefix(4).contains(where: { HandStep.isTyped($0.text, as: text) }) {
            return (text, sentence.line)
          }
        }
      }
      return nil
    case .code: return program(inBlock: index).map { ($0, blocks[index].startLine) }
    case .html: return handStep(inHTML: index)
    default: return nil
    }
  }

  /// What stands between the tags of a block of HTML, which readers see as text.
  private func handStep(inHTML index: Int) -> (sentence: String, line: Int)? {
    for piece in blocks[index].text.split(separator: "<") {
      guard let end = piece.firstIndex(of: ">"), !piece.hasPrefix("!") else { continue }
      let text = String(Self.trimmed(piece[piece.index(after: end)...]))
      if HandStep.isStep(text) { return (text, blocks[index].startLine) }
    }
    return nil
  }

  /// "Restart it." of "[ ] Restart it.".
  static func withoutBox(_ text: String) -> String {
    guard let first = text.first, "[☐☑□⬜".contains(first) else { return text }
    let rest = first == "[" ? text.dropFirst(2).drop { $0 == "]" } : text.dropFirst()
    return String(trimmed(rest))
  }

  /// A cell that asks for such a step, where the words behind the verb leave no doubt that it is one.
  private func handStep(inTable index: Int) -> (sentence: String, line: Int)? {
    var line = blocks[index].startLine - 1
    for row in blocks[index].text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let cells = Substring(row).split(separator: "|").prefix(4).map { String(Self.trimmed($0)) }
      if let step = cells.first(where: HandStep.opensStep) { return (step, line) }
    }
    return nil
  }

  /// The first line of a program that gonogo does not run and a person does: what is expected behind
  /// it is about that.
  private func program(inBlock index: Int) -> String? {
    guard case .code(let info) = blocks[index].kind, index != lastSampleBlock else { return nil }
    let tag = FenceInfo(info).tag
    guard
      Self.programs.contains(tag)
        || tag.isEmpty && index != lastStepBlock
          && (blocks[index].text.hasPrefix("$ ") || TypedCommand.isAll(of: blocks[index].text))
    else { return nil }
    let text = blocks[index].text.drop { $0.isWhitespace }
    let line = text.prefix { !$0.isNewline }.prefix(80)
    return line.isEmpty ? nil : String(line)
  }

  /// Tags of languages in which people type or send something.
  private static let programs: Set<String> = [
    "powershell", "pwsh", "ps", "ps1", "posh", "fish", "nu", "nushell", "ksh", "csh", "tcsh", "cmd",
    "bat", "batch", "python", "python3", "py", "ipython", "pycon", "javascript", "js", "typescript",
    "ts", "node", "ruby", "rb", "irb", "perl", "php", "lua", "r", "groovy", "elixir", "clojure",
    "promql", "logql", "kql", "kusto", "flux", "cypher", "http", "rest", "graphql", "gql", "redis",
    "mongo", "mongodb", "mongosh", "mysql", "cql", "plsql", "tsql", "sqlite",
  ]
}
