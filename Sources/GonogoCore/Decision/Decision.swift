/// The answer to the question the document asks.
package struct Decision: Sendable, Equatable {
  /// The possible answers.
  package enum Answer: String, Sendable, Codable {
    /// Everything that is needed holds and nothing forbids it.
    case go = "GO"
    /// GO only thanks to waivers.
    case conditionalGo = "CONDITIONAL GO"
    /// Something failed, forbids it, or is not known.
    case noGo = "NO-GO"
  }

  /// The answer.
  package let answer: Answer
  /// Why it is not GO, in document order; empty for GO, all of them
  /// waived for CONDITIONAL GO.
  package let reasons: [Reason]
  /// Which rule was applied, one sentence.
  package let rule: String

  /// What a person has accepted of the reasons.
  package let waivers: [Waiver]

  /// What did not run or is open beside a GO, because the document lets it; the rule says it too.
  package let left: String?

  /// A decision.
  package init(
    answer: Answer, reasons: [Reason], rule: String, waivers: [Waiver] = [], left: String? = nil
  ) {
    self.waivers = waivers
    self.left = left
    self.answer = answer
    self.reasons = reasons
    self.rule = rule
  }
}
