/// How far the commands of a run are kept away from the machine.
package enum SandboxLevel: String, Sendable, Codable, CaseIterable {
  /// bubblewrap: own processes, read-only system, hidden home, private temporary folders, only the
  /// working directory writable; the network is reachable.
  case standard
  /// No sandbox: commands run as the operator would run them, with a clean environment.
  case none
}
