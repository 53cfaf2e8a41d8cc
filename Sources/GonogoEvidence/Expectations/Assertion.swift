package import GonogoCore

/// What a sentence says must hold, in a form that can be compared with what a command printed.
package enum Assertion: Sendable, Equatable {
  /// A measured value stands so to a limit, in one tier or two.
  case limit(Threshold)
  /// A version stands so to another; never compared, since every program writes its own.
  case version(Limit.Comparator, String)
  /// A measured value lies between two.
  case range(MeasuredRange)
  /// A measured value is near another.
  case within(Tolerance)
  /// A server answers with one of these HTTP statuses.
  case status([Int])
  /// The command ends with this exit code.
  case exit(Int)
  /// The output holds each of these, letter by letter.
  case contains([String])
  /// A line of the output matches this pattern.
  case matches(String)
  /// The output is this block.
  case sample(Claim.Sample)
  /// There is no output.
  case empty
  /// There are none of these.
  case zero(noun: String)
  /// Every one of these is in this state.
  case all(noun: String, state: String)
  /// It is in this state.
  case state(String)

  /// True for a demand that a plain number is 0.
  package var isNought: Bool {
    guard case .limit(let threshold) = self else { return false }
    return threshold.required.comparator == .equal && threshold.required.quantity == Quantity(0)
  }

  /// True for a state that somebody judges, unless a command shows it: "ready", "accessible".
  package var isSoft: Bool {
    guard case .state(let state) = self else { return false }
    return PhraseBook.standard.isWord(state.lowercased(), .soft)
  }

  /// True for a regular expression that can be matched here.
  package static func isPattern(_ text: String) -> Bool { (try? LinePattern(text)) != nil }

  /// How it reads, for people: `< 1 GB, warns; fails at > 5 GB`.
  package var shown: String {
    switch self {
    case .limit(let threshold): threshold.shown
    case .version(let comparator, let text): "version \(comparator.rawValue) \(text)"
    case .range(let range): range.shown
    case .within(let tolerance): tolerance.shown
    case .status(let codes): "HTTP status " + codes.map(String.init).joined(separator: " or ")
    case .exit(let code): "exit code \(code)"
    case .contains(let texts):
      "output contains " + texts.map { "“\($0)”" }.joined(separator: " and ")
    case .matches(let pattern): "a line of the output matches “\(pattern)”"
    case .sample(let sample): "output is the block in line \(sample.line)"
    case .empty: "no output"
    case .zero(let noun): "0 \(noun)"
    case .all(let noun, let state): "all \(noun) \(state)"
    case .state(let state): Self.isVerb(state) ? state : "is \(state)"
    }
  }

  /// True for "passes", "exists", "completed successfully": it needs no "is".
  private static func isVerb(_ state: String) -> Bool {
    let word = state.prefix { $0 != " " }.lowercased()
    return verbs.contains(word)
  }

  private static let verbs: Set<String> = [
    "exist", "exists", "pass", "passes", "passed", "succeed", "succeeds", "succeeded", "compile",
    "compiles", "builds", "validate", "validates", "complete", "completes", "completed", "worked",
    "works",
  ]
}
