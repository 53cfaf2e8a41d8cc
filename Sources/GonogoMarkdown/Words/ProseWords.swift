internal import GonogoCore

/// What is known about the words of prose, read from the data file `Words/prose.words`.
struct ProseWords: Sendable {
  /// What a group of phrases is for; the kinds of the data file.
  enum Kind: String, Sendable, CaseIterable {
    case expected, check, output, result, limit, failure, other
    case shown, outcome, subject, remark, holding, said, state
    case target, actual, criterion
    case reasons, alerts, configured, act, limits, success, signed, passed, deemed, gate, vow,
      ready
    case `case`, about, `if`, failing, deny, well, besides, whether, remedy, fault, fails, some,
      ailing, onwards, copied
    case troubles, looking, usedCommands
    case closes, settledChecks, gateMember, below
    case skipped, perhaps, made, asking, wanting, tracked, generated, adapt, specify
    case only, pointing, undoing, usable, obsolete, oneOfSeveral, amiss, otherwise, mending,
      platform
    case probe, probeThat, sureOf, settledState, alike, instead, testCase, proof, passing, `none`,
      ills
    case whereabouts, severity, sign, example, worked, printed
    case badExample, forbidden, unlessGiven, unsure, restricted, elsewhere
    case condition, conditionEnd, denial, adverse, whenOrWhere, baseline, action, tier, fine, worst
    case seen, silent, stated, urged, obliged
    case handed, inspected, ownOutput, place, neverSeen
    case program, reminding, replacing, concluding, concluded, judging
    case critical, recommended, all, any, box, demand, need, settled, `open`, except

    case wrongMark, banning, executing, disabled, byHand, pastRun, otherRuns, optionalStep, limited
    case undone, later, afterGo, approving, awaiting, exceeding
    case notDone, sideOpening, sideTitle, restoring, system
    case noFurther, haltHere, haltAndTell, halting, afterHalt, goOnOnly, beforeGoing, pausing,
      aforesaid
    case stopList

    /// Its place among all kinds. Cases without values are kept as their number, in one byte (Swift's
    /// ABI, `TypeLayout`); a table would say the same more slowly.
    var number: UInt8 { unsafe unsafeBitCast(self, to: UInt8.self) }
  }

  private var trie: WordTrie
  /// The kinds of which the words that lead to each node are a phrase.
  private var kinds = [KindSet()]
  /// Phrases in scripts without blanks, which are looked for inside of words.
  private var wide: [Kind: [String]] = [:]
  /// Beginnings of words, written with a star: `abort*`.
  private var stems: [Kind: [String]] = [:]

  /// The words that ship with gonogo.
  static let standard = ProseWords(parsing: PackageResources.prose_words)

  /// Reads the data file's text; lines of unknown kind are passed over.
  init(parsing list: [UInt8]) {
    trie = WordTrie(reserving: 8192, of: list)
    kinds.reserveCapacity(8192)
    let colon = UInt8(ascii: ":")
    let bar = UInt8(ascii: "|")
    var lines = ListedLines(list)
    while let name = lines.next(before: colon) {
      guard let kind = Kind(rawValue: name) else { continue }
      repeat {
        lines.place += 1
        let start = lines.place
        let phrase = trie.insertPhrase(at: &lines.place, before: bar, signsAreWords: false)
        if let phrase {
          add(phrase, list[start..<lines.place], kind)
        } else {
          add(list[start..<lines.place], kind)
        }
      } while lines.stands(at: bar)
    }
  }

  private mutating func add(
    _ phrase: ListedPhrase, _ spelling: ArraySlice<UInt8>, _ kind: Kind
  ) {
    add(phrase.node, kind)
    guard phrase.hasSigns, phrase.wordCount == 1 else { return }
    let word = String(decoding: spelling, as: UTF8.self)
    wide[kind, default: []].append(word.filter { $0 != " " })
  }

  /// Adds a phrase that is not plain.
  private mutating func add(_ phrase: ArraySlice<UInt8>, _ kind: Kind) {
    if let star = phrase.lastIndex(of: UInt8(ascii: "*")) {
      let stem = phrase[..<star].drop { $0 == 0x20 }
      stems[kind, default: []].append(String(decoding: stem, as: UTF8.self))
      return
    }
    let words = Self.words(in: Substring(decoding: phrase, as: UTF8.self))
    add(words.reduce(WordTrie.root) { trie.insert($1, after: $0) }, kind)
    if words.count == 1, words[0].hasWideSigns {
      wide[kind, default: []].append(words[0])
    }
  }

  private mutating func add(_ node: Int, _ kind: Kind) {
    guard node != WordTrie.root else { return }
    while kinds.count < trie.nodeCount { kinds.append(KindSet()) }
    kinds[node].insert(kind)
  }

  /// True when the whole of `text` is a phrase of the kind.
  func isPhrase(_ text: some StringProtocol, _ kind: Kind) -> Bool {
    kinds(ofPhrase: text).contains(kind)
  }

  /// The kinds of which the whole of `text` is a phrase.
  func kinds(ofPhrase text: some StringProtocol) -> KindSet {
    let words = Self.words(in: text)
    var node = WordTrie.root
    for word in words {
      guard let next = trie.next(after: node, word) else { return KindSet() }
      node = next
    }
    return kinds[node]
  }

  /// True when some words of `text` in a row are a phrase of the kind.
  func has(_ kind: Kind, in text: some StringProtocol) -> Bool {
    firstWord(of: kind, in: Self.words(in: text)) != nil
  }

  /// True when `text` begins with a phrase of the kind.
  func opens(_ text: some StringProtocol, with kind: Kind) -> Bool {
    opens(Self.words(in: text), with: kind)
  }

  /// True when `words` begin with a phrase of the kind.
  func opens(_ words: [String], with kind: Kind) -> Bool {
    guard let first = words.first else { return false }
    return isPhrase(of: kind, at: 0, in: words) || holdsWide(kind, first)
  }

  /// True when some of `words` in a row are a phrase of the kind.
  func has(_ kind: Kind, among words: [String]) -> Bool { firstWord(of: kind, in: words) != nil }

  /// True when some of `words` begins with a stem of the kind.
  func hasStem(_ kind: Kind, among words: [String]) -> Bool {
    guard let stems = stems[kind] else { return false }
    return words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// The phrases of the kind in scripts without blanks.
  func endings(_ kind: Kind) -> [String] { wide[kind] ?? [] }

  /// Where the first phrase of the kind begins among `words`, or nil.
  func firstWord(of kind: Kind, in words: [String]) -> Int? {
    words.indices.first { isPhrase(of: kind, at: $0, in: words) || holdsWide(kind, words[$0]) }
  }

  /// How many of `words` the longest phrase of the kind takes with which they begin, or nil.
  func length(of kind: Kind, opening words: [String]) -> Int? {
    var node = WordTrie.root
    var length: Int?
    for (place, word) in words.enumerated() {
      guard let next = trie.next(after: node, word) else { break }
      if kinds[next].contains(kind) { length = place + 1 }
      node = next
    }
    return length ?? words.first.flatMap { holdsWide(kind, $0) ? 1 : nil }
  }

  /// True when a phrase of the kind begins at word `start`.
  private func isPhrase(of kind: Kind, at start: Int, in words: [String]) -> Bool {
    var node = WordTrie.root
    for word in words[start...] {
      guard let next = trie.next(after: node, word) else { return false }
      if kinds[next].contains(kind) { return true }
      node = next
    }
    return false
  }

  /// The kinds of the phrases that begin at word `start`.
  func kinds(at start: Int, of words: [String]) -> KindSet {
    var found = KindSet()
    var node = WordTrie.root
    for word in words[start...] {
      guard let next = trie.next(after: node, word) else { break }
      found.formUnion(kinds[next])
      node = next
    }
    return found
  }

  /// True when a word in a script without blanks holds a phrase of the kind.
  func holdsWide(_ kind: Kind, _ word: String) -> Bool {
    guard word.hasWideSigns, let wide = wide[kind] else {
      return false
    }
    let word = SearchedText(word)
    return wide.contains { word.contains($0) }
  }

  /// The words of a text in lower case: runs of letters.
  static func words(in text: some StringProtocol) -> [String] {
    WordSplit.letters(in: Substring(text))
  }
}
