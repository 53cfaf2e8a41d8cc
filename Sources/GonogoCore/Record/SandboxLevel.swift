/// How far the commands of a run are kept away from the machine.
package enum SandboxLevel: String, Sendable, Codable, CaseIterable {
  /// bubblewrap as for `standard`, and the working directory is read-only; there is no network.
  case strict
  /// bubblewrap: own processes, read-only system, hidden home, private temporary folders, only the
  /// working directory writable; the network is reachable.
  case standard
  /// Landlock and a system call filter, where there is no bubblewrap: less than `standard`.
  case reduced
  /// No sandbox: commands run as the operator would run them, with a clean environment.
  case none

  /// True for the levels that bubblewrap enforces.
  package var hasNamespaces: Bool { self == .standard || self == .strict }
}
