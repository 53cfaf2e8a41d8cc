internal import ArgumentParser

/// How the run goes and where it is kept.
struct RunningOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The time limit of each block: 90s, 5min.", valueName: "time"))
  var timeout: String?

  @Option(
    help: ArgumentHelp(
      "How much of what a command prints on each stream is kept: 512KiB, 10MB (2 MiB).",
      valueName: "size"))
  var outputLimit: String?

  @Flag(help: "Go on after a failed section even where the checklist says to stop.")
  var keepGoing = false

  @Flag(help: "Stop after the first section that fails.")
  var stopOnFail = false

  @Option(help: ArgumentHelp("The folder that runs are kept in.", valueName: "folder"))
  var output = "output"

  @Option(
    help: ArgumentHelp(
      "Also keep everything that commands print, secrets included, in this folder of your own.",
      valueName: "folder"))
  var keepRaw: String?

  @Option(
    help: ArgumentHelp(
      "Sign the completed document with this key (or public key, for agents).",
      valueName: "key"))
  var sign: String?

  @Flag(help: "Show only the decision.")
  var quiet = false

  @Flag(help: "Show all output of every command.")
  var verbose = false
}
