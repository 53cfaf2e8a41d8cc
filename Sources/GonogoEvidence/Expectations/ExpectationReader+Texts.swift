import GonogoCore

extension ExpectationReader {
  /// A word beside a quoted text that says more than that it comes out: "on all hosts", "with a date of
  /// today", "as the last line"; nil when there is none.
  func word(besideText core: SentenceCore) -> String? {
    let text = core.tokens.last { index in
      if case .code = tokens[index].kind { return true }
      return tokens[index].kind == .quote
    }
    for index in tokens.indices where index >= start && tokens[index].kind == .word {
      let key = tokens[index].key
      if Vocabulary.standard.isPrinted(key, .bare) || !key.contains(where: \.isLetter) { continue }
      if sentence.phrase(.label, at: index) != nil || sentence.phrase(.returns, at: index) != nil
        || sentence.phrase(.result, at: index) != nil || sentence.phrase(.run, at: index) != nil
      {
        continue
      }
      // "Search without a hit: shows “Nothing here”" says where it is looked at.
      let isPlace = Vocabulary.standard.isPrinted(key, .framing) && text.map { index > $0 } == true
      if isPlace || Vocabulary.standard.isPrinted(key, .exceeding) {
        return sentence.text(index..<index + 1)
      }
    }
    return nil
  }
}
