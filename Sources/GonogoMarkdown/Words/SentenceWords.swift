/// The words of a sentence, and the kinds of the phrases among them, found in one pass.
struct SentenceWords {
  let text: String
  let words: [String]
  private var anywhere = KindSet()
  private var opening = KindSet()
  /// The words in scripts without blanks, inside of which phrases are looked for.
  private let wide: [String]

  init(_ text: some StringProtocol) {
    self.text = String(text)
    words = ProseWords.words(in: text)
    wide =
      self.text.hasWideSigns
      ? words.filter { $0.hasWideSigns } : []
    for place in words.indices {
      let found = ProseWords.standard.kinds(at: place, of: words)
      if place == 0 { opening = found }
      anywhere.formUnion(found)
    }
  }

  /// True when some words in a row are a phrase of the kind.
  func has(_ kind: ProseWords.Kind) -> Bool {
    anywhere.contains(kind) || wide.contains { ProseWords.standard.holdsWide(kind, $0) }
  }

  /// True when it begins with a phrase of the kind.
  func opens(with kind: ProseWords.Kind) -> Bool {
    guard let first = words.first else { return false }
    return opening.contains(kind)
      || !wide.isEmpty && ProseWords.standard.holdsWide(kind, first)
  }

  /// True when the words up to its first colon, dash or bracket are a phrase of the kind.
  func isLabelled(_ kind: ProseWords.Kind) -> Bool {
    label.map { ProseWords.standard.isPhrase($0, kind) } ?? false
  }

  /// The text up to the first sign behind a word that ends a label; nil where that is far.
  private var label: Substring? {
    var isOpen = false
    var count = 0
    for place in text.unicodeScalars.indices {
      count += 1
      guard count <= Self.longestLabel else { return nil }
      switch text.unicodeScalars[place].value {
      case 0x3A, 0x2D, 0x28, 0x5B, 0x21, 0xFF1A, 0x2013, 0x2014, 0xFF08, 0xFF01:
        if isOpen { return text[..<place] }
      case 0x41...0x5A, 0x61...0x7A, 0xC0...: isOpen = true
      default: break
      }
    }
    return text[...]
  }

  /// In signs: the longest phrases have fewer.
  private static let longestLabel = 48

  /// True when it leads to what stands below it.
  var endsInColon: Bool { text.hasSuffix(":") || text.hasSuffix("：") }
}
