import GonogoCore

/// Finds everything comparable that a sentence states.
struct SentenceScan {
  let sentence: Sentence
  let quantities: QuantityScan
  /// What it states, in order.
  private(set) var cores: [SentenceCore] = []
  /// Quantities it names besides.
  private(set) var mentions: [(quantity: Quantity, tokens: Range<Int>)] = []
  /// Why a number cannot be read with certainty, or nil.
  var doubt: String?

  var tokens: [SentenceToken] { sentence.tokens }

  init(_ sentence: Sentence) {
    self.sentence = sentence
    quantities = QuantityScan(sentence: sentence)
    var index = 0
    while index < tokens.count {
      if let core = core(at: index), core.tokens.upperBound > index {
        cores.append(core)
        index = core.tokens.upperBound
      } else if let mention = mention(at: index) {
        mentions.append((mention.quantity, index..<mention.end))
        index = mention.end
      } else {
        index += 1
      }
    }
  }

  private mutating func core(at index: Int) -> SentenceCore? {
    let fact =
      exit(at: index) ?? status(at: index) ?? tolerance(at: index) ?? range(at: index)
      ?? limit(at: index) ?? empty(at: index) ?? zero(at: index) ?? all(at: index)
      ?? contains(at: index) ?? state(at: index)
    return fact.map { SentenceCore(fact: $0.fact, tokens: $0.start..<$0.end) }
  }

  /// What was found, and the tokens it takes.
  struct Part {
    let fact: SentenceCore.Fact
    let start: Int
    let end: Int
  }

  private func mention(at index: Int) -> QuantityScan.Found? {
    guard tokens[index].isNumber, let found = quantities.quantity(at: index),
      found.quantity.unit != .none
    else { return nil }
    return found
  }

  // MARK: Common

  /// The token behind small words and signs that tie one part to the next.
  func skipLinks(_ index: Int, atMost limit: Int = 4) -> Int {
    var index = index
    for _ in 0..<limit {
      guard index < tokens.count, let length = sentence.phrase(.link, at: index) else { break }
      index += length
    }
    return index
  }

  /// True when the statement ends before token `index`: nothing follows, or only a closing mark.
  func isEnd(_ index: Int) -> Bool {
    var index = index
    while index < tokens.count {
      let token = tokens[index]
      guard token.kind == .symbol else { return false }
      if token.isSymbol("(") { return true }
      guard token.isSeparator || [")", "]", "*", "\"", "✓", "✅", "✔"].contains(token.key) else {
        return false
      }
      if token.isSymbol(",") || token.isSymbol(";") { return true }
      index += 1
    }
    return true
  }

  /// The token behind words that say nothing more, when the statement ends there; else nil.
  func statementEnd(_ index: Int) -> Int? {
    if isEnd(index) { return index }
    // "Pods ready: `kubectl get pods`": the command that shows it.
    if tokens[index].isSymbol(":"), index + 1 < tokens.count, case .code = tokens[index + 1].kind,
      isEnd(index + 2)
    {
      return index
    }
    guard let length = sentence.phrase(.tail, at: index), isEnd(index + length) else { return nil }
    return index + length
  }

  /// True when token `index` starts a word and not the middle of one written without blanks.
  func isSpacedOrSign(_ index: Int) -> Bool {
    index < tokens.count
  }
}
