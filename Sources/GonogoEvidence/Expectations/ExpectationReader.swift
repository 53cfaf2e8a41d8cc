package import GonogoCore

/// Reads what a sentence says must hold.
///
/// Whole or not at all: a sentence that says more than was understood is unclear, and so is one
/// whose words may turn it into something else.
package struct ExpectationReader {
  /// Reads the lists of words that it needs; from any thread, before or while something is read.
  package static func prepare() {
    _ = PhraseBook.standard
    _ = Vocabulary.standard
  }

  /// What a sentence turned out to be.
  package enum Reading: Sendable, Equatable {
    /// It states nothing that could be compared.
    case none
    /// It states this.
    case assertion(Assertion)
    /// It states something, and nobody can be sure what is to be compared; with the reason.
    case unclear(String)
  }

  let sentence: Sentence
  let scan: SentenceScan
  let isTrigger: Bool
  /// True when its place says that it is an expectation.
  let isLabelled: Bool
  /// How deep in parentheses each token stands.
  let depths: [Int]
  /// Where the sentence begins behind "Expected:".
  let start: Int

  init(_ sentence: Sentence, isTrigger: Bool, isLabelled: Bool) {
    self.sentence = sentence
    self.isTrigger = isTrigger
    self.isLabelled = isLabelled
    scan = SentenceScan(sentence)
    var depths: [Int] = []
    var depth = 0
    for token in sentence.tokens {
      if token.isSymbol("(") || token.isSymbol("[") { depth += 1 }
      depths.append(depth)
      if token.isSymbol(")") || token.isSymbol("]") { depth = max(0, depth - 1) }
    }
    self.depths = depths
    start = Self.bodyStart(sentence)
  }

  /// Reads `text`; `codes` are the code spans in it, `sample` the output shown with it. For a
  /// trigger, what must not be, "alert if" says nothing new. `isLabelled` when its place says that
  /// it is an expectation, so that a text alone is what the output must hold.
  package static func read(
    _ text: String, codes: [String] = [], sample: Claim.Sample? = nil, isTrigger: Bool = false,
    isLabelled: Bool = false
  ) -> Reading {
    SentenceReading(
      text, codes: codes, sample: sample, isTrigger: isTrigger, isLabelled: isLabelled
    ).whole
  }

  var tokens: [SentenceToken] { sentence.tokens }

  /// Behind a label that opens the sentence: "Expected:", "Verify that".
  private static func bodyStart(_ sentence: Sentence) -> Int {
    var index = 0
    if sentence.tokens.count > 2, sentence.tokens[0].isNumber,
      sentence.tokens[1].isSymbol(".") || sentence.tokens[1].isSymbol(")"),
      sentence.tokens[2].isSpaced
    {
      index = 2
    }
    let first = index
    for _ in 0..<4 {
      let label = sentence.phrase(.label, at: index)
      guard let length = label, index + length < sentence.tokens.count else { break }
      index += length
      if sentence.tokens[index].isSymbol(":") { index += 1 }
    }
    return index < sentence.tokens.count ? index : first
  }

  func reading(_ sample: Claim.Sample) -> Reading {
    if SampleText.isRough(sample.text) {
      return .unclear("the values that it shows are rough ones")
    }
    if let word = first(.negation, in: tokens.indices) {
      return .unclear("“\(word)” may mean that the output must not be like this")
    }
    return .assertion(.sample(sample))
  }

  func reading() -> Reading {
    let cores = scan.cores
    guard let only = cores.first else {
      if let doubt = scan.doubt { return .unclear(doubt) }
      return isLabelled || isTrigger ? bareValue() : .none
    }
    if cores.allSatisfy(\.isNumeric) {
      if let doubt = scan.doubt { return .unclear(doubt) }
      return numeric(cores)
    }
    guard cores.count == 1 else {
      return .unclear("it states \(cores.count) things at once")
    }
    if let doubt = scan.doubt { return .unclear(doubt) }
    if let share = wholeShare(only) { return .assertion(share) }
    return plain(only)
  }

  // MARK: Numbers

  private func numeric(_ cores: [SentenceCore]) -> Reading {
    // "No more than 5" begins with its limit.
    if sentence.phrase(.none, at: start) != nil, cores[0].tokens.lowerBound > start {
      return .unclear("it says that there is none of something, and its limit only which")
    }
    if let denial = first(.negation, in: rest) {
      return .unclear("“\(denial)” may turn its limit into the opposite")
    }
    if cores.count == 2, case .limit(let first) = cores[0].fact,
      case .limit(let second) = cores[1].fact
    {
      guard explains(cores[1], cores[0]) else { return tiers(first, second) }
      return reading(first, beside: second)
    }
    guard cores.count == 1 else { return .unclear("it states \(cores.count) limits") }
    if let word = goal(cores[0]) { return .unclear("“\(word)” makes its limit an aim") }
    if let doubt = numericDoubt(cores[0]) { return .unclear(doubt) }
    switch cores[0].fact {
    case .limit(let limit):
      return .assertion(
        .limit(
          Threshold(
            required: limit, critical: nil, mentions: scan.mentions.map(\.quantity),
            meaning: restMeaning(measuredIn: limit.quantity.unit), window: window)))
    case .range(let low, let high):
      let meaning = restMeaning(measuredIn: high.unit)
      return .assertion(.range(MeasuredRange(low: low, high: high, meaning: meaning)))
    case .within(let distance, let center, let reference):
      return .assertion(
        .within(
          Tolerance(
            distance: distance, center: center, reference: reference,
            meaning: restMeaning(measuredIn: (center ?? distance).unit))))
    default: return .none
    }
  }

  private func numericDoubt(_ core: SentenceCore) -> String? {
    if sentence.phrase(.imperative, at: start) != nil { return "it is an instruction" }
    if let doubt = markDoubt ?? directionDoubt(core) { return doubt }
    if !isTrigger, let word = trigger {
      return "“\(word)” may make its limit a reason to act, not a demand"
    }
    if let word = first(.joiner, in: outside) ?? first(.or, in: outside) {
      return "“\(word)” joins something to its limit"
    }
    if let word = first(.hedge, in: rest) { return "“\(word)” makes its number a rough one" }
    if !isTrigger, let word = first(.condition, in: outside) {
      return "“\(word)” makes it hold in some case only"
    }
    if isTime(core), isFilter(core) || selects(core) {
      return "its limit only says which ones are meant"
    }
    if isTime(core), sentence.phrase(.agedAfter, at: core.tokens.upperBound) != nil {
      return "how old it is has to be worked out of what is printed"
    }
    if isTime(core), let word = first(.effort, in: rest) {
      return "“\(word)” says how long something takes, which is not measured"
    }
    // "p95 < 400 ms (5 min)"
    let isAside = scan.mentions.contains { mention in
      mention.quantity.unit.dimension == .time && mention.quantity.base >= 60
        && depths[mention.tokens.lowerBound] > 0
        && !core.tokens.overlaps(mention.tokens)
    }
    if case .limit = core.fact {
      if isAside { return "it speaks of a span of time besides" }
    } else if window != nil {
      return "it speaks of a span of time besides"
    }
    if hasSeparator || namesAnAnswer || goesOn(core) {
      return "it says something more than its limit"
    }
    return nil
  }

  /// "Timeout (> 10 s) shows a message": a verb follows, so the limit only says which one is meant.
  private func goesOn(_ core: SentenceCore) -> Bool {
    let after = core.tokens.upperBound
    if depths[core.tokens.lowerBound] > 0, outside.contains(where: { $0 > after }) {
      return outside.contains { $0 > after && tokens[$0].kind == .word }
    }
    return outside.contains { $0 >= after && sentence.phrase(.returns, at: $0) != nil }
  }

  /// "Returns 200 in < 500 ms".
  private var namesAnAnswer: Bool {
    rest.contains { index in
      guard let length = sentence.phrase(.returns, at: index) ?? sentence.phrase(.status, at: index)
      else { return false }
      let next = scan.skipLinks(index + length)
      return next < tokens.count && tokens[next].isNumber && rest.contains(next)
    }
  }

  /// The span of time that the sentence names beside its limit: "< 5% for 30 minutes".
  var window: String? {
    let spans = scan.mentions.filter { mention in
      mention.quantity.unit.dimension == .time
        && (depths[mention.tokens.lowerBound] == 0 || follows(mention))
    }
    return spans.first.map { sentence.text($0.tokens) }
  }

  private func follows(_ mention: (quantity: Quantity, tokens: Range<Int>)) -> Bool {
    (1...3).contains { length in
      let place = mention.tokens.lowerBound - length
      return place >= 0 && sentence.phrase(.span, at: place) == length
    }
  }

  private func isTime(_ core: SentenceCore) -> Bool {
    switch core.fact {
    case .limit(let limit): limit.quantity.unit.dimension == .time
    case .range(_, let high): high.unit.dimension == .time
    default: false
    }
  }

  private func reading(_ limit: Limit, beside other: Limit) -> Reading {
    if let word = first(.negation, in: rest) ?? first(.hedge, in: rest)
      ?? first(.joiner, in: outside)
    {
      return .unclear("“\(word)” may make its limits something else")
    }
    guard !hasSeparator, isTrigger || trigger == nil else {
      return .unclear("it states two limits and not how they belong together")
    }
    return .assertion(
      .limit(
        Threshold(
          required: limit, critical: nil,
          mentions: scan.mentions.map(\.quantity) + [other.quantity],
          meaning: restMeaning(measuredIn: limit.quantity.unit), window: window)))
  }

  private func tiers(_ first: Limit, _ second: Limit) -> Reading {
    let tierWords = ["warn", "critical", "alert"]
    let keys = tokens.filter { $0.kind == .word }.map(\.key)
    let isTiered = keys.contains { key in tierWords.contains { key.hasPrefix($0) } }
    let isLooser =
      first.comparator.isUpper
      ? second.quantity.base >= first.quantity.base : second.quantity.base <= first.quantity.base
    let isPlain = first.comparator != .equal && second.comparator != .equal
    if isTiered, isLooser, isPlain, first.comparator.isUpper != second.comparator.isUpper,
      first.quantity.unit.dimension == second.quantity.unit.dimension, first.share == nil,
      second.share == nil, !isTrigger
    {
      // The words between the tiers say nothing of what is measured.
      let subject = restTokens.filter { index in
        !tierWords.contains { tokens[index].key.hasPrefix($0) }
      }
      return .assertion(
        .limit(
          Threshold(
            required: first, critical: second, mentions: scan.mentions.map(\.quantity),
            meaning: Meaning(spelled(subject))
              .stating(Meaning(spelled(subject.filter { $0 >= start }))),
            warns: keys.contains { $0.hasPrefix("warn") })))
    }
    return .unclear("it states two limits and not how they belong together")
  }

  // MARK: All other kinds

  private func plain(_ core: SentenceCore) -> Reading {
    if let doubt = plainDoubt(core) { return .unclear(doubt) }
    switch core.fact {
    case .status(let codes): return .assertion(.status(codes))
    case .exit(let code): return .assertion(.exit(code))
    case .contains(let texts): return .assertion(.contains(texts))
    case .matches(let pattern): return .assertion(.matches(pattern))
    case .zero(let noun): return .assertion(.zero(noun: noun))
    case .all(let noun, let state): return .assertion(.all(noun: noun, state: state))
    case .empty: return .assertion(.empty)
    case .state(let state): return .assertion(.state(state))
    case .limit, .range, .within: return .none
    }
  }

  private func plainDoubt(_ core: SentenceCore) -> String? {
    if let doubt = markDoubt { return doubt }
    if core.tokens.lowerBound > start, sentence.phrase(.imperative, at: start) != nil {
      return "it is an instruction"
    }
    if let word = first(.negation, in: stated(core)) {
      return "“\(word)” may turn it into the opposite"
    }
    if let word = first(.condition, in: rest), !isTrigger {
      return "“\(word)” makes it hold in some case only"
    }
    if let word = first(.joiner, in: rest) ?? first(.or, in: rest) {
      return "“\(word)” joins something to it"
    }
    if let word = first(.hedge, in: rest) { return "“\(word)” makes it a rough statement" }
    if case .contains(let texts) = core.fact, !isLabelled, texts.allSatisfy(Self.isSetting),
      !tokens.indices.contains(where: { sentence.phrase(.returns, at: $0) != nil })
    {
      return "what it names may be a setting and not what comes out"
    }
    if case .contains = core.fact, let word = word(besideText: core) {
      return "“\(word)” says something more than the text"
    }
    if case .contains = core.fact, let word = first(.screen, in: rest) {
      return "“\(word)” is shown to a user and not printed by a command"
    }
    let isInside =
      depths[core.tokens.lowerBound] > 0 && !tokens[core.tokens.lowerBound].isSymbol("(")
    if isInside, outside.contains(where: { $0 >= start && !isDecoration($0) }) {
      return "it says something more than what stands in parentheses"
    }
    if hasSeparator || isDashed(core) || scan.mentions.contains(where: { _ in true }) {
      return "it says something more than can be compared"
    }
    switch core.fact {
    case .all where tokens[core.tokens.lowerBound].isNumber: break
    case .state where isWritten(start..<max(start, core.tokens.lowerBound)):
      return "what people write is ready when they say so"
    case .zero where first(.barrier, in: start..<max(start, core.tokens.lowerBound)) != nil:
      return "it says what happens besides"
    case .zero where saysMore(before: core): return "it says how something is besides"
    case .state, .all, .zero:
      if rest.contains(where: { tokens[$0].isNumber }) { return "it names a number besides" }
      for kind in [PhraseBook.Kind.atLeast, .atMost, .below, .above] {
        let amounts = rest.filter { index in
          sentence.phrase(kind, at: index).map { isAmount(index + $0) } ?? false
        }
        if let word = first(kind, in: amounts) { return "“\(word)” names an amount besides" }
      }
    default: break
    }
    return nil
  }

  /// `LOG_LEVEL=info`.
  static func isSetting(_ text: String) -> Bool {
    guard let sign = text.utf8.firstIndex(of: 0x3D), sign > text.startIndex else { return false }
    return text[..<sign].utf8.allSatisfy { byte in
      byte == 0x5F || byte == 0x2E || 0x30...0x39 ~= byte || 0x41...0x5A ~= byte & 0xDF
    }
  }

  /// "All pages reachable without warnings" says more than that there are none; "starts without errors"
  /// only says where.
  private func saysMore(before core: SentenceCore) -> Bool {
    let before = start..<max(start, core.tokens.lowerBound)
    if before.count > 1, sentence.phrase(.all, at: start) != nil,
      !before.contains(where: { tokens[$0].isSymbol(":") })
    {
      return true
    }
    return before.dropFirst().contains { index in
      if sentence.phrase(.returns, at: index - 1) != nil, case .code = tokens[index].kind {
        return true
      }
      return sentence.phrase(.result, at: index) != nil
    }
  }

  private func isDecoration(_ index: Int) -> Bool {
    if case .code = tokens[index].kind { return true }
    return tokens[index].kind == .symbol
  }

  /// "Deployed – no errors": a dash between two statements, unless a command stands before it.
  private func isDashed(_ core: SentenceCore) -> Bool {
    guard
      let dash = rest.first(where: { index in
        tokens[index].isSymbol("-") && tokens[index].isSpaced
          && index + 1 < tokens.count && tokens[index + 1].isSpaced
      })
    else { return false }
    let hasCommand = tokens[..<dash].contains { token in
      if case .code = token.kind { return true }
      return false
    }
    let isRun = sentence.phrase(.run, at: start) != nil
    return dash > core.tokens.lowerBound || !(hasCommand || isRun)
  }
}
