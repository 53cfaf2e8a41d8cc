/// A fault or an oddity in something the user wrote: a value, collected and shown with the rest.
package struct Diagnostic: Sendable, Hashable, Codable {
  /// How bad it is.
  package enum Severity: String, Sendable, Hashable, Codable {
    /// Nothing may run.
    case error
    /// It can run, but look at it.
    case warning
    /// For your information.
    case note
  }

  /// How bad it is.
  package let severity: Severity
  /// A stable, short code (`unknown-directive`), for filters and tests.
  package let code: String
  /// What is wrong, one sentence without a final stop.
  package let message: String
  /// What to do about it, or nil when nothing needs doing.
  package let cure: String?
  /// The file it is about.
  package let file: String
  /// Where in the file; nil when it is about the file as a whole.
  package let location: SourceLocation?

  /// A diagnostic; see the properties.
  package init(
    _ severity: Severity, code: String, _ message: String, cure: String? = nil, file: String,
    at location: SourceLocation? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.cure = cure
    self.file = file
    self.location = location
  }
}
