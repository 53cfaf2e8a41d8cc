/// A person's word on something no command can decide.
package struct Attestation: Sendable, Equatable {
  /// What can be answered.
  package enum Answer: String, Sendable, Codable {
    /// It holds.
    case yes
    /// It does not.
    case no
    /// It does not apply here; needs a reason and is no pass of a GO criterion.
    case notApplicable = "not applicable"
    /// Nobody can say yet; the same as no answer.
    case notYet = "not yet"
  }

  /// Who said it.
  package let by: String
  /// When, in seconds since 1970-01-01 UTC.
  package let time: Int
  /// What they said.
  package let answer: Answer
  /// What they added, or nil.
  package let note: String?
  /// The file it was written down in before the run, or nil when it was given when asked.
  package let preparedIn: String?

  /// An attestation.
  package init(
    by: String, time: Int, answer: Answer, note: String?, preparedIn: String? = nil
  ) {
    self.preparedIn = preparedIn
    self.by = by
    self.time = time
    self.answer = answer
    self.note = note
  }
}
