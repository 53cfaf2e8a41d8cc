/// A sentence taken apart into words, numbers and signs, once for all who read it.
struct Sentence: Sendable {
  /// Longer texts are no sentences; nothing is read out of them.
  static let longest = 4000

  /// Its scalars, full-width forms narrowed.
  let scalars: [Unicode.Scalar]
  /// Its words, numbers and signs.
  let tokens: [SentenceToken]
  /// The code spans that stand in it.
  let codes: [String]
  /// The phrases that begin at each token.
  let phrases: [[PhraseBook.Match]]
  /// Their kinds as bits: most tokens begin none, and each is asked about many times.
  private let kinds: [UInt128]

  /// Takes `text` apart; `codes` are the code spans in it, in order. What stands in a code span is
  /// read as a part of the sentence only when it is a value (`< 5 ms`, `200 OK`).
  init(_ text: some StringProtocol, codes: [String] = [], book: PhraseBook = .standard) {
    var lexer = SentenceLexer(text, codes: codes)
    tokens = lexer.tokens()
    scalars = lexer.scalars
    self.codes = codes
    phrases = book.matches(in: tokens)
    kinds = phrases.map { $0.reduce(0) { $0 | $1.kind.bit } }
  }

  /// The longest phrase of `kind` that begins at token `index`: how many tokens it has.
  func phrase(_ kind: PhraseBook.Kind, at index: Int) -> Int? {
    guard kinds.indices.contains(index), kinds[index] & kind.bit != 0 else {
      return nil
    }
    var longest: Int?
    for match in phrases[index] where match.kind == kind {
      longest = max(longest ?? 0, match.length)
    }
    return longest
  }

  /// The text of these tokens as the sentence writes it.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, last < tokens.count else { return "" }
    return text(scalars: tokens[first].range.lowerBound..<tokens[last].range.upperBound)
  }

  /// The text of a range of scalars.
  func text(scalars range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// What a quotation says, without its marks.
  func quoted(_ token: SentenceToken) -> String {
    guard token.range.count >= 2 else { return "" }
    return text(scalars: token.range.lowerBound + 1..<token.range.upperBound - 1)
  }
}
