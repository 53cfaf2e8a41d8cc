extension Vocabulary {
  /// The kinds of words of outputs and of sentences about them; they are compared as they are printed.
  enum Printed: String {
    /// Before a text on its line or in the name before a value: makes it a wish or speaks of another time.
    case outdating
    /// Before a text on its line: denies it or asks for it.
    case doubting
    /// Behind a text on its line: limits the text or says otherwise.
    case limiting
    /// Says that a thing is not as it should be.
    case failing
    /// Near the beginning of a line: says that all is lost.
    case fatal
    /// Says that something was not done.
    case undone
    /// Before "1 of 3": only counts what is being done.
    case counting
    /// What there was none of, where an output says so: "0 tests".
    case tested
    /// What is counted where something is looked at: "requests: 0".
    case looked
    /// A program whose success says that it found a text.
    case finder
    /// Beside a quoted text: says where or when it comes out.
    case framing
    /// Beside a quoted text: says nothing more.
    case bare
    /// Beside a quoted text: says how much, when, where or how, which no output shows.
    case exceeding
    /// Names how a thing should be, so that "no" behind it is bad news.
    case well
  }

  /// True when `word` is of the kind.
  func isPrinted(_ word: String, _ kind: Printed) -> Bool { printed[kind]?.contains(word) == true }
}
