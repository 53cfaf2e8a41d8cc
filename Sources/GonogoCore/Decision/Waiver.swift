/// A person's recorded acceptance of something that failed or is open.
package struct Waiver: Sendable, Equatable {
  /// What is accepted.
  package let subject: Reason.Subject
  /// What the document calls it.
  package let text: String
  /// The line of the document.
  package let line: Int
  /// Why it is accepted.
  package let reason: String
  /// Who accepts it.
  package let by: String
  /// When, in seconds since 1970-01-01 UTC.
  package let time: Int
  /// True when it was given with the command, false when it was given when asked.
  package let isPrepared: Bool

  /// A waiver; see the properties.
  package init(
    subject: Reason.Subject, text: String, line: Int, reason: String, by: String, time: Int,
    isPrepared: Bool
  ) {
    self.subject = subject
    self.text = text
    self.line = line
    self.reason = reason
    self.by = by
    self.time = time
    self.isPrepared = isPrepared
  }
}
