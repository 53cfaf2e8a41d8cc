extension Vocabulary {
  /// The kinds of words of outputs and of sentences about them; they are compared as they are printed.
  enum Printed: String {
    case outdating
    case doubting
    case limiting
    case failing
    case fatal
    case undone
    case tested
    case finder
    case framing
    case bare
    case exceeding
    case well
  }

  /// True when `word`, before a text on its line or in the name before a value, makes it a wish or speaks of
  /// another time.
  func outdates(_ word: String) -> Bool { has(word, .outdating) }

  /// True when `word`, before a text on its line, denies it or asks for it.
  func doubts(_ word: String) -> Bool { has(word, .doubting) }

  /// True when `word`, behind a text on its line, limits the text or says otherwise.
  func limits(_ word: String) -> Bool { has(word, .limiting) }

  /// True when `word` says that a thing is not as it should be.
  func isFailing(_ word: String) -> Bool { has(word, .failing) }

  /// True when `word`, near the beginning of a line, says that all is lost.
  func isFatal(_ word: String) -> Bool { has(word, .fatal) }

  /// True when `word` says that something was not done.
  func isUndone(_ word: String) -> Bool { has(word, .undone) }

  /// True for what there was none of, where an output says so: "0 tests".
  func isTested(_ word: String) -> Bool { has(word, .tested) }

  /// True for a program whose success says that it found a text.
  func isFinder(_ word: String) -> Bool { has(word, .finder) }

  /// True when `word`, beside a quoted text, says where or when it comes out.
  func frames(_ word: String) -> Bool { has(word, .framing) }

  /// True when `word`, beside a quoted text, says nothing more.
  func addsNothing(_ word: String) -> Bool { has(word, .bare) }

  /// True when `word`, beside a quoted text, says how much, when, where or how, which no output shows.
  func exceeds(_ word: String) -> Bool { has(word, .exceeding) }

  /// True when `word` names how a thing should be, so that "no" behind it is bad news.
  func isWell(_ word: String) -> Bool { has(word, .well) }

  private func has(_ word: String, _ kind: Printed) -> Bool {
    printed[kind]?.contains(word) == true
  }
}
