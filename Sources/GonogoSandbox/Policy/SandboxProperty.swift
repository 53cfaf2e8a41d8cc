/// One thing a sandbox is to see to, and whether it does on this machine.
package struct SandboxProperty: Sendable, Equatable {
  /// What it is, as a phrase: `home hidden`.
  package let name: String
  /// True when the running sandbox was seen to enforce it.
  package let isEnforced: Bool
  /// True when a level without it is not that level.
  package let isRequired: Bool
  /// What would enforce it, when it is not enforced.
  package let cure: String

  init(_ name: String, _ isEnforced: Bool, isRequired: Bool = true, cure: String) {
    self.name = name
    self.isEnforced = isEnforced
    self.isRequired = isRequired
    self.cure = cure
  }
}
