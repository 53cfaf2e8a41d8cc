internal import GonogoCore
internal import GonogoSettings

/// A line typed in answer to a numbered list of questions: `1 3-5 y`, `all y`, `2 n not today`,
/// `4 = 12.5`.
enum AnswerLine: Equatable {
  /// An answer to the questions with these numbers.
  case answer([Int], Attestation.Answer, note: String?)
  /// A value for the blank with this number.
  case value(Int, String)
  /// Nothing more to say.
  case done
  /// What is wrong with the line.
  case wrong(String)

  /// Reads `text`, for `count` questions.
  static func parse(_ text: String, count: Int) -> AnswerLine {
    var words = text.split(whereSeparator: \.isWhitespace)
    if words.isEmpty { return .done }
    let start = text.drop { $0.isWhitespace }
    let digits = start.prefix { $0.isNumber }
    let rest = start.dropFirst(digits.count).drop { $0.isWhitespace }
    if rest.first == "=", let number = Int(digits), count > 0, (1...count).contains(number) {
      let value = rest.dropFirst().drop { $0.isWhitespace }
      return value.isEmpty ? .wrong("write the value after =") : .value(number, String(value))
    }
    var numbers: [Int] = []
    while let word = words.first, let more = Self.numbers(word, count: count) {
      numbers += more
      words.removeFirst()
    }
    guard !numbers.isEmpty else {
      return .wrong("begin with the numbers you answer, or all")
    }
    guard numbers.allSatisfy({ $0 >= 1 && $0 <= count }) else {
      return .wrong("there are \(count) questions")
    }
    guard let word = words.first, let answer = AnswerWord.answer(String(word)) else {
      return .wrong("say y, n, na (does not apply, with the reason) or ? (not yet)")
    }
    let note = words.dropFirst().joined(separator: " ")
    if answer == .notApplicable, note.isEmpty {
      return .wrong("say why it does not apply: 2 na no such table here")
    }
    return .answer(numbers, answer, note: note.isEmpty ? nil : note)
  }

  private static func numbers(_ word: Substring, count: Int) -> [Int]? {
    if word == "all" { return Array(1...max(1, count)) }
    var result: [Int] = []
    for part in word.split(separator: ",") {
      let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        .map { Int($0) }
      guard let first = ends.first, let low = first else { return nil }
      guard ends.count == 2 else {
        result.append(low)
        continue
      }
      guard let high = ends[1], high >= low, high - low < 10_000 else { return nil }
      result += Array(low...high)
    }
    return result.isEmpty ? nil : result
  }
}
