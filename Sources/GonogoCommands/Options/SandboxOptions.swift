internal import ArgumentParser
internal import GonogoCore

/// What commands may see and are given.
struct SandboxOptions: ParsableArguments {
  /// The levels that can be asked for.
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case standard
    case none
  }

  @Option(help: "How commands are kept apart from the machine: standard or none.")
  var sandbox = Level.standard

  @Option(
    name: .customLong("bind"), parsing: .singleValue,
    help: ArgumentHelp(
      "Show a folder of the host inside the sandbox; :ro makes it read-only.",
      valueName: "host:sandbox[:ro]"))
  var bindings: [String] = []

  @Option(
    name: .customLong("env"), parsing: .singleValue,
    help: ArgumentHelp(
      "Give commands this variable, besides those the checklist names.",
      valueName: "name[=value]"))
  var variables: [String] = []

  @Option(
    name: .customLong("secret"), parsing: .singleValue,
    help: ArgumentHelp(
      "Hide the value of this variable or placeholder wherever it would show.",
      valueName: "name"))
  var secrets: [String] = []

  var level: SandboxLevel { sandbox == .none ? .none : .standard }
}
