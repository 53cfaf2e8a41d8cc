/// One word, number or sign of a sentence.
struct SentenceToken: Sendable {
  /// What it is.
  enum Kind: Sendable, Equatable {
    /// A word of letters, or one sign of Chinese, Japanese or Korean.
    case word
    /// Digits; nil when they are no plain amount (a version, `1.2.3`, a negative number).
    case number(Double?)
    /// Any other sign.
    case symbol
    /// A code span: its position among the code spans of the sentence.
    case code(Int)
    /// What stands between quotation marks.
    case quote
    /// `<word>`: to be replaced.
    case placeholder
  }

  /// What it is.
  let kind: Kind
  /// What phrases are compared with: lower case, narrow forms.
  let key: String
  /// Where it stands among the scalars of the sentence.
  let range: Range<Int>
  /// True when a blank stands before it.
  let isSpaced: Bool

  /// The amount it is, when it is a plain one.
  var amount: Double? {
    if case .number(let value) = kind { return value }
    return nil
  }

  /// True when it is digits, readable or not.
  var isNumber: Bool {
    if case .number = kind { return true }
    return false
  }

  /// True when it is this sign.
  func isSymbol(_ text: String) -> Bool { kind == .symbol && key == text }

  /// True for what ends a statement or parts it from the next.
  var isSeparator: Bool { kind == .symbol && [",", ";", ".", "!", "?", "。"].contains(key) }
}
