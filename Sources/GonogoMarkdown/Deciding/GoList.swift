internal import GonogoCore

/// What the words over a GO list say of it: only "GO if all" and "GO criteria" and the like say
/// that it is all a GO needs.
enum GoList {
  /// How much of what a GO needs a list holds.
  enum Demand {
    /// It says that it is all of it.
    case all
    /// Any or some entry of it would do.
    case some
    /// It is what a conditional GO needs.
    case conditional
    /// What else is needed is not said.
    case more
  }

  /// Reads `words`, the words of a heading or lead-in that names GO.
  static func demand(of words: [String]) -> Demand {
    if isConditional(words) { return .conditional }
    guard let index = words.firstIndex(where: Polarity.isDecision), words[index] == "go" else {
      return .more
    }
    let rest = words[(index + 1)...].prefix { !Polarity.isDecision($0) }
    if rest.contains(where: { somes.contains($0) }) { return .some }
    let counts = rest.contains { alls.contains($0) }
    if isWide(words) { return .all }
    let isPlain =
      words[..<index].allSatisfy { openers.contains($0) || $0.allSatisfy(\.isNumber) }
      && rest.allSatisfy {
        plain.contains($0) || alls.contains($0) || nouns.contains($0)
          || counts && $0.allSatisfy(\.isNumber)
      }
    let isWhole =
      rest.contains { alls.contains($0) || nouns.contains($0) }
      || words[..<index].contains { nouns.contains($0) }
    return isPlain && isWhole ? .all : .more
  }

  /// True for 满足全部条件则 GO and the like.
  static func isWide(_ words: [String]) -> Bool {
    words.count == 2 && words[1] == "go" && isWideAll(words[0])
  }

  /// True for "if all conditions are met" in a script without blanks (满足全部条件则, すべて満たせば), and
  /// nothing more.
  private static func isWideAll(_ word: String) -> Bool {
    guard word.utf8.count <= 60, let end = wideEnds.first(where: { word.hasSuffix($0) }),
      wideAlls.contains(where: { word.holds($0) })
    else { return false }
    var rest = String(word.dropLast(end.count))
    for part in wideAlls + wideParts { rest = rest.replacingAll(part, with: "") }
    return rest.isEmpty
  }

  private static let wideEnds = ["则", "則", "时", "時", "なら", "ならば", "場合", "せば", "れば"]
  private static let wideAlls = ["全部", "所有", "すべて", "全て", "全項目", "全条件"]
  private static let wideParts = [
    "满足", "滿足", "符合", "通过", "通過", "条件", "條件", "都", "均", "以下", "下列", "上述", "次の", "項目",
    "満たした", "満たす", "満た", "当てはまる", "当てはま", "合格した", "合格", "が", "を", "の", "に", "は", "も", "当",
  ]

  /// True for the word GO alone, numbered or not.
  static func isBare(_ words: [String]) -> Bool {
    words.filter { !$0.allSatisfy(\.isNumber) } == ["go"]
  }

  /// "CONDITIONAL GO criteria", "GO with conditions".
  static func isConditional(_ words: [String]) -> Bool {
    guard let index = words.firstIndex(of: "go"), words.count <= 12, !words.contains("nogo") else {
      return false
    }
    if index > 0, conditionals.contains(words[index - 1]) { return isOverList(words) }
    let rest = Array(words[(index + 1)...].prefix(2))
    if let first = rest.first, conditionals.contains(first) { return isOverList(words) }
    return rest.count == 2 && withs.contains(rest[0]) && nouns.contains(rest[1])
  }

  /// True for the words of "CONDITIONAL GO" and no others.
  static func namesConditional(_ words: [String]) -> Bool {
    words.count == 2 && words.contains("go") && words.contains { conditionals.contains($0) }
  }

  private static func isOverList(_ words: [String]) -> Bool {
    words.contains { nouns.contains($0) || links.contains($0) }
  }

  private static let links: Set<String> = [
    "if", "when", "once", "wenn", "falls", "si", "se", "quand", "cuando", "quando",
  ]
  private static let plain = links.union([
    "of", "the", "these", "those", "following", "below", "items", "checks", "points", "boxes",
    "is", "are", "hold", "holds", "apply", "applies", "true", "met", "satisfied", "ticked",
    "checked", "pass", "passed", "and", "else", "otherwise", "erfüllt", "sind", "punkte", "diese",
    "folgenden", "se", "cumple", "cumplen", "los", "las", "estos", "estas", "siguientes", "sont",
    "vrais", "ces", "suivants",
  ])
  private static let alls: Set<String> = [
    "all", "every", "each", "alle", "alles", "todo", "todos", "todas", "tous", "toutes", "tout",
  ]
  private static let nouns = WordList.words("GoList.nouns")
  /// What may stand before the word GO of a list of the document.
  private static let openers: Set<String> = nouns.union([
    "a", "b", "c", "d", "the", "for", "de", "del", "für", "ein", "un", "pour", "le",
  ])
  private static let somes = WordList.words("GoList.somes")
  private static let conditionals = WordList.words("GoList.conditionals")
  private static let withs: Set<String> = ["with", "under", "con", "mit", "unter", "avec", "com"]
}
