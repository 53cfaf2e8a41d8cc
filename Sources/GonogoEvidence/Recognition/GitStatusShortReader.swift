/// Reads `git status --short` and `--porcelain`: one `XY path` a line.
enum GitStatusShortReader {
  /// The status these lines tell, or nil when one of them is something else. Silence means a clean
  /// tree only when git is known to have ended well and was the last to speak.
  static func read(_ output: CommandOutput, _ options: GitStatusOptions) -> GitStatus? {
    var status = GitStatus()
    var lines = output.lines[...]
    if let head = lines.first?.dropping(prefix: "## ") {
      guard readBranch(head, into: &status) else { return nil }
      lines = lines.dropFirst()
    } else if options.showsBranch || (lines.isEmpty && !isSilenceGolden(output)) {
      return nil
    }
    for line in lines {
      let codes = Array(line.utf8.prefix(3))
      let letters = Array(" MTADRCU".utf8)
      guard codes.count == 3, line.utf8.count > 3, codes[2] == 0x20 else { return nil }
      let path = line.dropFirst(3)
      if line.hasPrefix("!! ") { continue }
      if line.hasPrefix("?? ") {
        if status.changed.insert(path).inserted { status.untracked += 1 }
        continue
      }
      guard letters.contains(codes[0]), letters.contains(codes[1]), !line.hasPrefix("  ") else {
        return nil
      }
      status.changed.insert(path)
    }
    status.isComplete = true
    return status
  }

  /// True when git printed nothing because there was nothing to print.
  static func isSilenceGolden(_ output: CommandOutput) -> Bool {
    output.exitStatus == 0 && output.stderr.isBlank
      && output.commands.last.flatMap(GitCommand.init)?.subcommand == "status"
  }

  /// `main...origin/main [ahead 1, behind 2]`, `main`, `HEAD (no branch)`, `No commits yet on main`.
  private static func readBranch(_ head: Substring, into status: inout GitStatus) -> Bool {
    if head == "HEAD (no branch)" { return true }
    for prefix in ["No commits yet on ", "Initial commit on "] {
      guard let rest = head.dropping(prefix: prefix) else { continue }
      status.branch = splitUpstream(rest).branch
      return true
    }
    var name = head
    var bracket: Substring?
    if let open = head.firstIndex(of: "["), head.hasSuffix("]"), open > head.startIndex {
      name = head[..<open].trimmed
      bracket = head[head.index(after: open)...].dropLast()
    }
    let (branch, upstream) = splitUpstream(name)
    guard !branch.isEmpty, !branch.contains(" ") else { return false }
    status.branch = branch
    guard upstream != nil, bracket != "gone", bracket != "different" else { return true }
    status.ahead = 0
    status.behind = 0
    for part in bracket?.split(separator: ",") ?? [] {
      let words = part.fields
      guard words.count == 2, let count = words[1].smallCount else { return false }
      switch words[0] {
      case "ahead": status.ahead = count
      case "behind": status.behind = count
      default: return false
      }
    }
    return true
  }

  /// The branch and, after three points, its upstream; no branch name holds two points in a row.
  private static func splitUpstream(_ text: Substring) -> (branch: Substring, upstream: Substring?)
  {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix("...") { return (text[..<index], text[index...].dropFirst(3)) }
      text.formIndex(after: &index)
    }
    return (text, nil)
  }
}
