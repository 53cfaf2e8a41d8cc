import GonogoCore

/// Reads the one-line answers of git: `rev-parse`, `branch --show-current`, `describe`,
/// `rev-list --count`; and how many entries `stash list` has.
struct GitFactRecognizer: Recognizer {
  let name = "git-fact"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    if let call = GitCommand.only("stash", in: output) { return stashes(call, output) }
    guard output.lines.count == 1 else { return [] }
    let line = output.lines[0].trimmed
    guard !line.isEmpty, !line.contains(" ") else { return [] }
    if let call = GitCommand.only("rev-parse", in: output) { return revision(call.arguments, line) }
    if let call = GitCommand.only("branch", in: output), call.arguments == ["--show-current"] {
      return [text("branch", line)]
    }
    if GitCommand.only("describe", in: output) != nil { return [text("describe", line)] }
    if let call = GitCommand.only("rev-list", in: output), call.arguments.contains("--count"),
      !call.arguments.contains("--left-right"), let number = line.smallCount
    {
      return [count("commits", number)]
    }
    return []
  }

  private func revision(_ arguments: [String], _ line: Substring) -> [Capture] {
    if arguments == ["--abbrev-ref", "HEAD"] {
      // Detached: there is no branch.
      return line == "HEAD" ? [] : [text("branch", line)]
    }
    let names = arguments.filter { !$0.hasPrefix("--short") && $0 != "--verify" }
    guard names.count == 1, !names[0].hasPrefix("-"), (4...64).contains(line.utf8.count),
      line.utf8.allSatisfy(\.isHex)
    else { return [] }
    return [text("commit", line)]
  }

  private func stashes(_ call: GitCommand, _ output: CommandOutput) -> [Capture] {
    guard call.arguments == ["list"] else { return [] }
    if output.lines.isEmpty { return output.isSilentSuccess ? [count("stashes", 0)] : [] }
    guard output.lines.allSatisfy({ $0.hasPrefix("stash@{") }) else { return [] }
    return [count("stashes", output.lines.count)]
  }
}
