/// A directive as somebody wrote it, not yet read: in a comment of the document or in the sidecar.
package struct Annotation: Sendable {
  /// What it is about.
  package enum Subject: Sendable, Hashable {
    /// The claim with this id.
    case claim(Int)
    /// The blank with this id.
    case blank(Int)
  }

  /// What it is about.
  package let subject: Subject
  /// The directive's text (`record mean_exec_time[1]`).
  package let text: String
  /// The file it was written in.
  package let file: String
  /// Where the directive begins.
  package let location: SourceLocation

  /// An annotation; see the properties.
  package init(subject: Subject, text: String, file: String, location: SourceLocation) {
    self.subject = subject
    self.text = text
    self.file = file
    self.location = location
  }
}
