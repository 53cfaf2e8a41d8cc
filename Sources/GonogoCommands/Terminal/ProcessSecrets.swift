internal import GonogoRedaction
internal import Synchronization

/// What nothing that leaves this process may show: every text for the terminal, every error, every
/// file of a run is cleaned of it. Known formats of tokens are, before anything else is known.
enum ProcessSecrets {
  private static let tables = Mutex<SecretTables>(.none)

  /// What is looked for now.
  static var current: SecretTables { tables.withLock { $0 } }

  /// Hides `secrets` from now on.
  static func hide(_ secrets: [Secret]) {
    let made = SecretTables(secrets)
    tables.withLock { $0 = made }
  }
}
