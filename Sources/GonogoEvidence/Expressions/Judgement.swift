package import GonogoCore

/// What a directive decides, and why.
package struct Judgement: Sendable, Hashable {
  /// The verdict; `unknown` when there is a fault.
  package let verdict: Verdict
  /// Why, with the values, one sentence without a final stop: `active 1 < 50% of 100 (= 50)`.
  package let because: String
  /// What is wrong with the directive itself, if anything is; then nothing was decided.
  package let fault: DirectiveError?
  /// What `record` puts into its blank; nil for other directives and when nothing is known.
  package let value: Evaluation?

  /// A judgement; see the properties.
  package init(
    _ verdict: Verdict, because: String, fault: DirectiveError? = nil, value: Evaluation? = nil
  ) {
    self.verdict = verdict
    self.because = because
    self.fault = fault
    self.value = value
  }
}
