/// What became of one claim.
package struct ClaimResult: Sendable {
  /// The claim's position in the checklist.
  package let claim: Int
  /// Pass when the sentence holds, whichever list it stands in.
  package let verdict: Verdict
  /// Where that comes from.
  package let source: Source
  /// Why, with the values, one sentence.
  package let because: String
  /// True when it passed but a first limit was crossed.
  package let isWarning: Bool

  /// A result; see the properties.
  package init(
    claim: Int, verdict: Verdict, source: Source, because: String, isWarning: Bool = false
  ) {
    self.claim = claim
    self.verdict = verdict
    self.source = source
    self.because = because
    self.isWarning = isWarning
  }
}
