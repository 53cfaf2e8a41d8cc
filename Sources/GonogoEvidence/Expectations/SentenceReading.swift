package import GonogoCore

/// Everything that is read out of one sentence, taken apart once.
package struct SentenceReading: Sendable {
  /// What it says must hold.
  package let whole: ExpectationReader.Reading
  /// What it states as far as people are shown it; nothing is decided by more than `whole`.
  package let shown: Assertion?
  /// What it states about numbers, whatever else it says.
  package let limit: ThresholdReader.Reading
  /// What it speaks of: its words without what it states, and without those that any command has.
  package let subject: Set<String>
  /// The numbers beside those words ("node 2").
  package let numbers: Set<String>

  /// Reads `text`; see `ExpectationReader.read`.
  package init(
    _ text: String, codes: [String] = [], sample: Claim.Sample? = nil, isTrigger: Bool = false,
    isLabelled: Bool = false
  ) {
    guard text.utf8.count <= Sentence.longest else {
      whole = .unclear("it is too long for one statement")
      limit = .none
      shown = nil
      subject = []
      numbers = []
      return
    }
    let reader = ExpectationReader(
      Sentence(text, codes: codes), isTrigger: isTrigger, isLabelled: isLabelled)
    whole = sample.map(reader.reading) ?? reader.reading()
    limit = reader.limitReading
    guard case .assertion(let assertion) = whole else {
      let second = ShownReading(reader)
      shown = sample.map(second.assertion) ?? second.assertion
      subject = []
      numbers = []
      return
    }
    shown = assertion
    var meaning = Meaning(reader.spelled(sample == nil ? reader.rest : []))
    if case .all(let noun, _) = assertion { meaning = meaning.adding(Meaning(noun)) }
    subject = meaning.words.subtracting(Vocabulary.standard.generic)
    numbers = meaning.numbers
  }
}
