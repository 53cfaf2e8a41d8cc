internal import GonogoCore

/// What is known about the words of prose, read from the data file `Words/prose.words`.
struct ProseWords: Sendable {
  /// What a group of phrases is for; the kinds of the data file.
  enum Kind: Int, Sendable, CaseIterable {
    case expected, check, output, result, limit, failure, other
    case shown, outcome, subject, remark, said, state
    case target, actual, criterion
    case reasons, alerts, configured, act, limits, success, signed, passed
    case `case`, about, `if`, failing, deny, well, besides, whether, remedy, fault, fails
    case critical, recommended, all, any, box, demand, settled, `open`, except

    /// The kinds by the names that the data file gives them.
    fileprivate static let named = Dictionary(
      allCases.map { (String(describing: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A phrase of several words, in the chain of those that begin with the same word.
  private struct Phrase {
    let kind: Kind
    /// Its words but for the first.
    let rest: [String]
    let next: Int?
  }

  /// What a word is at the beginning of phrases.
  private struct Opening {
    /// The kinds for which the word alone is a phrase.
    var alone = KindSet()
    /// The first of the longer phrases.
    var longer: Int?
  }

  private var openings: [String: Opening] = [:]
  private var phrases: [Phrase] = []
  /// Phrases in scripts without blanks, which are looked for inside of words.
  private var wide: [Kind: [String]] = [:]

  /// The words that ship with gonogo.
  static let standard = ProseWords(
    parsing: String(decoding: PackageResources.prose_words, as: UTF8.self))

  /// Reads the data file's text; lines of unknown kind are passed over.
  init(parsing text: String) {
    let kinds = Kind.named
    openings.reserveCapacity(text.utf8.count / 24)
    for line in text.utf8.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        let kind = kinds[String(decoding: line[..<colon], as: UTF8.self)]
      else { continue }
      for phrase in line[line.index(after: colon)...].split(separator: UInt8(ascii: "|")) {
        add(WordSplit.letters(in: Substring(phrase)), kind)
      }
    }
  }

  private mutating func add(_ words: [String], _ kind: Kind) {
    guard let first = words.first else { return }
    if words.count == 1 {
      openings[first, default: Opening()].alone.insert(kind)
      if first.unicodeScalars.contains(where: Self.isWide) {
        wide[kind, default: []].append(first)
      }
    } else {
      let next = openings[first]?.longer
      openings[first, default: Opening()].longer = phrases.count
      phrases.append(Phrase(kind: kind, rest: Array(words.dropFirst()), next: next))
    }
  }

  /// True when the whole of `text` is a phrase of the kind.
  func isPhrase(_ text: some StringProtocol, _ kind: Kind) -> Bool {
    kinds(ofPhrase: text).contains(kind)
  }

  /// The kinds of which the whole of `text` is a phrase.
  func kinds(ofPhrase text: some StringProtocol) -> KindSet {
    let words = Self.words(in: text)
    guard let first = words.first, let opening = openings[first] else { return KindSet() }
    if words.count == 1 { return opening.alone }
    var kinds = KindSet()
    var next = opening.longer
    while let index = next {
      let phrase = phrases[index]
      if phrase.rest.elementsEqual(words.dropFirst()) { kinds.insert(phrase.kind) }
      next = phrase.next
    }
    return kinds
  }

  /// True when some words of `text` in a row are a phrase of the kind.
  func has(_ kind: Kind, in text: some StringProtocol) -> Bool {
    firstWord(of: kind, in: Self.words(in: text)) != nil
  }

  /// True when `text` begins with a phrase of the kind.
  func opens(_ text: some StringProtocol, with kind: Kind) -> Bool {
    firstWord(of: kind, in: Self.words(in: text)) == 0
  }

  /// True when some of `words` in a row are a phrase of the kind.
  func has(_ kind: Kind, among words: [String]) -> Bool { firstWord(of: kind, in: words) != nil }

  /// Where the first phrase of the kind begins among `words`, or nil.
  func firstWord(of kind: Kind, in words: [String]) -> Int? {
    words.indices.first { isPhrase(of: kind, at: $0, in: words) || holdsWide(kind, words[$0]) }
  }

  /// True when a phrase of the kind begins at word `start`.
  private func isPhrase(of kind: Kind, at start: Int, in words: [String]) -> Bool {
    guard let opening = openings[words[start]] else { return false }
    if opening.alone.contains(kind) { return true }
    var next = opening.longer
    while let index = next {
      let phrase = phrases[index]
      if phrase.kind == kind, words[(start + 1)...].starts(with: phrase.rest) { return true }
      next = phrase.next
    }
    return false
  }

  private func holdsWide(_ kind: Kind, _ word: String) -> Bool {
    guard word.unicodeScalars.contains(where: Self.isWide), let wide = wide[kind] else {
      return false
    }
    let word = SearchedText(word)
    return wide.contains { word.contains($0) }
  }

  /// The words of a text in lower case: runs of letters.
  static func words(in text: some StringProtocol) -> [String] {
    WordSplit.letters(in: Substring(text))
  }

  /// True for scripts that put no blanks between words.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3000 }
}
