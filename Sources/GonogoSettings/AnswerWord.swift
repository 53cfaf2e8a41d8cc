package import GonogoCore

/// The words people answer with.
package enum AnswerWord {
  /// The answer a word means, or nil: it is no answer to a yes-or-no question.
  package static func answer(_ word: String) -> Attestation.Answer? {
    switch word.lowercased() {
    case "yes", "y", "true", "x": .yes
    case "no", "n", "false": .no
    case "not applicable", "n/a", "na": .notApplicable
    case "not yet", "?", "later", "unknown": .notYet
    default: nil
    }
  }
}
