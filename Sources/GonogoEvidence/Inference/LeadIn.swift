/// What stands above a blank and says of what or of when it is: the lead-in of its list, the item
/// around it.
package struct LeadIn: Sendable {
  private let meaning: Meaning
  private let words: Set<String>
  private let heading: Meaning
  /// True when it says that the blank asks for no measured value at all ("Filled in by QA").
  let isUnclear: Bool

  /// A lead-in of these texts in the section of this heading; what its heading says goes for
  /// everything in it.
  package init(_ texts: [String] = [], heading: String = "") {
    let vocabulary = Vocabulary.standard
    let meaning = Meaning(Self.withoutParticle(texts.joined(separator: " ")))
    self.meaning = meaning
    self.heading = texts.isEmpty ? Meaning("") : Meaning(heading)
    words = meaning.words.subtracting(vocabulary.forms).subtracting(self.heading.words)
    isUnclear =
      meaning.isNegative || meaning.isGood
      || !meaning.askings.isEmpty
      || !meaning.statuses.subtracting(vocabulary.forms).isSubset(of: self.heading.statuses)
  }

  /// Whether all that it says is said of a value by the value's name or its command, too; what
  /// makes another thing of it must be said by the name.
  func fits(_ candidate: CaptureMatch.Candidate, named name: Meaning) -> Bool {
    let distinctions = meaning.distinctions.subtracting(heading.distinctions)
    return words.isSubset(of: name.words.union(candidate.surroundings.words))
      && distinctions.isSubset(of: name.distinctions)
      && meaning.numbers.isSubset(of: name.numbers.union(heading.numbers))
  }

  /// "Write down:" says of nothing that it is down.
  private static func withoutParticle(_ text: String) -> String {
    guard !text.isEmpty else { return text }
    var words: [String] = []
    WordScan.forEachWord(in: text) { word, _ in
      let isParticle = word == "down" && ["write", "note", "put", "take"].contains(words.last)
      if !isParticle { words.append(word) }
    }
    return words.joined(separator: " ")
  }
}
