/// A sentence that asks to make sure of something: "Verify that the pods are running by using `x`."
enum ProbeSentence {
  /// True when it opens with words such as "Make sure that" and needs no colon before the block that
  /// shows how.
  static func demands(_ sentence: String) -> Bool {
    ProseWords.standard.firstWord(of: .probeThat, in: ProseWords.words(in: sentence)) == 0
  }

  /// True when it ends with how something is: "… that the pods are healthy".
  static func statesOutcome(_ sentence: String) -> Bool {
    var words = ProseWords.words(in: sentence)
    // Portuguese makes sure of itself ("certifique-se de que"), which is no "if".
    if words.starts(with: ["certifique", "se"]) { words.removeFirst(2) }
    let isWide = sentence.opensWide
    guard words.count <= 25, words.count > 2 || isWide, !words.contains("whether") else {
      return false
    }
    let prose = ProseWords.standard
    guard prose.has(.settledState, among: Array(words.suffix(5))) else { return false }
    // "Prüfen Sie, ob …": whether, which German says with a word of its own.
    return prose.firstWord(of: .if, in: words) == nil
  }

  /// "Verify no errors in the logs", "ensure that there are no conflicts".
  static func deniesIlls(_ sentence: String) -> Bool {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    guard words.count <= 16, prose.firstWord(of: .if, in: words) == nil,
      let none = prose.firstWord(of: .none, in: words), none <= 5
    else { return false }
    return prose.has(.ills, among: Array(words[none...].prefix(5)))
  }

  /// The sentence without the words for what it is checked with, and without its final stop.
  static func withoutMeans(_ sentence: String) -> String {
    var words = sentence.split(separator: " ")
    dropTool(&words)
    if let end = tail(words) { words.removeSubrange(end...) }
    var text = withoutAside(words.joined(separator: " "))[...]
    while let last = text.last, ".,:：。，".contains(last) { text = text.dropLast() }
    return String(text)
  }

  /// The text without a remark in parentheses that closes it.
  private static func withoutAside(_ text: String) -> String {
    var plain = text[...]
    while let last = plain.last, ".: ".contains(last) { plain = plain.dropLast() }
    guard plain.last == ")", let open = plain.lastIndex(of: "("), open > plain.startIndex else {
      return text
    }
    return String(ChecklistBuilder.trimmed(plain[..<open]))
  }

  /// "mit dem `kubectl get`-Befehl" in the middle of a German sentence.
  private static func dropTool(_ words: inout [Substring]) {
    guard let start = words.indices.first(where: { means.contains(words[$0].lowercased()) }),
      start > 0
    else { return }
    let reach = words[start...].prefix(9)
    guard
      let end = reach.indices.last(where: { index in
        let word = words[index].lowercased().filter(\.isLetter)
        return index > start && tools.contains { word.hasSuffix($0) }
      })
    else { return }
    words.removeSubrange(start...end)
  }

  private static let means: Set<String> = ["mit", "mithilfe", "anhand"]
  private static let tools = ["befehl", "befehls", "befehle", "befehlen", "kommando", "skript"]

  /// Where words such as "by running …" begin, behind what is stated.
  private static func tail(_ words: [Substring]) -> Int? {
    let keys = words.map { word in
      word.lowercased().filter { $0.isLetter || $0 == "'" || $0 == "’" }
    }
    return keys.indices.dropFirst(3).first { index in
      // "The pods are using the new image" says how they are.
      guard !beings.contains(keys[index - 1]) else { return false }
      if singles.contains(keys[index]) { return true }
      return index + 1 < keys.count && pairs.contains(keys[index] + " " + keys[index + 1])
    }
  }

  private static let beings = WordList.words("ProbeSentence.beings")
  private static let singles: Set<String> = [
    "using", "indem", "mediante", "usando", "utilizando", "ejecutando", "executando",
  ]
  private static let pairs = WordList.words("ProbeSentence.pairs")
}
