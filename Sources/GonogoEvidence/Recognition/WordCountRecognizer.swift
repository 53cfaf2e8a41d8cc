import GonogoCore

/// Reads `wc -l FILE` and its like: one count and the file's name.
struct WordCountRecognizer: Recognizer {
  let name = "wc"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let command = output.commands.last, command.program == "wc",
      command.printsToOutput, let option = command.arguments.first,
      ["-l", "-c", "-w", "-m", "--lines", "--bytes", "--words", "--chars"].contains(option),
      command.arguments.count == 2, let file = command.arguments.last, output.lines.count == 1
    else { return [] }
    let parts = output.lines[0].trimmed.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[1] == file || file.contains("$") || file.contains("~"),
      let count = QuantityReader.read(parts[0]), count.unit == .none
    else { return [] }
    return [
      Capture(name: "value", value: .quantity(count), text: String(parts[0]), recognizer: name)
    ]
  }
}
