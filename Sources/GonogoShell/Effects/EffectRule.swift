import GonogoCore

/// What a command does when its arguments meet every condition.
struct EffectRule: Sendable, Hashable {
  let effect: Effect
  let terms: [EffectTerm]
  /// What follows the command's name in a sentence (`changes the working tree`); nil when the file
  /// gives none.
  let reason: String?
  /// True when the effect is at least this one, whatever other rules say.
  var isFloor = false

  /// How specific the rule is.
  var weight: Int { terms.reduce(0) { $0 + $1.weight } }

  /// How many arguments that are no options it names.
  var wordCount: Int {
    terms.count { term in
      switch term {
      case .word, .anyWord: true
      default: false
      }
    }
  }
}
