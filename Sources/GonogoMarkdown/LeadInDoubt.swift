internal import GonogoCore

/// What a lead-in says against running the block under it here and now.
struct LeadInDoubt {
  /// Longer sentences are no lead-ins.
  private static let mostBytes = 300

  /// Why the block must not be run, or nil: "Never run this:", "Wrong:".
  let refusal: String?
  /// Why somebody has to say whether the block is to be run, or nil: "Optional:", "Only if the cache is
  /// stale:", "On the database server:". Nobody is asked about what must not be run.
  let hazard: String?

  /// Reads the text right above a block.
  init(_ leadIn: String?) {
    guard let sentence = Self.lastSentence(of: leadIn) else {
      (refusal, hazard) = (nil, nil)
      return
    }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    let isForbidden = prose.has(.forbidden, among: words)
    if prose.isPhrase(sentence, .badExample)
      || (isForbidden && !prose.has(.unlessGiven, among: words))
    {
      (refusal, hazard) = ("its lead-in says not to run it: “\(sentence)”", nil)
    } else if prose.has(.elsewhere, among: words) {
      (refusal, hazard) = (nil, "its lead-in may mean another machine: “\(sentence)”")
    } else if isForbidden || prose.opens(words, with: .unsure)
      || prose.has(.restricted, among: words) || Self.isCase(sentence)
      || Self.isOrder(sentence)
        && Self.sentenceBefore(sentence, in: leadIn).map(Self.isCase) == true
      || Self.isPlatform(sentence)
    {
      (refusal, hazard) = (nil, "its lead-in leaves open whether to run it: “\(sentence)”")
    } else {
      (refusal, hazard) = (nil, nil)
    }
  }

  /// "If the table is empty, load it:", for a case of which nobody can tell whether it is here; "If all is
  /// well, go on:" is what everybody hopes for.
  private static func isCase(_ sentence: String) -> Bool {
    let prose = ProseWords.standard
    let clause = sentence.drop { !$0.isLetter }.prefix { !",，、:：".contains($0) }
    let words = ProseWords.words(in: clause)
    // "Se connecter …" and "Caso 2 …" are no conditions.
    guard prose.opens(words, with: .if), !["se", "caso"].contains(words[0]) else { return false }
    if prose.has(.denial, among: words) || prose.has(.deny, among: words) { return true }
    // "If you now run it, you should see …" says what comes out.
    if ConditionalText.triesOut(words), prose.has(.shown, in: sentence),
      !prose.has(.failing, in: sentence)
    {
      return false
    }
    return !prose.has(.well, among: words) && !prose.has(.passing, among: words)
      && !prose.has(.whether, among: Array(words.prefix(6)))
  }

  /// "Start it:", which goes on with the sentence before it: "If nothing runs, it was stopped."
  private static func isOrder(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 40, sentence.hasSuffix(":") || sentence.hasSuffix("：") else {
      return false
    }
    return !ProseWords.standard.opens(sentence, with: .onwards)
  }

  private static func sentenceBefore(_ sentence: String, in leadIn: String?) -> String? {
    guard let leadIn, leadIn.hasSuffix(sentence) else { return nil }
    let before = ChecklistBuilder.trimmed(leadIn.dropLast(sentence.count).suffix(mostBytes))
    return before.isEmpty ? nil : lastSentence(of: String(before))
  }

  /// "macOS:", "Ubuntu / Debian:".
  private static func isPlatform(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 60, sentence.hasSuffix(":") || sentence.hasSuffix("：") else {
      return false
    }
    return ConditionalText.namesPlatforms(sentence)
  }

  /// The last sentence above a block, where it can be one that leads to it.
  private static func lastSentence(of leadIn: String?) -> String? {
    guard let leadIn else { return nil }
    let lines = leadIn.utf8.split(separator: 0x0A).suffix(3)
    let text = lines.compactMap { String($0) }.joined(separator: " ")
    var start = text.startIndex
    var index = text.startIndex
    let bytes = text.utf8
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      let isEnd = bytes[index] == 0x2E || bytes[index] == 0x21 || bytes[index] == 0x3F
      if isEnd, next < bytes.endIndex, bytes[next] == 0x20 { start = bytes.index(after: next) }
      index = next
    }
    let sentence = String(text[start...])
    return sentence.utf8.count <= mostBytes ? sentence : nil
  }
}
