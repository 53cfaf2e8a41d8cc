internal import GonogoCore

/// Reads bands of counts: "All 10 items pass = GO, 8-9 items pass = Conditional, < 6 = NO-GO".
enum CountBands {
  /// So many items or fewer or more, and what it makes of them.
  struct Band {
    /// The least number of items.
    let lowest: Int
    /// The highest number that the band names, or nil.
    let highest: Int?
    /// True for all of them.
    let isAll: Bool
    /// True for GO, false for NO-GO, nil between.
    let isGo: Bool?
  }

  /// The rule of lines that each hold one band; nil when they are none.
  ///
  /// It is sure only where all items are needed for a GO: which ones of fewer may be missing, nobody
  /// says.
  static func rule(in lines: [String]) -> DecisionText.Rule? {
    let bands = lines.compactMap(band)
    guard bands.count >= 2, bands.count == lines.count, bands.contains(where: { $0.isGo == false })
    else { return nil }
    let goes = bands.filter { $0.isGo == true }
    guard let go = goes.first else { return nil }
    let others = bands.filter { $0.isGo != true }.map { $0.highest ?? $0.lowest }
    guard goes.count == 1, go.isAll, go.lowest > 0, others.allSatisfy({ $0 < go.lowest }) else {
      return .unclear(lines.joined(separator: " "))
    }
    return .counted(go.lowest)
  }

  /// The band in one line, or nil.
  static func band(in line: String) -> Band? {
    guard line.utf8.count <= 160, !line.holds("%"),
      line.utf8.contains(where: { 0x30...0x39 ~= $0 }), let sign = line.consequence
    else { return nil }
    let head = line[..<sign.lowerBound]
    let name = String(ChecklistBuilder.trimmed(line[sign.upperBound...]))
    let namesGo = line.holds("GO") || line.holds("Go") || line.holds("go")
    guard namesGo || head.filter({ !$0.isWhitespace }).holdsShare,
      let outcome = ScoreBands.outcome(name)
    else { return nil }
    return band(of: head, isGo: outcome.value)
  }

  private static func band(of head: Substring, isGo: Bool?) -> Band? {
    let prose = ProseWords.standard
    let words = ProseWords.words(in: head)
    let isShare = head.filter { !$0.isWhitespace }.holdsShare
    guard words.count <= 8, prose.has(.box, among: words) || isShare else { return nil }
    // "Step 1" has a number and counts nothing.
    if words.count == 1, head.first?.isLetter == true || head.hasPrefix("**"),
      !head.contains(where: { "<>≤≥=".contains($0) })
    {
      return nil
    }
    let numbers = head.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard let first = numbers.first, numbers.count <= 3, numbers.allSatisfy({ $0 <= 1000 }) else {
      return nil
    }
    // "6-7/8"
    if numbers.count == 3 {
      guard isShare, numbers[0] < numbers[1], numbers[1] <= numbers[2] else { return nil }
      return Band(lowest: first, highest: numbers[1], isAll: false, isGo: isGo)
    }
    if numbers.count == 2, isShare {
      guard first <= numbers[1] else { return nil }
      if head.contains("≤") { return Band(lowest: 0, highest: first, isAll: false, isGo: isGo) }
      return head.contains("<")
        ? Band(lowest: 0, highest: first - 1, isAll: false, isGo: isGo)
        : Band(lowest: first, highest: first, isAll: first == numbers[1], isGo: isGo)
    }
    if numbers.count == 2 {
      guard numbers[0] < numbers[1], !head.contains("/") else { return nil }
      return Band(lowest: first, highest: numbers[1], isAll: false, isGo: isGo)
    }
    let isLess =
      head.contains("<")
      || words.contains {
        ["less", "fewer", "under", "below", "menos", "weniger", "unter"].contains($0)
      }
    if isLess { return Band(lowest: 0, highest: first - 1, isAll: false, isGo: isGo) }
    return Band(
      lowest: first, highest: nil, isAll: prose.opens(words, with: .all), isGo: isGo)
  }
}

extension String {
  /// The sign that leads from a condition to what follows of it.
  fileprivate var consequence: Range<String.Index>? {
    let searched = SearchedText(self)
    for sign in [" = ", " → ", " => ", " -> ", ": "] {
      if let range = searched.firstRange(of: sign) { return range }
    }
    return nil
  }
}

extension String {
  /// True for one "9/10": so many of so many.
  fileprivate var holdsShare: Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].last?.isNumber == true && parts[1].first?.isNumber == true
  }
}
