internal import GonogoEvidence

/// What a section says that it checks: its heading, alone and with one of its comments or
/// expectations. Words of several of those say nothing together.
struct SectionSayings {
  private let heading: Meaning
  private var others: [Meaning] = []
  /// Those of the others that have each word.
  private var byWord: [String: [Int]] = [:]
  /// All of them together.
  private(set) var whole: Meaning

  /// Only the heading.
  init(heading: Meaning) {
    self.heading = heading
    whole = heading
  }

  /// Adds the label of a command or an expectation.
  mutating func add(_ meaning: Meaning) {
    if meaning.words.isEmpty { return }
    for word in meaning.words { byWord[word, default: []].append(others.count) }
    others.append(meaning)
    whole.add(meaning)
  }

  /// The first saying that says just what `sentence` speaks of, or nil.
  func saying(just sentence: Meaning) -> Meaning? {
    let more = sentence.words.subtracting(heading.words)
    // What the heading says too much alone it says with any comment.
    guard let word = more.min() else { return heading.saysJust(sentence) ? heading : nil }
    return byWord[word]?.lazy.map { heading.adding(others[$0]) }.first { $0.saysJust(sentence) }
  }
}
