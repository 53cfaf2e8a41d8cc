/// Answers written down before the run, for when nobody can be asked.
package struct PreparedAnswers: Sendable {
  /// One answer, not yet matched with the document.
  package struct Entry: Sendable {
    /// The section's heading as written.
    package let section: String
    /// The text of the claim or the label of the blank.
    package let text: String
    /// Where that stands in the file.
    package let location: SourceLocation
    /// The answer to a claim, or nil when it is a value for a blank.
    package let answer: Attestation.Answer?
    /// The value for a blank, or nil.
    package let value: String?
    /// Whose answer it is; nil for the operator's.
    package let by: String?
    /// What they added.
    package let note: String?

    /// An entry; see the properties.
    package init(
      section: String, text: String, location: SourceLocation, answer: Attestation.Answer?,
      value: String?, by: String?, note: String?
    ) {
      self.section = section
      self.text = text
      self.location = location
      self.answer = answer
      self.value = value
      self.by = by
      self.note = note
    }
  }

  /// The file, as shown in messages.
  package let file: String
  /// The operator's name, or nil.
  package let operatorName: String?
  /// What fills the Notes field, or nil.
  package let notes: String?
  /// Values for variables that are not set.
  package let inputs: [String: String]
  /// The answers in the order they are written.
  package let entries: [Entry]

  /// Answers; see the properties.
  package init(
    file: String, operatorName: String?, notes: String?, inputs: [String: String],
    entries: [Entry]
  ) {
    self.file = file
    self.operatorName = operatorName
    self.notes = notes
    self.inputs = inputs
    self.entries = entries
  }
}
