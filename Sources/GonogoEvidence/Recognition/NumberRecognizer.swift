import GonogoCore

/// Reads an output that is one number, with or without a unit.
struct NumberRecognizer: Recognizer {
  let name = "number"
  var standing: RecognizerStanding { .generic }

  func captures(in output: CommandOutput) -> [Capture] {
    let lines = output.lines.filter { !$0.isBlank }
    guard !output.isTruncated, lines.count == 1, let quantity = QuantityReader.read(lines[0]),
      !output.commands.contains(where: Self.printsHashes)
    else { return [] }
    let text = String(lines[0].trimmed)
    return [Capture(name: "value", value: .quantity(quantity), text: text, recognizer: name)]
  }

  /// An abbreviated commit may consist of digits alone.
  private static func printsHashes(_ command: ShellCommand) -> Bool {
    guard let call = GitCommand(command) else { return false }
    return ["rev-parse", "log", "show", "describe", "merge-base"].contains(call.subcommand)
  }
}
