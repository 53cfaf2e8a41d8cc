internal import ArgumentParser

/// How a checklist is read.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read bindings from this file instead of NAME.gonogo.yaml beside the checklist.",
      valueName: "file"))
  var bindings: String?

  @Flag(help: "Let only written bindings count; what is inferred is asked, with it as a hint.")
  var strict = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "The value of a placeholder or variable of the checklist.", valueName: "name=value"))
  var settings: [String] = []
}
