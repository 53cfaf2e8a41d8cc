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

  /// `“Run the tests” succeeds whatever happens …`.
  static func sentence(_ command: PlannedCommand) -> String {
    "“\(command.name)” \(command.silence ?? "")"
  }
}
