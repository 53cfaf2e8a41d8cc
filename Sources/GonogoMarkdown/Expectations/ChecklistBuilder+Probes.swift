internal import GonogoCore

/// Lead-ins that ask the reader to make sure of something with the block below.
extension ChecklistBuilder {
  /// Reads "Verify that the file exists:" above a block; what comes of it is known only once the
  /// block is read, which may show what it prints.
  mutating func announceProbe(_ passage: Passage, before index: Int) {
    guard announced == nil, section.role == .checks, passage.isLast,
      let next = blockAfter(index), case .code = next.kind, let sentence = passage.sentences.last,
      sentence.text.utf8.count <= 260,
      passage.isLeadIn ? Self.asksToCheck(sentence.text) : ProbeSentence.demands(sentence.text)
    else { return }
    announce(.output, ProbeSentence.withoutMeans(sentence.text), sentence.line)
    announced?.isProbe = true
  }

  /// "Verify …", "To check …", "Use `x` to see that …".
  private static func asksToCheck(_ sentence: String) -> Bool {
    let words = ProseWords.words(in: sentence)
    guard let place = ProseWords.standard.firstWord(of: .probe, in: words) else { return false }
    if place == 0 || (place == 1 && words[0] == "to") { return true }
    // "Use `x` to see that …", "Or you can check that …".
    return place >= 2 && place <= 8
      && ProseWords.standard.firstWord(of: .probeThat, in: Array(words[place...].prefix(3))) == 0
  }

  /// True for a bullet that asks to make sure of something, with nothing below it that shows how:
  /// "Make sure the daemon is running".
  func isProbeItem(_ text: String, _ paragraph: Int) -> Bool {
    guard section.role == .checks, text.utf8.count <= 160, text.last != ":",
      ProseWords.standard.firstWord(of: .probe, in: ProseWords.words(in: text.prefix(40))) == 0
        || ProbeSentence.demands(text),
      ProbeSentence.statesOutcome(text) || ProbeSentence.deniesIlls(text)
    else { return false }
    guard let next = blockAfter(paragraph) else { return true }
    if case .code = next.kind { return false }
    // A list inside says how it is done.
    return next.kind != .list || next.parent != blocks[paragraph].parent
  }

  /// Makes a claim of what a lead-in asks to make sure of: of the output that the block shows below
  /// its command, or of what the sentence itself says of the outcome.
  mutating func readProbe(_ probe: Announcement, _ index: Int, info: String) {
    let block = blocks[index]
    let location = SourceLocation(line: probe.line)
    if let (text, line) = Self.printed(in: block.text, info: info) {
      addClaim(
        .expectation, text: probe.text, context: nil,
        sample: Claim.Sample(text: text, line: firstLine(of: block) + line),
        line: ItemLine(0..<0, in: document), location: location)
    } else if FenceInfo(info).language != nil, ProbeSentence.statesOutcome(probe.text) {
      addClaim(
        .expectation, text: probe.text + ":", context: nil, line: ItemLine(0..<0, in: document),
        location: location)
    }
  }

  /// What the block shows below its only command, with the line it begins on; nil where the block
  /// is no session of one command with output behind it.
  static func printed(in text: String, info: String) -> (text: String, line: Int)? {
    let fence = FenceInfo(info)
    guard fence.isConsole || ConsoleSession.isSession(text),
      fence.language != nil || fence.tag.isEmpty
    else { return nil }
    let plain = text.replacingAll("\r\n", with: "\n")
    let session = fence.isConsole ? ConsoleSession.tagged(plain) : ConsoleSession(plain)
    guard session.hasPrompts, session.innerPrompt == nil else { return nil }
    let shown = plain.split(separator: "\n", omittingEmptySubsequences: false)
    let typed = session.script.split(separator: "\n", omittingEmptySubsequences: false)
    guard shown.count == typed.count, let last = typed.lastIndex(where: { !$0.isEmpty }) else {
      return nil
    }
    // A command whose own output stands above another one's.
    guard (0..<last).allSatisfy({ shown[$0].allSatisfy(\.isWhitespace) || !typed[$0].isEmpty })
    else { return nil }
    let prompts = (0...last).filter { TerminalPrompt(shown[$0], root: fence.isConsole) != nil }
    guard prompts.count <= 1 else { return nil }
    var output = shown[(last + 1)...]
    while let end = output.last, end.allSatisfy(\.isWhitespace) { output = output.dropLast() }
    while let first = output.first, first.allSatisfy(\.isWhitespace) { output = output.dropFirst() }
    guard !output.isEmpty else { return nil }
    return (output.joined(separator: "\n"), output.startIndex)
  }

  /// True for a session of commands alone, which shows nothing that comes out.
  static func isOnlyTyped(_ text: String, info: String) -> Bool {
    let fence = FenceInfo(info)
    guard fence.language == .shell, ConsoleSession.isSession(text) else { return false }
    let session = ConsoleSession(text)
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false)
    let typed = session.script.split(separator: "\n", omittingEmptySubsequences: false)
    return session.innerPrompt == nil && shown.count == typed.count
      && zip(shown, typed).allSatisfy { $0.allSatisfy(\.isWhitespace) || !$1.isEmpty }
      && typed.contains { !$0.isEmpty }
  }
}
