/// One thing that speaks against a GO, with its place.
package struct Reason: Sendable, Equatable {
  /// Whether it failed or is merely open.
  package let verdict: Verdict
  /// The section it belongs to.
  package let section: Int
  /// The line of the document.
  package let line: Int
  /// What it is, one sentence without a final stop.
  package let text: String

  /// The item or expectation it is about, or nil.
  package let claim: Int?

  /// A reason.
  package init(verdict: Verdict, section: Int, line: Int, text: String, claim: Int? = nil) {
    self.verdict = verdict
    self.section = section
    self.line = line
    self.text = text
    self.claim = claim
  }
}
