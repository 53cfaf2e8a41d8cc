internal import GonogoCore

/// Which word of a choice a run picks.
enum Choice {
  /// The position of what was picked: `decision`, else `text`; nil when it is none of `words`.
  static func picked(among words: [String], text: String?, decision: Decision.Answer?) -> Int? {
    if let decision { return OutcomeWords.index(of: decision, among: words) }
    return text.flatMap { OutcomeWords.index(of: $0, among: words) }
  }
}
