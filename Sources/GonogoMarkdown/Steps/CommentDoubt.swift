internal import GonogoCore

/// What a comment inside a block says against running the commands it speaks of.
enum CommentDoubt {
  /// Longer comments explain.
  private static let mostBytes = 300

  /// The comments of a block that speak against some of it, in order.
  static func all(in script: String, _ language: Step.Language) -> [Reservation] {
    let sign = UInt8(ascii: language == .shell ? "#" : "-")
    guard script.utf8.contains(sign) else { return [] }
    let comments =
      language == .shell ? ShellComment.all(inShell: script) : ShellComment.all(inSQL: script)
    return comments.compactMap { comment in
      kind(of: comment.text).map {
        Reservation($0, line: comment.line, isAlone: comment.isAlone, text: comment.text)
      }
    }
  }

  /// The comment that opens a block and forbids to run it, or nil: it speaks of all of it.
  static func prohibition(opening script: String, _ language: Step.Language) -> String? {
    let mark = language == .shell ? "#" : "--"
    let lines = script.split(separator: "\n", maxSplits: 40)
    for line in lines.map({ ChecklistBuilder.trimmed($0) }) where !line.isEmpty {
      guard line.hasPrefix(mark) else { return nil }
      let text = ChecklistBuilder.trimmed(line.drop { "#-".contains($0) })
      guard text.utf8.count <= mostBytes, text.contains(where: \.isLetter) else { continue }
      let sentence = SentenceWords(text)
      return RunWords.prohibits(sentence) ? String(text) : nil
    }
    return nil
  }

  /// What a comment says, or nil.
  static func kind(of text: String) -> Reservation.Kind? {
    guard text.utf8.count <= mostBytes else { return nil }
    let sentence = SentenceWords(text)
    guard !sentence.words.isEmpty else { return nil }
    if RunWords.forbids(sentence) || sentence.has(.disabled) { return .forbidden }
    if isForFailure(sentence) { return .conditional }
    // "(If there is none, we test with flags)" says by itself what is done then.
    if text.first == "(", text.last == ")", text.contains(",") { return nil }
    return leavesOpen(sentence) ? .open : nil
  }

  /// "Rollback (only if the check above fails):", "if that fails:", "to undo".
  private static func isForFailure(_ sentence: SentenceWords) -> Bool {
    let prose = ProseWords.standard
    let text = sentence.text
    let isTold = sentence.has(.about)
    if prose.isPhrase(text, .failure) || sentence.isLabelled(.failure) { return true }
    if sentence.opens(with: .undoing) || sentence.opens(with: .undone) { return true }
    let opening = text.prefix { !",:，：、".contains($0) }
    if prose.isPhrase(opening, .otherwise) { return true }
    if sentence.words.count <= 6, sentence.has(.case), !isTold { return true }
    if sentence.isLabelled(.case), !isTold { return true }
    return opensFailure(opening) || bracketed(text).contains(where: opensFailure)
  }

  /// "if that fails", "only on failure"; "Fail if the check fails" says what the command does.
  private static func opensFailure(_ clause: Substring) -> Bool {
    let words = ProseWords.words(in: clause).drop { $0 == "only" || $0 == "nur" || $0 == "solo" }
    guard ProseWords.standard.opens(Array(words.prefix(3)), with: .if) else {
      return ProseWords.standard.isPhrase(words.joined(separator: " "), .failure)
    }
    return ConditionalText.isFailure(clause: clause)
  }

  /// What stands in brackets.
  private static func bracketed(_ text: String) -> [Substring] {
    guard let open = text.firstIndex(where: { "(（[".contains($0) }) else { return [] }
    return [text[open...].dropFirst().prefix { !")）]".contains($0) }]
  }

  private static func leavesOpen(_ sentence: SentenceWords) -> Bool {
    let prose = ProseWords.standard
    let text = sentence.text
    return RunWords.forbidsUnless(sentence) || RunWords.leavesOpen(sentence)
      || sentence.has(.byHand) || sentence.opens(with: .elsewhere)
      || prose.isPhrase(text, .obsolete) || prose.isPhrase(text, .example)
      || prose.isPhrase(text, .sideTitle) || sentence.opens(with: .sideOpening)
      || LeadInDoubt.isCase(text) || ConditionalText.isForSome([text])
      || ConditionalText.offersOneOfSeveral(text) || ConditionalText.isObsolete(text)
      || isSystem(text)
  }

  /// "Windows", "Ubuntu / Debian:".
  private static func isSystem(_ text: String) -> Bool {
    ConditionalText.namesPlatforms(text) && ProseWords.standard.has(.system, in: text)
  }
}
