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

  /// Reads the text right above a block. Its last sentence leads to the block; those before it count
  /// where they surely speak of it: "Never run this on production. It drops all sessions."
  init(_ leadIn: String?) {
    var refusal: String?
    var hazard: String?
    let sentences = Self.sentences(of: leadIn)
    for (place, sentence) in sentences.enumerated().reversed() {
      guard refusal == nil, sentence.utf8.count <= Self.mostBytes else { continue }
      let words = SentenceWords(sentence)
      let before = place > 0 ? sentences[place - 1] : nil
      let isLast = place == sentences.count - 1
      if isLast ? Self.refuses(words) : Self.refusesFromAfar(words) {
        refusal = "its lead-in says not to run it: “\(sentence)”"
      } else if hazard == nil {
        hazard = isLast ? Self.doubt(words, after: before) : Self.doubtFromAfar(words)
      }
    }
    self.refusal = refusal
    self.hazard = refusal == nil ? hazard : nil
  }

  private static func refuses(_ words: SentenceWords) -> Bool {
    RunWords.forbids(words) || RunWords.tellsOfThePast(words)
  }

  /// "Don't use this password anywhere else." is about something else.
  private static func refusesFromAfar(_ words: SentenceWords) -> Bool {
    RunWords.prohibits(words) && !words.words.contains("use")
      || RunWords.isStruck(words.text)
  }

  private static func doubt(_ words: SentenceWords, after before: String?) -> String? {
    if StopSentence.isOnly(words) { return nil }
    if words.has(.elsewhere) || namesHost(words) {
      return "its lead-in may mean another machine: “\(words.text)”"
    }
    let prose = ProseWords.standard
    let isAside =
      words.endsInColon && words.words.count <= 8
      && (prose.isPhrase(words.text, .sideTitle) || prose.isPhrase(words.text, .obsolete)
        || words.opens(with: .sideOpening) || prose.isPhrase(words.text, .otherwise)
        || words.has(.later) || words.words.contains { others.contains($0) }
        || words.words.count <= 3 && words.words.contains { places.contains($0) })
    let isOpen =
      isAside || RunWords.forbidsUnless(words) || RunWords.leavesOpen(words) || isCase(words.text)
      || isOrder(words.text) && before.map(isCase) == true || isPlatform(words.text)
    return isOpen ? "its lead-in leaves open whether to run it: “\(words.text)”" : nil
  }

  /// "On db2:", "Then on web-1, run:", "web1:", "在 db1 上：": a name with a number that hosts have, first or
  /// behind a word for a place. "Install node18:" names a version.
  private static func namesHost(_ words: SentenceWords) -> Bool {
    guard words.words.count <= 12, words.text.contains(where: \.isNumber) else { return false }
    let parts = words.text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return parts.indices.contains { place in
      let part = parts[place]
      guard part.last?.isNumber == true,
        place == 0 || ons.contains(String(parts[place - 1])) || parts[place - 1].hasWideSigns
      else { return false }
      let name = part.prefix { $0.isLetter }
      let rest = part.dropFirst(name.count).drop { $0 == "-" }
      return hosts.contains(String(name)) && rest.allSatisfy(\.isNumber) && rest.count <= 3
    }
  }

  private static let ons = WordList.words("LeadInDoubt.ons")
  private static let hosts = WordList.words("LeadInDoubt.hosts")
  private static let places = WordList.words("LeadInDoubt.places")
  private static let others = WordList.words("LeadInDoubt.others")

  private static func doubtFromAfar(_ words: SentenceWords) -> String? {
    RunWords.leavesOpenAnywhere(words)
      ? "its lead-in leaves open whether to run it: “\(words.text)”" : nil
  }

  /// "If the table is empty, load it:", for a case of which nobody can tell whether it is here; "If all is
  /// well, go on:" is what everybody hopes for.
  static func isCase(_ sentence: String) -> Bool {
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

  /// "macOS:", "Ubuntu / Debian:".
  private static func isPlatform(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 60, sentence.hasSuffix(":") || sentence.hasSuffix("：") else {
      return false
    }
    return ConditionalText.namesPlatforms(sentence)
  }

  /// The last sentences above a block, in order. Nobody leads to a block with more.
  static func sentences(of leadIn: String?) -> [String] {
    guard let leadIn else { return [] }
    let lines = leadIn.utf8.split(separator: 0x0A).suffix(3)
    let text = lines.compactMap { String($0.suffix(2_000)) }.joined(separator: " ")
    var sentences: [String] = []
    var start = text.startIndex
    var index = text.startIndex
    let bytes = text.utf8
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      let isEnd = bytes[index] == 0x2E || bytes[index] == 0x21 || bytes[index] == 0x3F
      if isEnd, next < bytes.endIndex, bytes[next] == 0x20 {
        sentences.append(String(ChecklistBuilder.trimmed(text[start..<next])))
        start = bytes.index(after: next)
      }
      index = next
    }
    sentences.append(String(text[start...]))
    return Array(sentences.suffix(8))
  }
}
