/// Takes a sentence apart. Takes linear time; no text is refused.
struct SentenceLexer {
  let scalars: [Unicode.Scalar]
  private let codeRanges: [(range: Range<Int>, index: Int)]
  private var position = 0
  private var found: [SentenceToken] = []

  init(_ text: some StringProtocol, codes: [String]) {
    let scalars = text.unicodeScalars.map(ScalarForm.narrow)
    self.scalars = scalars
    codeRanges = Self.places(of: codes, in: scalars)
  }

  mutating func tokens() -> [SentenceToken] {
    var isSpaced = true
    var code = codeRanges[...]
    while position < scalars.count {
      if let next = code.first, next.range.lowerBound <= position {
        code = code.dropFirst()
        guard next.range.lowerBound == position else { continue }
        add(.code(next.index), to: next.range.upperBound, isSpaced, key: "`")
        isSpaced = false
        continue
      }
      if ScalarForm.isBlank(scalars[position]) {
        isSpaced = true
        position += 1
        continue
      }
      let limit = code.first?.range.lowerBound ?? scalars.count
      read(isSpaced, limit)
      isSpaced = false
    }
    return found
  }

  // MARK: One token

  private mutating func read(_ isSpaced: Bool, _ limit: Int) {
    let scalar = scalars[position]
    if ScalarForm.isUnspaced(scalar) { return add(.word, to: position + 1, isSpaced) }
    if ScalarForm.isDigit(scalar) { return readNumber(isSpaced, limit) }
    if ScalarForm.isLetter(scalar) || scalar == "_" || scalar == "$" {
      return readWord(isSpaced, limit)
    }
    if scalar == "/", isSpaced, position + 1 < limit, ScalarForm.isLetter(scalars[position + 1]) {
      return readWord(isSpaced, limit)
    }
    if scalar == "\"", let end = closing("\"", limit, within: 400) {
      return add(.quote, to: end + 1, isSpaced, key: "\"")
    }
    if scalar == "<", let end = placeholderEnd(limit) {
      return add(.placeholder, to: end, isSpaced, key: "<>")
    }
    for symbol in Self.longSymbols where matches(symbol, limit) {
      return add(
        .symbol, to: position + symbol.unicodeScalars.count, isSpaced,
        key: Self.arrows.contains(symbol) ? "→" : symbol)
    }
    add(.symbol, to: position + 1, isSpaced)
  }

  private static let longSymbols = ["<=", ">=", "==", "!=", "->", "=>", "...", "+-", "$?"]
  private static let arrows: Set<String> = ["->", "=>"]

  private func matches(_ symbol: String, _ limit: Int) -> Bool {
    var index = position
    for scalar in symbol.unicodeScalars {
      guard index < limit, scalars[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  /// Letters and digits; `-`, `.`, `'`, `/` and `:` only between them; addresses and paths whole.
  private mutating func readWord(_ isSpaced: Bool, _ limit: Int) {
    var end = position + 1
    if scalars[position] == "$", end >= limit || !ScalarForm.isLetter(scalars[end]) {
      let isStatus = end < limit && scalars[end] == "?"
      return add(isStatus ? .word : .symbol, to: isStatus ? end + 1 : end, isSpaced)
    }
    if end < limit, scalars[end] == "'", Self.elided.contains(scalars[position]) {
      return add(.word, to: end + 1, isSpaced)
    }
    while end < limit {
      let scalar = scalars[end]
      if isWordPart(scalar) {
        end += 1
      } else if "-.'".unicodeScalars.contains(scalar), end + 1 < limit, isWordPart(scalars[end + 1])
      {
        end += 2
      } else if "/:".unicodeScalars.contains(scalar), isAddress(upTo: end), end + 1 < limit,
        isWordPart(scalars[end + 1]) || scalars[end + 1] == "/"
      {
        end += 1
      } else if scalar == "/", isProtocol(upTo: end), end + 1 < limit,
        ScalarForm.isDigit(scalars[end + 1])
      {
        end += 1
      } else {
        break
      }
    }
    add(.word, to: end, isSpaced)
  }

  /// The French words that lose their vowel before another: `d'erreur` is two words.
  private static let elided = Set("dDlLnNsScCjJ".unicodeScalars)

  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    ScalarForm.isLetter(scalar) || ScalarForm.isDigit(scalar) || scalar == "_"
  }

  /// `https:` and what follows, `/path/of`, `localhost:80`, `node.js/x`.
  private func isAddress(upTo end: Int) -> Bool {
    let text = scalars[position..<end]
    if scalars[position] == "/" || text.contains("/") { return true }
    guard end < scalars.count, scalars[end] == ":" else { return text.contains(".") }
    if end + 2 < scalars.count, scalars[end + 1] == "/", scalars[end + 2] == "/" { return true }
    return end + 1 < scalars.count && ScalarForm.isDigit(scalars[end + 1])
  }

  /// `HTTP` before its version.
  private func isProtocol(upTo end: Int) -> Bool {
    end - position == 4
      && scalars[position..<end].elementsEqual("HTTP".unicodeScalars) {
        $0.value | 0x20 == $1.value | 0x20
      }
  }

  /// Digits with a thousands separator or a decimal point; more than that is no plain number.
  private mutating func readNumber(_ isSpaced: Bool, _ limit: Int) {
    var end = position
    var digits: [UInt8] = []
    var isPlain = true
    var hasPoint = false
    while end < limit {
      let scalar = scalars[end]
      if ScalarForm.isDigit(scalar) {
        digits.append(UInt8(truncatingIfNeeded: scalar.value))
        end += 1
      } else if scalar == ".", end + 1 < limit, ScalarForm.isDigit(scalars[end + 1]) {
        if hasPoint { isPlain = false }
        hasPoint = true
        digits.append(UInt8(ascii: "."))
        end += 1
      } else if scalar == ",", end + 1 < limit, ScalarForm.isDigit(scalars[end + 1]) {
        // A comma before exactly three digits separates thousands; any other may be a decimal one.
        if hasPoint || !isThousands(after: end + 1, limit) { isPlain = false }
        end += 1
      } else {
        break
      }
    }
    if !isPlain || digits.count > 30 || isSigned || Self.mayGroupThousands(digits) {
      return add(.number(nil), to: end, isSpaced)
    }
    add(.number(Double(String(decoding: digits, as: UTF8.self))), to: end, isSpaced)
  }

  /// `1.000`: a thousand to some and one to others.
  private static func mayGroupThousands(_ digits: [UInt8]) -> Bool {
    guard let point = digits.firstIndex(of: UInt8(ascii: ".")), (1...3).contains(point) else {
      return false
    }
    return digits.count - point == 4 && digits[0] != UInt8(ascii: "0")
  }

  private func isThousands(after start: Int, _ limit: Int) -> Bool {
    guard start + 3 <= limit, scalars[start..<start + 3].allSatisfy(ScalarForm.isDigit) else {
      return false
    }
    return start + 3 == limit || !ScalarForm.isDigit(scalars[start + 3])
  }

  /// True right behind a sign that makes another number of it: `-5`, `#5`, `$5`.
  private var isSigned: Bool {
    guard position > 0 else { return false }
    let before = scalars[position - 1]
    if before == "#" || before == "$" || before == "." || before == "€" { return true }
    guard before == "-" || before == "+" else { return false }
    guard position > 1 else { return true }
    let first = scalars[position - 2]
    return !isWordPart(first) && first != "+" && !ScalarForm.isUnspaced(first) && first != "%"
  }

  /// `<word>`: letters right behind `<`, and a `>` on the way.
  private func placeholderEnd(_ limit: Int) -> Int? {
    guard position + 1 < limit, ScalarForm.isLetter(scalars[position + 1]),
      let end = closing(">", limit, within: 60)
    else { return nil }
    return end + 1
  }

  private func closing(_ mark: Unicode.Scalar, _ limit: Int, within reach: Int) -> Int? {
    let end = min(limit, position + 1 + reach)
    return scalars[position + 1..<end].firstIndex(of: mark)
  }

  private mutating func add(
    _ kind: SentenceToken.Kind, to end: Int, _ isSpaced: Bool, key: String? = nil
  ) {
    let range = position..<max(end, position + 1)
    found.append(
      SentenceToken(
        kind: kind, key: key ?? Self.lowered(scalars[range]), range: range, isSpaced: isSpaced))
    position = range.upperBound
  }

  private static func lowered(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String()
    var isPlain = true
    for scalar in scalars {
      if scalar.value >= 0x80 { isPlain = false }
      let isUpper = scalar.value >= 0x41 && scalar.value <= 0x5A
      text.unicodeScalars.append(
        isUpper ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar)
    }
    return isPlain ? text : text.lowercased()
  }

  // MARK: Code spans

  /// Where the code spans stand that are not values to be read with the sentence.
  private static func places(
    of codes: [String], in scalars: [Unicode.Scalar]
  ) -> [(range: Range<Int>, index: Int)] {
    var places: [(range: Range<Int>, index: Int)] = []
    var start = 0
    var missed = 0
    for (index, code) in codes.enumerated() {
      let wanted = code.unicodeScalars.map(ScalarForm.narrow)
      guard !wanted.isEmpty else { continue }
      guard let range = firstRange(of: wanted, in: scalars, from: start) else {
        // The codes of a row of a table stand in all of its cells.
        missed += 1
        if missed > 8 { break }
        continue
      }
      if !isValue(wanted) { places.append((range, index)) }
      start = range.upperBound
    }
    return places
  }

  private static func firstRange(
    of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int
  ) -> Range<Int>? {
    guard start + wanted.count <= scalars.count else { return nil }
    for first in start...(scalars.count - wanted.count)
    where scalars[first] == wanted[0] && scalars[first..<first + wanted.count].elementsEqual(wanted)
    {
      return first..<first + wanted.count
    }
    return nil
  }

  /// `200`, `< 5 ms`, `>= 3`, `200 OK`: begins with a digit or a comparator and is short.
  private static func isValue(_ code: [Unicode.Scalar]) -> Bool {
    guard code.count <= 16, let first = code.first else { return false }
    if ScalarForm.isDigit(first) {
      return code.allSatisfy {
        ScalarForm.isDigit($0) || ScalarForm.isLetter($0) || " .%".unicodeScalars.contains($0)
      }
    }
    guard "<>=≤≥".unicodeScalars.contains(first) else { return false }
    return code.contains(where: ScalarForm.isDigit)
      && code.allSatisfy {
        ScalarForm.isDigit($0) || ScalarForm.isLetter($0) || "<>=≤≥ .%,".unicodeScalars.contains($0)
      }
  }
}
