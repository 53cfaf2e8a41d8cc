/// A person's permission to run one command.
package struct RunApproval: Sendable, Equatable {
  /// The command's position in the plan.
  package let command: Int
  /// Who gave it.
  package let by: String
  /// How: asked, or with the command line, and how far it went.
  package let how: String
  /// SHA-256 of the text that was approved.
  package let digest: String

  /// A permission; see the properties.
  package init(command: Int, by: String, how: String, digest: String) {
    self.command = command
    self.by = by
    self.how = how
    self.digest = digest
  }
}
