/// Something that only a person can answer, with the evidence beside it.
package struct Question: Sendable {
  /// What is asked about.
  package enum Subject: Sendable, Hashable {
    /// Whether a claim holds.
    case claim(Int)
    /// What goes into a blank.
    case blank(Int)
  }

  /// What is asked about.
  package let subject: Subject
  /// Its sentence or label.
  package let text: String
  /// The item around it, or nil.
  package let context: String?
  /// The section's heading.
  package let section: String
  /// The line of the document.
  package let line: Int
  /// Whose answer it is, or nil for the operator's.
  package let role: String?
  /// What is known about it: why no command decided it, which values come near.
  package let evidence: String
  /// True when holding would forbid a GO.
  package let isTrigger: Bool
  /// True when it is needed for a GO.
  package let isRequired: Bool
  /// The unit of a blank, or nil.
  package let unit: String?
  /// The words of which one is to be picked; empty when anything can be written.
  package let options: [String]
}
