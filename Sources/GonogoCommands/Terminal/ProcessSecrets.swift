internal import GonogoRedaction
internal import Synchronization

/// What nothing that leaves this process may show: every text for the terminal, every error, every
/// file of a run is cleaned of it. Known formats of tokens are, before anything else is known.
enum ProcessSecrets {
  private static let known = Mutex<(secrets: [Secret], tables: SecretTables)>(([], .none))

  /// What is looked for now.
  static var current: SecretTables { known.withLock { $0.tables } }

  /// Hides `secrets` from now on, beside those that are hidden already.
  static func hide(_ secrets: [Secret]) {
    known.withLock { known in
      let more = secrets.filter { !known.secrets.contains($0) }
      guard !more.isEmpty || known.secrets.isEmpty else { return }
      known.secrets += more
      known.tables = SecretTables(known.secrets)
    }
  }
}
