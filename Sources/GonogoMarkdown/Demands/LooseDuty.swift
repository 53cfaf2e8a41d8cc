internal import GonogoCore

/// Sentences by which people owe something before or while the work is done: who must be there, told or
/// asked, what comes first, what is waited for. No command shows it.
enum LooseDuty {
  /// Longer sentences explain.
  private static let mostWords = 16

  /// True for such a sentence.
  static func isMade(by words: SentenceWords) -> Bool {
    let all = words.words
    guard (2...mostWords).contains(all.count) else { return false }
    return isOwed(all) || comesFirst(all, words.text) || isWaitedFor(all, words)
      || isStop(all, words.text) || signsBefore(all)
  }

  /// True where a block may hold one.
  static func mayBeMade(by words: SentenceWords) -> Bool {
    words.words.contains { word in
      owed.contains(word) || firsts.contains(word) || waits.contains(word) || stops.contains(word)
        || signing.contains(word)
    }
  }

  /// "The support team must be informed", "Two engineers have to be present".
  private static func isOwed(_ all: [String]) -> Bool {
    guard
      let must = all.indices.first(where: { place in
        musts.contains(all[place])
          // "Has to be", not "has it available".
          && (!haves.contains(all[place]) || place + 1 < all.count && all[place + 1] == "to")
      })
    else { return false }
    return all[(must + 1)...].prefix(6).contains { owed.contains($0) }
  }

  /// "Take a backup first!", "Zuerst die Kunden informieren".
  private static func comesFirst(_ all: [String], _ text: String) -> Bool {
    guard all.count <= 8, let last = all.last, let first = all.first, firsts.contains(last) else {
      return false
    }
    return !articles.contains(first) && !firsts.contains(first) && text.last != ","
      && !LooseGate.namesGo(text)
  }

  /// "Wait until Monday", "Wait for the approval": a day or people, and nothing that a program waits for.
  private static func isWaitedFor(_ all: [String], _ words: SentenceWords) -> Bool {
    guard let first = all.first, waits.contains(first) else { return false }
    return words.has(.approving)
      || all.contains { LooseGate.weekdays.contains($0) || people.contains($0) }
  }

  /// "STOP: get approval first", "HALT! Call the DBA": in capitals, and what else.
  private static func isStop(_ all: [String], _ text: String) -> Bool {
    guard let first = all.first, stops.contains(first) else { return false }
    let opening = text.drop { !$0.isLetter }.prefix { $0.isLetter }
    let next = text.drop { !$0.isLetter }.dropFirst(opening.count).first
    return opening.count >= 4 && opening.allSatisfy(\.isUppercase)
      && next.map { ":!–—-".contains($0) } == true
  }

  /// "QA signs off before the rollout", "The owner approves first".
  private static func signsBefore(_ all: [String]) -> Bool {
    guard let sign = all.firstIndex(where: { signing.contains($0) }), (1...4).contains(sign) else {
      return false
    }
    return all[sign...].contains { befores.contains($0) || firsts.contains($0) }
  }

  private static let haves: Set<String> = ["has", "have", "need", "needs"]
  private static let musts = WordList.words("LooseDuty.musts")
  private static let owed = WordList.words("LooseDuty.owed")
  private static let firsts = WordList.words("LooseDuty.firsts")
  private static let articles = WordList.words("LooseDuty.articles")
  private static let waits = WordList.words("LooseDuty.waits")
  private static let people = WordList.words("LooseDuty.people")
  private static let stops = WordList.words("LooseDuty.stops")
  private static let signing = WordList.words("LooseDuty.signing")
  private static let befores = WordList.words("LooseDuty.befores")
}
