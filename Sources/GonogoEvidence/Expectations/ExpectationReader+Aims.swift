import GonogoCore

extension ExpectationReader {
  /// The word that makes of a limit in parentheses the aim of some work: "Tuning (goal < 100 ms)".
  func goal(_ core: SentenceCore) -> String? {
    let first = core.tokens.lowerBound
    guard !isLabelled, depths[first] > 0, first > 1 else { return nil }
    let words = (max(0, first - 4)..<first).filter { depths[$0] > 0 }
    let text = words.map { tokens[$0].key }.joined()
    return ["目標", "目标", "goal", "ziel", "objetivo", "objectif", "meta", "목표"].first {
      text.hasSuffix($0)
    }
  }

  /// True when `second` stands in parentheses behind `first` and is about something else: "> 99.9%
  /// uptime (at most 4 min downtime)".
  func explains(_ second: SentenceCore, _ first: SentenceCore) -> Bool {
    guard case .limit(let one) = first.fact, case .limit(let other) = second.fact else {
      return false
    }
    return depths[first.tokens.lowerBound] == 0 && depths[second.tokens.lowerBound] > 0
      && one.quantity.unit.dimension != other.quantity.unit.dimension && one.share == nil
      && other.share == nil
  }

  /// The tokens in which a negation would turn what the sentence states: behind the colon, where a
  /// text or status that must be shown is stated there.
  func stated(_ core: SentenceCore) -> [Int] {
    switch core.fact {
    case .contains, .status:
      let colon = tokens.indices.last { index in
        index < core.tokens.lowerBound && tokens[index].isSymbol(":") && depths[index] == 0
      }
      guard isLabelled, let colon else { return rest }
      return rest.filter { $0 > colon }
    default: return rest
    }
  }

  /// True when "page" or "block" at token `index` is a thing and not what somebody is to do.
  func isThing(_ index: Int) -> Bool {
    let key = tokens[index].key
    guard ["page", "pages", "block", "blocks"].contains(key) else { return false }
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if key.hasPrefix("page"), let next, Self.ofPages.contains(next.key) { return true }
    guard index > start else { return false }
    let before = tokens[index - 1]
    if before.isNumber { return true }
    guard before.kind == .word, !Self.beforeDeeds.contains(before.key) else { return false }
    guard let next else { return true }
    return ["(", ":", ",", "."].contains(next.key)
      || next.kind == .word && !Self.behindDeeds.contains(next.key)
  }

  private static let ofPages: Set<String> = [
    "load", "loads", "loading", "loaded", "renders", "render", "opens", "size", "weight", "speed",
    "response", "responds",
  ]
  private static let beforeDeeds: Set<String> = [
    "and", "or", "then", "must", "should", "will", "to", "we", "also", "please", "immediately",
    "auto", "automatically", "you", "alert", "alerts", "can", "not",
  ]
  private static let behindDeeds: Set<String> = [
    "if", "when", "the", "on-call", "oncall", "on", "at", "team", "someone", "sre", "for", "over",
    "above", "below", "under", "deploy", "deployment", "release", "merge", "all",
  ]
}
