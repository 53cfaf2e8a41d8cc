import GonogoCore

/// Reads `git diff` with `--stat`, `--shortstat`, `--name-only` or `--name-status`: how many files
/// changed, how many lines came and went.
struct GitDiffRecognizer: Recognizer {
  let name = "git-diff"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let call = GitCommand.only("diff", in: output) else { return [] }
    let layouts = ["--stat", "--shortstat", "--name-only", "--name-status"]
    let asked = call.arguments.filter { argument in
      layouts.contains { argument == $0 || argument.hasPrefix($0 + "=") }
    }
    guard asked.count == 1, let layout = asked.first,
      !call.arguments.contains(where: { ["-p", "-u", "--patch", "-z", "--raw"].contains($0) })
    else { return [] }
    if output.lines.isEmpty { return output.isSilentSuccess ? captures(Sum()) : [] }
    if layout.hasPrefix("--name") {
      guard output.lines.allSatisfy({ !$0.isBlank && !$0.hasPrefix("diff --git ") }) else {
        return []
      }
      return [count("files_changed", output.lines.count)]
    }
    guard let last = output.lines.last, let sum = Sum(last),
      output.lines.dropLast().allSatisfy({ $0.hasPrefix(" ") && Sum($0) == nil }),
      layout == "--shortstat" || output.lines.count == sum.files + 1
    else { return [] }
    return captures(sum)
  }

  private func captures(_ sum: Sum) -> [Capture] {
    [
      count("files_changed", sum.files), count("insertions", sum.insertions),
      count("deletions", sum.deletions),
    ]
  }

  private struct Sum {
    var files = 0
    var insertions = 0
    var deletions = 0

    init() {}

    /// ` 3 files changed, 2 insertions(+), 5 deletions(-)`; what is zero git leaves out.
    init?(_ line: Substring) {
      let parts = line.split(separator: ",")
      for (index, part) in parts.enumerated() {
        let words = part.fields
        guard let number = words.first?.smallCount else { return nil }
        switch words.dropFirst().joined(separator: " ") {
        case "file changed" where index == 0, "files changed" where index == 0: files = number
        case "insertion(+)", "insertions(+)": insertions = number
        case "deletion(-)", "deletions(-)": deletions = number
        default: return nil
        }
      }
      if parts.isEmpty { return nil }
    }
  }
}
