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

  /// What in the document it is about, or nil when it is about the run as a whole.
  package let subject: Subject?

  /// What a reason can be about; by its position in the plan or the checklist.
  package enum Subject: Sendable, Hashable {
    /// A command that did not pass.
    case command(Int)
    /// An item, expectation or criterion.
    case claim(Int)
    /// A blank that is not filled.
    case blank(Int)
  }

  /// A reason.
  package init(verdict: Verdict, section: Int, line: Int, text: String, subject: Subject? = nil) {
    self.verdict = verdict
    self.section = section
    self.line = line
    self.text = text
    self.subject = subject
  }

  /// The item, expectation or criterion it is about, or nil.
  package var claim: Int? {
    if case .claim(let id) = subject { return id }
    return nil
  }
}
