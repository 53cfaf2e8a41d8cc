import GonogoCore

/// Reads the total of `coverage report`.
struct CoverageReportRecognizer: Recognizer {
  let name = "coverage"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let command = output.speaker,
      command.words.contains("report"),
      command.words.contains(where: { $0 == "coverage" || $0.hasSuffix("/coverage") }),
      let total = CoverageTotal.read(output.lines)
    else { return [] }
    return [quantity("coverage", total.quantity, total.text)]
  }
}
