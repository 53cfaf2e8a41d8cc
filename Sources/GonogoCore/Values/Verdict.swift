/// How a command, an expectation, an item or a criterion came out.
///
/// `and`, `or` and `not` follow Kleene's strong three-valued logic; `skipped` counts there as
/// `unknown`, because what was not observed is not known.
package enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// Evidence, or a named person's word, says it holds.
  case pass
  /// Evidence, or a named person's word, says it does not hold.
  case fail
  /// Nobody and nothing has said; never counts as pass.
  case unknown
  /// It was left out on purpose or because something before it stopped the run.
  case skipped

  /// True when this is neither a pass nor a fail.
  package var isOpen: Bool { self == .unknown || self == .skipped }

  /// Kleene's conjunction: fail wins, then unknown.
  package static func && (left: Verdict, right: @autoclosure () -> Verdict) -> Verdict {
    if left == .fail { return .fail }
    let other = right()
    if other == .fail { return .fail }
    return left == .pass && other == .pass ? .pass : .unknown
  }

  /// Kleene's disjunction: pass wins, then unknown.
  package static func || (left: Verdict, right: @autoclosure () -> Verdict) -> Verdict {
    if left == .pass { return .pass }
    let other = right()
    if other == .pass { return .pass }
    return left == .fail && other == .fail ? .fail : .unknown
  }

  /// Kleene's negation: open stays open.
  package static prefix func ! (verdict: Verdict) -> Verdict {
    switch verdict {
    case .pass: .fail
    case .fail: .pass
    case .unknown, .skipped: .unknown
    }
  }

  /// Conjunction of many; `whenEmpty` when there is nothing, which is `unknown` unless the caller
  /// knows that nothing was asked for: an empty check has observed nothing.
  package static func all(_ verdicts: some Sequence<Verdict>, whenEmpty: Verdict = .unknown)
    -> Verdict
  {
    var result: Verdict?
    for verdict in verdicts { result = result.map { $0 && verdict } ?? (verdict && .pass) }
    return result ?? whenEmpty
  }
}
