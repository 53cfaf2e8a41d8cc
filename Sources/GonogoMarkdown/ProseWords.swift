internal import GonogoCore

/// What is known about the words of prose, read from the data file `Words/prose.words`.
struct ProseWords: Sendable {
  /// What a group of phrases is for; the kinds of the data file.
  enum Kind: String, Sendable, CaseIterable {
    case expected, check, output, result, limit, failure, other
    case shown, outcome, subject, remark, said, state
    case target, actual, criterion
    case reasons, alerts, configured, act, limits, success, signed, passed
    case `case`, about, `if`, failing, deny, well, besides, whether, remedy, fault, fails
    case critical, recommended, all, any, box, demand, settled, `open`, except
  }

  private var phrases: [Kind: Set<String>] = [:]
  /// Phrases in scripts without blanks, which are looked for inside of words.
  private var wide: [Kind: [String]] = [:]
  private var longest: [Kind: Int] = [:]

  /// The words that ship with gonogo.
  static let standard = ProseWords(
    parsing: String(decoding: PackageResources.prose_words, as: UTF8.self))

  /// Reads the data file's text; lines of unknown kind are passed over.
  init(parsing text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      guard let colon = line.firstIndex(of: ":"), let kind = Kind(rawValue: String(line[..<colon]))
      else { continue }
      for phrase in line[line.index(after: colon)...].split(separator: "|") {
        let words = Self.words(in: phrase)
        guard !words.isEmpty else { continue }
        phrases[kind, default: []].insert(words.joined(separator: " "))
        longest[kind] = max(longest[kind] ?? 0, words.count)
        if words.count == 1, words[0].unicodeScalars.contains(where: Self.isWide) {
          wide[kind, default: []].append(words[0])
        }
      }
    }
  }

  /// True when the whole of `text` is a phrase of the kind.
  func isPhrase(_ text: some StringProtocol, _ kind: Kind) -> Bool {
    phrases[kind]?.contains(Self.words(in: text).joined(separator: " ")) ?? false
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
    guard let known = phrases[kind], let longest = longest[kind] else { return nil }
    let wide = wide[kind] ?? []
    for start in words.indices {
      var phrase = ""
      for word in words[start...].prefix(longest) {
        phrase += phrase.isEmpty ? word : " " + word
        if known.contains(phrase) { return start }
      }
      if words[start].unicodeScalars.contains(where: Self.isWide),
        wide.contains(where: { words[start].contains($0) })
      {
        return start
      }
    }
    return nil
  }

  /// The words of a text in lower case: runs of letters.
  static func words(in text: some StringProtocol) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// True for scripts that put no blanks between words.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3000 }
}
