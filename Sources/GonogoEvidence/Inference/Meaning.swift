/// The words of a sentence or a name that count when it is compared with another.
package struct Meaning: Sendable, Equatable {
  /// The normalised content words.
  package private(set) var words: Set<String>
  /// True when the sentence says that something is not so, or is wrong.
  package let isNegative: Bool
  /// The numbers in it, which name things ("node 2") as words do.
  package private(set) var numbers: Set<String>
  /// True when it speaks of something having gone well ("passed tests").
  package let isGood: Bool
  /// Those words that make another thing of what they stand with ("idle connections"), also where
  /// they do not count otherwise.
  let distinctions: Set<String>
  /// The words that say how something is or which one ("verified users"): they are no words of the
  /// comparison, and whatever has them is another thing than what has not.
  private(set) var statuses: Set<String> = []
  /// The words by which a label asks for a person, a time, a wish or a rate.
  private(set) var askings: Set<String> = []
  /// The words that open it and only say what to do about the rest ("Verify that").
  package let errands: Set<String>
  /// How the sentence spells each of its words.
  private var spellings: [String: String]

  /// Reads `text`: sentences, headings and names such as `avg_duration_seconds`.
  package init(_ text: some StringProtocol, _ vocabulary: Vocabulary = .standard) {
    var words: Set<String> = []
    var spellings: [String: String] = [:]
    var numbers: Set<String> = []
    var isNegative = false
    var isGood = false
    var distinctions: Set<String> = []
    var statuses: Set<String> = []
    var askings: Set<String> = []
    var errands: Set<String> = []
    var isOpening = true
    WordScan.forEachWord(in: text) { word, isNumber in
      let role = vocabulary.role(of: word)
      if isOpening, role == .errand {
        errands.insert(vocabulary.key(of: word))
        return
      }
      if !isNumber { isOpening = false }
      if vocabulary.isDistinct(word) { distinctions.insert(vocabulary.key(of: word)) }
      switch role {
      case .turning: isNegative.toggle()
      case .good: isGood = true
      case .silent: break
      case .asking: askings.insert(word)
      case .status, .errand: statuses.insert(vocabulary.key(of: word))
      case nil:
        if isNumber {
          numbers.insert(word)
          return
        }
        let key = vocabulary.key(of: word)
        if words.insert(key).inserted, key != word { spellings[key] = word }
      }
    }
    self.words = words
    self.numbers = numbers
    self.isNegative = isNegative
    self.isGood = isGood
    self.distinctions = distinctions
    self.statuses = statuses
    self.askings = askings
    self.errands = errands
    self.spellings = spellings
  }

  /// True when it says how something is, or which one, or asks for something else.
  package var isQualified: Bool {
    isNegative || isGood || !statuses.isEmpty || !askings.isEmpty || !distinctions.isEmpty
  }

  /// True when its words pick some of what it names: "new tests", "idle connections".
  var isSelective: Bool { !statuses.isEmpty || !distinctions.isEmpty }

  /// True when it names all that `sentence` speaks of, and nothing more: "Disable the smoke tests" and
  /// "Smoke tests (staging)" are other things than smoke tests. Words that only say that this is a part
  /// of a document, or that something is run and looked at, are no more, nor is one of `names`.
  package func saysJust(_ sentence: Meaning, besides names: Set<String> = []) -> Bool {
    guard sentence.words.isSubset(of: words) else { return false }
    let vocabulary = Vocabulary.standard
    let known = sentence.statuses.union(vocabulary.checking).union(vocabulary.forms)
    guard statuses.subtracting(known).isSubset(of: vocabulary.beside) else { return false }
    let more = words.subtracting(sentence.words).subtracting(vocabulary.plain)
    if more.isEmpty { return true }
    return more.count == 1 && more.isSubset(of: names)
  }

  /// These of its words as it spells them, sorted.
  package func spelled(_ words: some Sequence<String>) -> [String] {
    words.map { spellings[$0] ?? $0 }.sorted()
  }

  /// The same words, with the status words of `body` alone: a label that opens a sentence
  /// ("Expected:") says nothing of what the sentence is about.
  func stating(_ body: Meaning) -> Meaning {
    var meaning = self
    meaning.statuses = body.statuses
    return meaning
  }

  /// What a command speaks of: its words, and what its programs are known to be about.
  package init(command text: String) {
    self.init(text)
    let spoken = Vocabulary.standard.spoken
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    for (index, word) in words.enumerated() {
      guard let name = word.split(separator: "/").last.map(String.init) else { continue }
      if let topic = spoken[name] { add(Meaning(topic)) }
      if index + 1 < words.count, let topic = spoken["\(name) \(words[index + 1])"] {
        add(Meaning(topic))
      }
    }
  }

  /// This meaning with the words of another added.
  package func adding(_ other: Meaning) -> Meaning {
    var sum = self
    sum.add(other)
    return sum
  }

  /// Adds the words of another.
  package mutating func add(_ other: Meaning) {
    for word in other.words where words.insert(word).inserted {
      if let spelling = other.spellings[word] { spellings[word] = spelling }
    }
    numbers.formUnion(other.numbers)
  }
}
