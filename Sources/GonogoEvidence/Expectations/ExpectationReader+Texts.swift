import GonogoCore

extension ExpectationReader {
  /// A word beside a quoted text that says more than that it comes out: "on all hosts", "with a date of
  /// today", "as the last line"; nil when there is none.
  func word(besideText core: SentenceCore) -> String? {
    let text = core.tokens.last { index in
      if case .code = tokens[index].kind { return true }
      return tokens[index].kind == .quote
    }
    for index in tokens.indices where index >= start && tokens[index].kind == .word {
      let key = tokens[index].key
      if Self.plainWords.contains(key) || !key.contains(where: \.isLetter) { continue }
      if sentence.phrase(.label, at: index) != nil || sentence.phrase(.returns, at: index) != nil
        || sentence.phrase(.result, at: index) != nil || sentence.phrase(.run, at: index) != nil
      {
        continue
      }
      // "Search without a hit: shows “Nothing here”" says where it is looked at.
      let isPlace = Self.prepositions.contains(key) && text.map { index > $0 } == true
      if isPlace || Self.moreWords.contains(key) { return sentence.text(index..<index + 1) }
    }
    return nil
  }

  private static let prepositions: Set<String> = [
    "with", "without", "from", "on", "since", "until", "after", "before", "during", "while",
    "ohne", "auf", "sin", "sans",
  ]

  private static let plainWords: Set<String> = [
    "in", "the", "a", "an", "of", "it", "is", "be", "to",
  ]

  /// Words of quantity, time, place and manner that no text in an output shows.
  private static let moreWords: Set<String> = [
    "all", "every", "each", "both", "everywhere", "twice", "times", "always", "only", "just",
    "nothing",
    "exactly", "once", "today", "yesterday", "recent", "recently", "fresh", "current", "new",
    "latest",
    "last", "first", "end", "start", "top", "bottom", "final",
    "right", "correct", "same", "matching",
    "production", "staging", "replica", "standby", "primary", "grafana", "kibana", "prometheus",
    "dashboard", "browser", "app", "ui", "mistake", "again", "still", "audit",
    "alle", "allen", "jede", "jeder", "jedem", "beide", "beiden", "heute", "immer", "nur", "letzte",
    "aktuelle", "todos", "todas", "cada", "ambos", "hoy", "siempre", "solo", "último",
    "última", "tous", "toutes", "chaque", "deux", "toujours", "dernier", "dernière",
  ]
}
