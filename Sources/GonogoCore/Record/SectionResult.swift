/// What became of one section: the conjunction of what stands in it.
package struct SectionResult: Sendable {
  /// The section's position in the checklist.
  package let section: Int
  /// Its verdict.
  package let verdict: Verdict
  /// What failed or is open in it, in document order.
  package let reasons: [Reason]
  /// The time its commands took, in nanoseconds.
  package let nanoseconds: UInt64
  /// True when something in it is checked: anything but what was left running in the background.
  package let checksSomething: Bool

  /// A result; see the properties.
  package init(
    section: Int, verdict: Verdict, reasons: [Reason], nanoseconds: UInt64,
    checksSomething: Bool = true
  ) {
    self.checksSomething = checksSomething
    self.section = section
    self.verdict = verdict
    self.reasons = reasons
    self.nanoseconds = nanoseconds
  }
}
