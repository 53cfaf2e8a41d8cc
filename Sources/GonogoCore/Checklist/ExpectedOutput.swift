/// Output that a document made for another tool shows as expected, with how that tool compares it.
package struct ExpectedOutput: Sendable, Equatable {
  /// The claim it was made into.
  package let claim: Int
  /// The step whose output is meant, or nil when none stands before it.
  package let step: Int?
  /// The regular expression that the output must match, or nil when the tool reckons a score.
  package let pattern: String?
  /// Where the document says so.
  package let location: SourceLocation

  /// An expected output; see the properties.
  package init(claim: Int, step: Int?, pattern: String?, location: SourceLocation) {
    self.claim = claim
    self.step = step
    self.pattern = pattern
    self.location = location
  }

  /// The same with its claim at another position.
  package func about(claim: Int) -> ExpectedOutput {
    ExpectedOutput(claim: claim, step: step, pattern: pattern, location: location)
  }
}
