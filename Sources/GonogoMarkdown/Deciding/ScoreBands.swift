internal import GonogoCore

/// Reads score bands: "90-100% = GO, 75-89% = Conditional, <75% = NO-GO".
enum ScoreBands {
  /// The rule of lines that each hold one band or more; nil when they hold none.
  ///
  /// Bands count only together: one that is a GO, one that is none, from the top down to zero.
  static func rule(in lines: [String]) -> DecisionText.Rule? {
    var bands: [ScoreBand] = []
    for line in lines { bands += Self.bands(in: line) }
    guard bands.count >= 2, bands.contains(where: { $0.isGo == true }) else { return nil }
    bands.sort { $0.lowest > $1.lowest }
    let values = Set(bands.map(\.lowest))
    let goes = bands.prefix { $0.isGo == true }.count
    let isSure =
      values.count == bands.count && goes == 1 && bands.count { $0.isGo == true } == 1
      && bands.contains { $0.isGo == false } && bands.last?.lowest == 0
      && bands.last?.isGo != true
    return isSure ? .bands(bands) : .unclear(lines.joined(separator: " "))
  }

  /// The bands in one line.
  static func bands(in line: String) -> [ScoreBand] {
    guard line.utf8.count <= 400, line.holds("%") || line.holds("％") else { return [] }
    return line.split(whereSeparator: { ",;，；、".contains($0) }).compactMap { band(in: $0) }
  }

  /// True for the name of something that is no share of the boxes: "Availability", "Code coverage".
  static func isForeign(_ subject: String) -> Bool {
    let words = ProseWords.words(in: subject)
    return !words.isEmpty && !words.contains { scores.contains($0) }
      && !words.allSatisfy { shareWords.contains($0) }
  }

  private static let scores = WordList.words("ScoreBands.scores")

  private static func band(in piece: Substring) -> ScoreBand? {
    let plain = piece.replacingAll("％", with: "%")
    guard let percent = plain.lastIndex(of: "%") else { return nil }
    let head = plain[...percent]
    var tail = plain[plain.index(after: percent)...]
    var isOpen = false
    if tail.first == "+" {
      isOpen = true
      tail = tail.dropFirst()
    }
    // "≥ 60% of the customers healthy = GO" is about customers.
    if let sign = tail.firstIndex(where: { "=:：→".contains($0) }),
      isForeign(String(tail[..<sign]))
    {
      return nil
    }
    let name = ChecklistBuilder.trimmed(tail.drop { " =:：→|-–—>".contains($0) })
    guard let isGo = outcome(String(name)), let lowest = lowest(of: head, isOpen: isOpen) else {
      return nil
    }
    return ScoreBand(lowest: lowest, isGo: isGo.value, name: String(name))
  }

  /// The least share of "90-100%", "≥ 90%", "< 75%".
  private static func lowest(of head: Substring, isOpen: Bool) -> Double? {
    var numbers: [Double] = []
    var digits = ""
    for character in head {
      if character.isASCII, character.isNumber || (character == "." && !digits.isEmpty) {
        digits.append(character)
      } else if !digits.isEmpty {
        guard let number = Double(digits) else { return nil }
        numbers.append(number)
        digits = ""
      }
    }
    guard let first = numbers.first, numbers.count <= 2, numbers.allSatisfy({ $0 <= 100 }) else {
      return nil
    }
    let lower = head.lowercased()
    guard ProseWords.words(in: lower).allSatisfy({ shareWords.contains($0) }) else { return nil }
    if numbers.count == 2 { return numbers[0] < numbers[1] ? numbers[0] : nil }
    if ["<", "below", "under", "less than", "menos de", "unter", "低于", "低於", "未満"].contains(
      where: { lower.contains($0) })
    {
      return 0
    }
    if ["≥", ">=", "at least", "mindestens", "al menos", "至少", "以上"].contains(where: {
      lower.contains($0)
    }) || isOpen || first == 100 {
      return first
    }
    if [">", "above", "over", "more than", "más de", "über"].contains(where: { lower.contains($0) })
    {
      return first.nextUp
    }
    return nil
  }

  private static let shareWords = WordList.words("ScoreBands.shareWords")

  private static let between = WordList.words("ScoreBands.between")
  private static let bad = WordList.words("ScoreBands.bad")
  private static let good = WordList.words("ScoreBands.good")

  /// What a name says of its band; nil when it is no outcome at all.
  static func outcome(_ name: String) -> (value: Bool?, Void)? {
    let plain = name.lowercased().replacingAll("no-go", with: "nogo").replacingAll(
      "no go", with: "nogo"
    )
    .replacingAll("\u{2011}", with: "-")
    let words = Set(plain.split { !$0.isLetter }.map(String.init).prefix(8))
    guard !words.isEmpty else { return nil }
    if !words.isDisjoint(with: between) { return (nil, ()) }
    if !words.isDisjoint(with: bad) { return (false, ()) }
    return words.isDisjoint(with: good) ? nil : (true, ())
  }
}
