/// What follows from commands that all passed.
enum CommandSuccess {
  /// Why nothing does: one of them hides its failures, or none finds anything out.
  static func obstacle(_ commands: some Collection<PlannedCommand>) -> String? {
    let empty = commands.filter { $0.silence != nil }
    let telling = empty.first(where: \.hidesFailure)
    guard let shown = telling ?? (empty.count == commands.count ? empty.first : nil) else {
      return nil
    }
    return sentence(shown)
  }

  /// The same of commands of which nobody wrote that their success decides: none of them answers a
  /// question, so that somebody would have to read what they show. Beside a sentence about a
  /// `connection`, that a client worked is the answer.
  static func obstacle(
    toInferring commands: some Collection<PlannedCommand>, connection: Bool
  ) -> String? {
    if let obstacle = obstacle(commands) { return obstacle }
    if connection, commands.contains(where: { !clients.isDisjoint(with: $0.tools) }) { return nil }
    guard commands.allSatisfy({ $0.onlyShows || $0.silence != nil }),
      let shown = commands.first(where: { $0.silence == nil })
    else { return nil }
    return "“\(shown.name)” only shows something, and its success does not say that it is good"
  }

  /// Programs that fail where they cannot connect.
  private static let clients: Set<String> = [
    "psql", "mysql", "mariadb", "mongosh", "redis-cli", "ssh", "nc", "sqlcmd", "cqlsh",
    "clickhouse-client", "kubectl", "valkey-cli",
  ]

  /// `“Run the tests” succeeds whatever happens …`.
  static func sentence(_ command: PlannedCommand) -> String {
    "“\(command.name)” \(command.silence ?? "")"
  }
}
