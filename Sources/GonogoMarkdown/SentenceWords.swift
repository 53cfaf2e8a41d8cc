/// The words of a sentence, and the kinds of the phrases among them, found in one pass.
struct SentenceWords {
  let text: String
  let words: [String]
  private var anywhere = KindSet()
  private var opening = KindSet()

  init(_ text: some StringProtocol) {
    self.text = String(text)
    words = ProseWords.words(in: text)
    for place in words.indices {
      let found = ProseWords.standard.kinds(at: place, of: words)
      if place == 0 { opening = found }
      anywhere.formUnion(found)
    }
  }

  /// True when some words in a row are a phrase of the kind.
  func has(_ kind: ProseWords.Kind) -> Bool {
    anywhere.contains(kind)
      || words.contains { ProseWords.standard.holdsWide(kind, $0) }
  }

  /// True when it begins with a phrase of the kind.
  func opens(with kind: ProseWords.Kind) -> Bool {
    guard let first = words.first else { return false }
    return opening.contains(kind) || ProseWords.standard.holdsWide(kind, first)
  }

  /// True when the words up to its first colon, dash or bracket are a phrase of the kind.
  func isLabelled(_ kind: ProseWords.Kind) -> Bool {
    let label = text.drop { !$0.isLetter }.prefix { !":：-–—([（!！".contains($0) }
    return ProseWords.standard.isPhrase(label, kind)
  }

  /// True when it leads to what stands below it.
  var endsInColon: Bool { text.hasSuffix(":") || text.hasSuffix("：") }
}
