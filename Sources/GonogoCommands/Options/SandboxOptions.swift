internal import ArgumentParser
internal import GonogoCore

/// What commands may see and are given.
struct SandboxOptions: ParsableArguments {
  /// The levels that can be asked for.
  enum Level: String, ExpressibleByArgument, CaseIterable {
    case strict
    case standard
    case none
  }

  @Option(
    help: ArgumentHelp(
      "How commands are kept apart from the machine: standard, none, or strict, which has no "
        + "network and a read-only working directory.", valueName: "level"))
  var sandbox = Level.standard

  @Flag(
    help:
      "Where bubblewrap cannot be had, go on with Landlock and a system call filter, which is less."
  )
  var allowReduced = false

  @Option(
    name: .customLong("bind"), parsing: .singleValue,
    help: ArgumentHelp(
      "Show a folder of the host inside the sandbox; :ro makes it read-only.",
      valueName: "host:sandbox[:ro]"))
  var bindings: [String] = []

  @Option(
    name: .customLong("grant"), parsing: .singleValue,
    help: ArgumentHelp(
      "Give commands what this program needs of your home, sockets and variables; see plan.",
      valueName: "program"))
  var grants: [String] = []

  @Option(
    name: .customLong("share"), parsing: .singleValue,
    help: ArgumentHelp(
      "Show a file or folder that is hidden, read-only, at its own place.", valueName: "path"))
  var shares: [String] = []

  @Flag(
    help: ArgumentHelp(
      "Let every approved command write below .git, and not only those known to do that; hooks and "
        + "configuration stay closed."))
  var gitWrite = false

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

  @Option(
    help: ArgumentHelp(
      "As root: run commands as this user, or as uid:gid.", valueName: "user"))
  var runAs: String?

  @Option(
    help: ArgumentHelp(
      "How much memory the commands of a block may use together: 512MB, 2GiB.", valueName: "size"))
  var memory: String?

  @Option(help: ArgumentHelp("How many processes a block may have.", valueName: "number"))
  var processes: Int?

  var level: SandboxLevel {
    switch sandbox {
    case .strict: .strict
    case .standard: .standard
    case .none: .none
    }
  }
}
