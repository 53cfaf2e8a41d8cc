import GonogoCore

/// Reads `git log --oneline`: how many commits it lists.
struct GitLogRecognizer: Recognizer {
  let name = "git-log"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let call = GitCommand.only("log", in: output),
      !output.lines.isEmpty || output.isSilentSuccess, call.arguments.contains("--oneline"),
      output.lines.allSatisfy(Self.isCommit)
    else { return [] }
    let count = output.lines.count
    return [
      Capture(
        name: "commits", value: .quantity(Quantity(Double(count))), text: String(count),
        recognizer: name)
    ]
  }

  private static func isCommit(_ line: Substring) -> Bool {
    let hash = line.utf8.prefix { $0.isHex }
    return (4...64).contains(hash.count) && line.utf8.dropFirst(hash.count).first == 0x20
  }
}
