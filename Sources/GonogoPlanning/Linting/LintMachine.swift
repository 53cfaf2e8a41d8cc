/// What a plan needs and this machine does not have.
package struct LintMachine: Sendable {
  /// The programs that are not found; those that only the sandbox hides with their path.
  package let missingTools: [String: String?]
  /// The variables that are not set and must be.
  package let unsetVariables: Set<String>

  /// What is missing.
  package init(missingTools: [String: String?], unsetVariables: Set<String>) {
    self.missingTools = missingTools
    self.unsetVariables = unsetVariables
  }
}
