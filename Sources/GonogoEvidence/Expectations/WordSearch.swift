/// Looks for a single word that any program may print, such as `ready` or `0`: it must be all that a
/// line says, or the value behind a name, and nothing printed beside it may speak of an error.
struct WordSearch {
  private let word: String
  private let others: Set<String>

  /// A search for `word`, which may share its line with others of `texts`.
  init(_ word: String, beside texts: [String]) {
    self.word = word
    others = Set(texts)
  }

  /// True for letters alone and digits alone: a name with other signs in it is said of one thing.
  static func isBare(_ text: String) -> Bool {
    !text.isEmpty && (text.allSatisfy(\.isLetter) || text.allSatisfy(\.isNumber))
  }

  /// Looks through all lines of all outputs; takes linear time.
  func find(in outputs: [String]) -> TextSearch.Finding {
    let trouble = TroubleWords(expected: word)
    var isFound = false
    var isTroubled = false
    var values: [String: Set<String>] = [:]
    for output in outputs {
      for line in output.split(whereSeparator: \.isNewline) {
        isFound = isFound || stands(in: line)
        isTroubled = isTroubled || trouble.isFound(in: String(line)) || denies(in: line)
        if let (name, value) = Self.pair(line) { values[name, default: []].insert(value) }
        isTroubled = isTroubled || LineContext.namesFailing(line, besides: word)
      }
    }
    // "web1: ready" above "web2: starting".
    if isFound, values.values.contains(where: { $0.contains(word) && $0.count > 1 }) {
      return .doubtful("is there, and another line says otherwise")
    }
    if isFound {
      return isTroubled ? .doubtful("is there, and so is a word that denies it") : .found
    }
    // The same looking for it anywhere: then it is there, with something else on its line.
    if case .missing = TextSearch.find(word, in: outputs) { return .missing }
    return .doubtful("does not stand alone")
  }

  /// "not ready".
  private func denies(in line: Substring) -> Bool {
    let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    return zip(words, words.dropFirst()).contains { before, word in
      word == self.word && Vocabulary.standard.negations.contains(before.lowercased())
    }
  }

  /// The name of a line without its numbers, and its value: the same of "web1: ready" and "web2: ready".
  private static func pair(_ line: Substring) -> (name: String, value: String)? {
    let line = bare(line)
    guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
    let name = line[..<sign].lowercased().filter { $0.isLetter }
    guard line[..<sign].contains(where: \.isNumber), !name.isEmpty else { return nil }
    return (name, String(bare(line[line.index(after: sign)...])))
  }

  private func stands(in line: Substring) -> Bool {
    let line = Self.bare(line)
    if line == word { return true }
    if others.count > 1 {
      let parts = line.split { $0.isWhitespace || $0 == "," }.map { String(Self.bare($0)) }
      if parts.contains(word), parts.allSatisfy(others.contains) { return true }
    }
    guard let sign = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
    let name = line[..<sign].lowercased().split { !$0.isLetter && !$0.isNumber }
    let value = Self.bare(line[line.index(after: sign)...])
    return value == word && (1...4).contains(name.count)
      && !name.contains {
        Vocabulary.standard.isPrinted(String($0), .outdating) || $0 == word.lowercased()
      }
      && !name.contains { Vocabulary.standard.negations.contains(String($0)) }
  }

  /// Without quotation marks, brackets, ticks, a list's dash and a final stop.
  private static func bare(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace || "\"'`([{*•✓✔✅".contains(first) {
      text.removeFirst()
    }
    if text.hasPrefix("- ") { text = text.dropFirst(2).drop { $0.isWhitespace } }
    while let last = text.last, last.isWhitespace || "\"'`)]}*.,!;✓✔✅".contains(last) {
      text.removeLast()
    }
    return text
  }
}
