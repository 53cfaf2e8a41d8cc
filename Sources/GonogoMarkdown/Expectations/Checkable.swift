internal import GonogoCore

/// Tells sentences that something can be compared with from guidance and reports.
///
/// Only finds out whether there is something to compare; what exactly is read elsewhere.
enum Checkable {
  private static let comparators = SignSet("<>≤≥＜＞")
  private static let plainComparators = SignSet("<>≤≥")

  /// True when a number stands behind a comparator: `< 500 ms`, `at least 4`, `≥99%`.
  static func statesLimit(_ text: String) -> Bool {
    var rest = text[...]
    while let index = rest.firstSign(of: comparators) {
      rest = rest[rest.index(after: index)...]
      let number = rest.prefix(8).drop { "= $€~".contains($0) }
      if number.first?.isNumber == true { return true }
    }
    return hasWordedLimit(text)
  }

  /// "p95 latency: < 1000 ms": a label with nothing but a limit behind it.
  static func isLabelledLimit(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let value = ChecklistBuilder.trimmed(text[text.index(after: colon)...])
    guard let first = value.first else { return false }
    if "<>≤≥".contains(first) || isNamedLimit(String(value)) { return statesLimit(String(value)) }
    if opensWithLimit(String(value)) || isOpenAmount(value) { return true }
    let number = value.prefix { $0.isNumber || $0 == "." || $0 == "," }
    return !number.isEmpty && value[number.endIndex...].drop { $0 == " " }.first == "%"
  }

  /// "8 GB+", "200+", "16GB+ RAM".
  private static func isOpenAmount(_ value: Substring) -> Bool {
    guard let plus = value.utf8.firstIndex(of: 0x2B),
      value.utf8.first.map({ 0x30...0x39 ~= $0 }) ?? false
    else { return false }
    return value[..<plus].utf8.count <= 10
      && value[..<plus].utf8.allSatisfy {
        $0 == 0x20 || $0 == 0x2E || 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF
      }
  }

  /// "95th percentile < 100 ms": what exactly is measured, with the limit at the end.
  private static func isNamedLimit(_ value: String) -> Bool {
    guard value.utf8.count <= 100, let sign = value.lastSign(of: plainComparators),
      value.firstSign(of: plainComparators) == sign
    else { return false }
    let rest = value[sign...].dropFirst().drop { $0 == "=" || $0 == " " }
    return rest.first?.isNumber == true && rest.utf8.count <= 12
  }

  /// "Memory: 8+ GB available", "Mean time: 10-15ms", "Failed requests: 0": a label with a count, a
  /// range or nothing behind it.
  static func isLabelledCount(_ text: String) -> Bool {
    guard let colon = text.firstColon else { return false }
    let value = ChecklistBuilder.trimmed(text[text.index(after: colon)...])
    let number = value.prefix { $0.isNumber || $0 == "." || $0 == "," }
    guard !number.isEmpty else { return false }
    let rest = value[number.endIndex...]
    if rest.isEmpty { return number == "0" }
    return rest.first == "+"
      || "-–~".contains(rest.first ?? " ") && rest.dropFirst().first?.isNumber == true
  }

  /// `v1.24`.
  static func isVersion(_ text: String) -> Bool {
    let number = text.dropFirst()
    return text.first == "v" && number.first?.isNumber == true
      && number.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// "(100+ cases)": a count that may be more.
  static func hasOpenCount(_ text: String) -> Bool {
    guard let plus = text.firstIndex(of: "+"), plus > text.startIndex,
      text[text.index(before: plus)].isNumber
    else { return false }
    let next = text[text.index(after: plus)...].first
    return next == nil || next == " " || next == ")"
  }

  /// "Response time < 200ms": a few words with a limit at the end.
  static func isShortLimit(_ text: String) -> Bool {
    guard text.utf8.count <= 60, text.first?.isLetter == true,
      let sign = text.lastSign(of: plainComparators),
      text.firstSign(of: plainComparators) == sign, !TriggerText.isDeed(text)
    else { return false }
    let rest = text[sign...].dropFirst().drop { $0 == "=" || $0 == " " }
    return rest.first?.isNumber == true && rest.utf8.count <= 14
      && text[..<sign].split(separator: " ").count <= 6
  }

  /// "Reduce the costs", "Asegurar …", "Optimieren …": begins with a verb that tells somebody to do
  /// it.
  static func isInstruction(_ text: String) -> Bool {
    let words = ProseWords.words(in: text.prefix(60))
    guard words.count > 1, let first = words.first, first.count > 3 else { return false }
    return first.hasSuffix("ar") || first.hasSuffix("ieren")
      || [
        "reduce", "increase", "improve", "achieve", "keep", "ensure", "maintain", "reducir",
        "réduire", "lower", "raise", "cut", "limit", "garantir", "definir", "incluir",
      ]
      .contains(first)
  }

  /// "Exit code 0", "the merge is free of red checks", a quoted text.
  static func isProof(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let words = ProseWords.words(in: text)
    if text.contains(where: { "\"“„«「".contains($0) }) { return true }
    if words.contains(where: { $0.hasPrefix("exit") }), text.contains(where: \.isNumber) {
      return true
    }
    return ProseWords.standard.has(.none, among: words)
  }

  /// "at least 4", "unter 5 %", "不超过 10": a phrase with a number behind it, or in front
  /// ("10 以下").
  private static func hasWordedLimit(_ text: String) -> Bool {
    guard text.contains(where: \.isNumber) else { return false }
    let plain = text.lowercased()
    let searched = SearchedText(plain)
    for phrase in before {
      guard let range = searched.firstRange(of: phrase) else { continue }
      let isWord =
        range.lowerBound == plain.startIndex || phrase.opensWide
        || !plain[plain.index(before: range.lowerBound)].isLetter
      if isWord, plain[range.upperBound...].drop(while: { $0 == " " }).first?.isNumber == true {
        return true
      }
    }
    for phrase in behind {
      guard let range = searched.firstRange(of: phrase) else { continue }
      if plain[..<range.lowerBound].suffix(12).contains(where: \.isNumber) { return true }
    }
    return false
  }

  /// "90% of the items", "8 of 10", "8/10": a share of a whole.
  static func hasShare(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "(" || $0 == ")" }
    for (index, word) in words.enumerated() {
      guard word.first?.isNumber == true else { continue }
      if word.contains("%") { return true }
      let next = index + 2 < words.count ? words[index + 2].first : nil
      let between = index + 1 < words.count ? words[index + 1] : ""
      if ["of", "out", "de", "von", "/"].contains(between), next?.isNumber == true { return true }
    }
    return false
  }

  /// True when `text` begins with a worded limit: "At least 4 cores available".
  static func opensWithLimit(_ text: String) -> Bool {
    let plain = text.lowercased()
    guard let byte = plain.utf8.first else { return false }
    for phrase in beforeByByte[byte] ?? [] where plain.hasPrefix(phrase) {
      return plain.dropFirst(phrase.count).drop { $0 == " " }.first?.isNumber == true
    }
    let number = plain.prefix { $0.isNumber || $0 == "." || $0 == "," || $0 == "%" || $0 == " " }
    return !number.isEmpty
      && behind.contains { plain.dropFirst(number.count - 1).prefix(16).contains($0) }
  }

  /// The phrases by their first byte, so that few are compared with each text.
  private static let beforeByByte = Dictionary(
    grouping: before, by: { $0.utf8.first ?? 0 })

  private static let before = [
    "supera ", "superan ", "supere ", "dépasse ", "übersteigt ", "überschreitet ", "excede ",
    "exceden ",
    "kleiner ", "menor del ", "mayor del ", "sous ", "at least ", "at most ", "minimum ",
    "maximum ", "beyond ", "mínimo ", "máximo ", "minimum de ",
    "maximum de ", "mínimo de ", "máximo de ", "no more than ", "not more than ", "no less than ",
    "exceed ", "exceeds ", "exceeding ", "less than ",
    "fewer than ", "below ", "under ", "above ", "over ", "more than ", "greater than ", "up to ",
    "al menos ", "como máximo ", "menos de ", "más de ", "mayor que ", "menor que ", "menor a ",
    "mayor a ", "superior a ", "inferior a ", "por debajo de ", "por encima de ", "pelo menos ",
    "no máximo ", "mais de ", "au moins ", "au plus ", "moins de ", "plus de ", "mindestens ",
    "höchstens ", "maximal ", "weniger als ", "mehr als ", "unter ", "über ", "不超过", "不超過",
    "小于", "小於", "大于", "大於", "少于", "少於", "低于", "低於", "高于", "高於", "超过", "超過", "至少", "最多",
    "最低", "最大", "최소 ", "최대 ",
  ]
  private static let behind = [
    " or less", " or more", " or fewer", "以下", "以上", "以内", "以內", "未満", "未满", "を超え", "を下回",
    "を上回", " o menos", " o más", " oder weniger", " oder mehr", " 이하", " 이상", " 미만", "이하", "이상",
    "미만",
  ]

  /// True when `text` is the outcome of a command and nothing else: `200 OK`, `403 (no admin)`,
  /// `exit 0`, a limit.
  static func isResult(_ text: String) -> Bool {
    let plain = String(ChecklistBuilder.trimmed(text))
    guard plain.utf8.count <= 160 else { return false }
    if statesLimit(plain) { return true }
    let words = plain.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let first = words.first else { return false }
    // "HTTP 200", "HTTP/1.1 308 Permanent Redirect"
    if first == "http", words.dropFirst().prefix(3).contains(where: isStatus) { return true }
    if isStatus(first), words.count <= 12 { return true }
    if ["exit", "exits", "returns", "status", "devuelve", "responde"].contains(first),
      words.dropFirst().prefix(3).contains(where: { $0.allSatisfy(\.isNumber) })
    {
      return true
    }
    if ProseWords.standard.opens(plain, with: .said) { return isConcrete(plain, codes: []) }
    return words.count <= 3 && ProseWords.standard.opens(plain, with: .state)
  }

  private static func isStatus(_ word: String) -> Bool {
    guard word.utf8.count == 3, let number = Int(word) else { return false }
    return (100...599).contains(number)
  }

  /// True when a sentence names something that an output can be compared with: a code span, a
  /// quoted text, a number, a state.
  static func isConcrete(_ text: String, codes: [String]) -> Bool {
    if !codes.isEmpty || text.contains(where: \.isNumber) { return true }
    if text.contains(where: { "\"“”「」『』«»".contains($0) }) { return true }
    return ProseWords.standard.has(.state, in: text)
  }

  /// True for what stands for a text that is still to be written: `[what happens]`, `____`,
  /// `TBD`, `<exit 0 / output>`.
  static func isPlaceholder(_ text: String) -> Bool {
    let plain = ChecklistBuilder.trimmed(text)
    guard let first = plain.first, let last = plain.last else { return true }
    if plain.allSatisfy({ "_-–—.…~ ⏳☐⬜□\\*".contains($0) }) { return true }
    if ["tbd", "n/a", "na", "todo", "pending", "xx", "???", "[ ]"].contains(plain.lowercased()) {
      return true
    }
    let pairs: [Character: Character] = ["[": "]", "<": ">", "{": "}"]
    // `{ ready: 9 }` is a value that is printed.
    guard pairs[first] == last, !plain.contains("\""), first != "{" || !plain.contains(":") else {
      return false
    }
    return plain.dropFirst().dropLast().allSatisfy { !"[]<>{}".contains($0) }
      && plain.contains(where: \.isLetter)
  }
}
