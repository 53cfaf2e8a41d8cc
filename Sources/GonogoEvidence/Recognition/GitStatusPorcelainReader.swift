/// Reads `git status --porcelain=v2`.
enum GitStatusPorcelainReader {
  /// The status these lines tell, or nil when one of them is something else.
  static func read(_ output: CommandOutput, _ options: GitStatusOptions) -> GitStatus? {
    let lines = output.lines
    if lines.isEmpty, options.showsBranch || !GitStatusShortReader.isSilenceGolden(output) {
      return nil
    }
    if options.showsBranch, lines.first?.hasPrefix("# ") != true { return nil }
    var status = GitStatus()
    for line in lines where !read(line, into: &status) { return nil }
    status.isComplete = true
    return status
  }

  private static func read(_ line: Substring, into status: inout GitStatus) -> Bool {
    if let header = line.dropping(prefix: "# ") {
      let words = header.fields
      if words.count == 2, words[0] == "branch.head" {
        status.branch = words[1] == "(detached)" ? nil : words[1]
      }
      if words.count == 3, words[0] == "branch.ab" {
        status.ahead = words[1].dropping(prefix: "+")?.smallCount
        status.behind = words[2].dropping(prefix: "-")?.smallCount
      }
      return true
    }
    if let path = line.dropping(prefix: "? ") {
      if status.changed.insert(path).inserted { status.untracked += 1 }
      return !path.isEmpty
    }
    if line.hasPrefix("! ") { return true }
    // How many fields stand before the path depends on the kind of the entry.
    let fieldCounts: [(prefix: String, count: Int)] = [("1 ", 8), ("2 ", 9), ("u ", 10)]
    guard let count = fieldCounts.first(where: { line.hasPrefix($0.prefix) })?.count else {
      return false
    }
    let parts = line.split(separator: " ", maxSplits: count, omittingEmptySubsequences: false)
    guard parts.count == count + 1, let path = parts.last, !path.isEmpty else { return false }
    status.changed.insert(path)
    return true
  }
}
