internal import GonogoCore

/// Reads sentences that say how a document is decided: "All items must be checked before launch."
///
/// A rule that lets items stay open needs a sentence that says so in as many words; what only looks
/// like a rule is unclear, and then everything must pass.
enum DecisionSentence {
  /// Longer texts are no rules.
  private static let mostBytes = 400

  /// The rule that a sentence states, or nil.
  static func rule(in sentence: String) -> DecisionText.Rule? {
    guard sentence.utf8.count <= mostBytes, !sentence.hasPrefix("|") else { return nil }
    if let bands = ScoreBands.rule(in: [sentence]) { return bands }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    if forbidsOpenList(sentence, words) || demandsList(words)
      || WholeSentence.isRule(sentence, words)
    {
      return .allBoxes
    }
    guard let noun = prose.firstWord(of: .box, in: words) else { return nil }
    if let rule = shareRule(sentence, words) { return rule }
    if forbidsAny(words, noun) { return .allBoxes }
    if prose.opens(words, with: .if) {
      return conditionRule(sentence, words)
    }
    guard let all = prose.firstWord(of: .all, in: words), isNear(all, noun, words),
      // "Until all GO criteria are met": what those are, their list says.
      !pointsAtGoList(words[all...].dropFirst()),
      prose.has(.settled, among: words),
      isDemanded(words) || isStatement(sentence, words)
    else { return nil }
    if hasAlternative(words[noun...]) { return .unclear(sentence) }
    if prose.has(.except, among: words), prose.has(.recommended, among: words) {
      return .allButRecommended
    }
    if prose.has(.except, among: words) { return .unclear(sentence) }
    if isCritical(sentence, words) { return .allCritical }
    return prose.has(.recommended, among: words) ? .unclear(sentence) : .allBoxes
  }

  /// "… GO criteria are met": the list of that name, and nothing besides.
  private static func pointsAtGoList(_ words: ArraySlice<String>) -> Bool {
    let next = Array(words.prefix(3))
    return next.count == 3 && next[0] == "go"
      && ["criteria", "criterion", "conditions"].contains(next[1])
      && !["and", "or", "plus"].contains(next[2])
  }

  /// "Never deploy without completing this checklist."
  private static func forbidsOpenList(_ sentence: String, _ words: [String]) -> Bool {
    guard words.count <= 30 else { return false }
    let isWide = sentence.hasWideSigns
    if isWide,
      ["未完成本清单", "未完成本检查", "未完成此检查", "未完成此清单", "未完成本檢查", "未完成此檢查"].contains(
        where: { sentence.holds($0) })
    {
      return ["不得", "不要", "禁止", "请勿", "請勿", "切勿"].contains { sentence.holds($0) }
    }
    guard let without = words.firstIndex(where: { withouts.contains($0) }),
      words[..<without].contains(where: { nevers.contains($0) }),
      words[..<without].contains(where: { steps.contains($0) || deeds.contains($0) })
    else { return false }
    let rest = words[(without + 1)...].prefix(5)
    return rest.contains { lists.contains($0) }
      && ProseWords.standard.has(.settled, among: Array(rest))
  }

  /// "This checklist must be completed before each release."
  private static func demandsList(_ words: [String]) -> Bool {
    guard words.count <= 24, let list = words.prefix(4).firstIndex(where: { lists.contains($0) })
    else { return false }
    let prose = ProseWords.standard
    let rest = Array(words[(list + 1)...])
    guard let must = rest.prefix(2).firstIndex(where: { musts.contains($0) }),
      prose.has(.settled, among: Array(rest[must...].prefix(12)))
        || rest.contains(where: { finished.contains($0) })
    else { return false }
    return rest.contains { times.contains($0) }
  }

  private static let musts: Set<String> = [
    "must", "has", "needs", "shall", "debe", "muss", "doit", "deve",
  ]
  private static let finished = WordList.words("DecisionSentence.finished")

  private static let withouts: Set<String> = ["without", "sin", "ohne", "sans", "sem"]
  private static let nevers = WordList.words("DecisionSentence.nevers")
  private static let steps = WordList.words("DecisionSentence.steps")
  private static let lists: Set<String> = [
    "checklist", "checklists", "lista", "liste", "checkliste",
  ]
  /// "If any box is not checked, …", "If all checkboxes are marked:".
  private static func conditionRule(
    _ sentence: String, _ words: [String]
  ) -> DecisionText.Rule? {
    let prose = ProseWords.standard
    // That a critical one stops does not say that others may stay open.
    if prose.has(.critical, among: words) || prose.has(.recommended, among: words) { return nil }
    // "If all checks pass:" opens what comes next; of boxes it is a rule.
    let speaksOfBoxes = !words.contains { works.contains($0) }
    let isLabel = sentence.hasSuffix(":") || sentence.hasSuffix("：")
    guard (isLabel && speaksOfBoxes) || hasConsequence(words) else { return nil }
    let head = Array(words.prefix(4))
    if prose.has(.any, among: head), prose.has(.open, among: words) { return .allBoxes }
    if prose.has(.all, among: head), prose.has(.settled, among: words) { return .allBoxes }
    return nil
  }

  /// What fails on the way, and is no box.
  private static let works = WordList.words("DecisionSentence.works")

  private static let deeds = WordList.words("DecisionSentence.deeds")

  /// "… deployment is blocked", "… do not proceed": the sentence is about going on.
  private static func hasConsequence(_ words: [String]) -> Bool {
    words.contains { deeds.contains($0) }
      || words.contains { word in ["部署", "上线", "上線", "停止", "中止"].contains { word.contains($0) } }
  }

  private static let times = WordList.words("DecisionSentence.times")

  /// "must be checked": what must be done stands behind the demand. "Complete all items before":
  /// it may stand anywhere.
  private static func isDemanded(_ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard let demand = prose.firstWord(of: .demand, in: words) else { return false }
    // "Proceed only if all checks pass" may be about the step above; of boxes it is a rule.
    if ["only", "solo", "sólo", "nur", "seulement"].contains(words[demand]),
      words.contains(where: { ["checks", "check", "tests", "points", "gates"].contains($0) })
    {
      return false
    }
    if times.contains(words[demand])
      || words[demand].hasWideSigns
    {
      return true
    }
    return prose.has(.settled, among: Array(words[demand...]))
  }

  /// "At least 8 of 10 items must pass": which ones is not said.
  private static func shareRule(
    _ sentence: String, _ words: [String]
  ) -> DecisionText.Rule? {
    let prose = ProseWords.standard
    guard prose.has(.settled, among: words), prose.has(.demand, among: words),
      Checkable.hasShare(sentence)
    else { return nil }
    // "Its share is 0% until all items are done" sets no share of them.
    if sentence.holds(" 0%"), sentence.utf8.count(where: { $0 == 0x25 }) == 1 { return nil }
    let isWhole = sentence.holds("100%") && sentence.utf8.count { $0 == 0x25 } == 1
    return isWhole ? .allBoxes : .unclear(sentence)
  }

  /// "Any unchecked item blocks the release."
  private static func forbidsAny(_ words: [String], _ noun: Int) -> Bool {
    let prose = ProseWords.standard
    let isAny = prose.opens(words, with: .any) || words.starts(with: ["a", "single"])
    guard isAny, noun <= 4, let open = prose.firstWord(of: .open, in: words), open < noun else {
      return false
    }
    return words[(noun + 1)...].contains { ["block", "blocks", "nogo", "prevents"].contains($0) }
      || zip(words[noun...], words[(noun + 1)...]).contains { $0 == "no" && $1 == "go" }
  }

  private static func isNear(_ all: Int, _ noun: Int, _ words: [String]) -> Bool {
    let prose = ProseWords.standard
    let following = Array(words[all...].prefix(7))
    return noun == all || prose.has(.box, among: following)
  }

  /// "must be ticked or have a ticket": what else would do nobody can tell.
  private static func hasAlternative(_ words: ArraySlice<String>) -> Bool {
    let rest = Array(words.prefix { !times.contains($0) })
    guard let settled = ProseWords.standard.firstWord(of: .settled, in: rest) else { return false }
    return rest[(settled + 1)...].contains { ["or", "o", "oder", "ou"].contains($0) }
  }

  private static let marks: Set<String> = [
    "marcados", "marcadas", "checked", "ticked", "marked", "abgehakt",
  ]

  /// "Todos los ítems 🔴 marcados como completados", without a word of demand: only where it is a
  /// sentence about marks and begins with "all".
  private static func isStatement(_ sentence: String, _ words: [String]) -> Bool {
    let prose = ProseWords.standard
    guard prose.opens(words, with: .all), words.count <= 12,
      let noun = prose.firstWord(of: .box, in: words)
    else { return false }
    return words[noun...].contains { marks.contains($0) }
  }

  private static func isCritical(_ sentence: String, _ words: [String]) -> Bool {
    if sentence.contains("🔴") || sentence.holds("P0") { return true }
    guard let all = ProseWords.standard.firstWord(of: .all, in: words) else { return false }
    // "Must" demands; it is no mark here.
    let following = words[all...].dropFirst().prefix(6).filter { $0 != "must" }
    return ProseWords.standard.has(.critical, among: following)
  }
}
