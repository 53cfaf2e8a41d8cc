internal import GonogoCore

extension ChoiceReader {
  /// True when the items of a list exclude each other by what the document says: its lead-in asks
  /// for one, they are numbered options, or the answers to a question.
  ///
  /// `asked` is the lead-in or the heading above the list; `isQuestion` says that it stands right above
  /// and ends with a question mark.
  static func isChoice(_ lines: [Line], asked: String, isQuestion: Bool = false) -> Bool {
    guard (2...8).contains(lines.count), lines.allSatisfy({ $0.box != nil && !$0.head.isEmpty }),
      Set(lines.map(\.head)).count == lines.count
    else { return false }
    return asksForOne(asked) || lines.allSatisfy { isOption($0.head) }
      || isQuestion && areAnswers(lines) || isVerdict(asked) && areVerdicts(lines)
  }

  /// True when one line alone is a "yes" to the question above, and another a "no", or what stands
  /// between: the lines are what may be answered.
  private static func areAnswers(_ lines: [Line]) -> Bool {
    let words = lines.map { ProseWords.words(in: $0.head).first ?? "" }
    let yes = words.filter { isAnswer($0) && OutcomeWords.side(of: $0) == .good }
    return yes.count == 1
      && words.contains { [.bad, .between].contains(OutcomeWords.side(of: $0)) }
  }

  /// "Decision", "Final recommendation": there is one of it. "Decision criteria" are many.
  private static func isVerdict(_ asked: String) -> Bool {
    let words = ProseWords.words(in: asked)
    return (1...4).contains(words.count) && words.contains { verdicts.contains($0) }
      && words.allSatisfy { verdicts.contains($0) || sortsOfVerdict.contains($0) }
  }

  private static let sortsOfVerdict = WordList.words("Lists.sortsOfVerdict")
  private static let verdicts = WordList.words("Lists.verdicts")

  /// True when the lines open with words that point in opposite directions: "Approve the move", "Stop
  /// the move".
  private static func areVerdicts(_ lines: [Line]) -> Bool {
    guard lines.count <= 5 else { return false }
    let sides = lines.map { side(opening: $0.head) }
    return sides.contains(.good) && sides.contains(.bad)
  }

  /// Which way the first words point; "no" alone denies what follows, whatever that is.
  private static func side(opening head: String) -> OutcomeWords.Side? {
    let words = OutcomeWords.normal(head).split(separator: " ")
    for count in [3, 2, 1] where words.count >= count {
      let opening = words.prefix(count).joined(separator: " ")
      if count == 1, words.count > 1, isAnswer(opening) { return nil }
      if let side = OutcomeWords.side(of: opening) { return side }
    }
    return nil
  }

  /// True for the two lines of a list of which one says that there is none of what the other names: "No
  /// breaking changes" and "Breaking changes (see below)".
  static func areDenial(_ lines: [Line]) -> Bool {
    guard lines.count == 2, lines.allSatisfy({ $0.box != nil }) else { return false }
    return denies(lines[0].head, lines[1].head) || denies(lines[1].head, lines[0].head)
  }

  private static func denies(_ denial: String, _ other: String) -> Bool {
    let words = ProseWords.words(in: denial)
    guard (2...5).contains(words.count), ProseWords.standard.isPhrase(words[0], .none) else {
      return false
    }
    let named = ProseWords.words(in: other)
    let noun = words.dropFirst()
    guard named.starts(with: noun), named.count - noun.count <= 1 else { return false }
    return named.count == noun.count || named.last.map { presents.contains($0) } == true
  }

  private static let presents = WordList.words("Lists.presents")

  private static func asksForOne(_ text: String) -> Bool {
    if ["任选其一", "任選其一", "选择一项", "選擇一項", "一つ選択", "いずれか一つ"].contains(where: { text.holds($0) }) {
      return true
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let order = words.drop { ["please", "bitte", "por", "favor"].contains($0) }
    guard let verb = order.first, verbs.contains(verb), words.count <= 12 else { return false }
    let object = order.dropFirst().drop { ["only", "just", "exactly", "nur", "solo"].contains($0) }
    return object.first.map { ones.contains($0) } == true
      && !words.contains {
        ["more", "least", "más", "mehr", "mindestens", "each", "per"].contains($0)
      }
  }

  private static let verbs = WordList.words("Lists.verbs")
  private static let ones: Set<String> = [
    "one", "uno", "una", "um", "uma", "un", "une", "eine", "einen", "eins",
  ]

  /// "Option 2", "Variante B".
  private static func isOption(_ head: String) -> Bool {
    let words = head.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count == 2, options.contains(String(words[0])) else { return false }
    return words[1].count <= 2
  }

  private static let options = WordList.words("Lists.options")
}
