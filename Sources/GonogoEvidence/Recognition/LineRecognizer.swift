import GonogoCore

/// Says of any output what its last line is and how many lines it has.
struct LineRecognizer: Recognizer {
  let name = "lines"
  var standing: RecognizerStanding { .beside }

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let last = output.lines.last(where: { !$0.isBlank }) else {
      return []
    }
    let count = output.lines.count
    let text = String(last.trimmed)
    return [
      Capture(
        name: "last_line", value: .text(text), text: text, recognizer: name, isPrimary: false),
      Capture(
        name: "line_count", value: .quantity(Quantity(Double(count))), text: String(count),
        recognizer: name, isPrimary: false),
    ]
  }
}
