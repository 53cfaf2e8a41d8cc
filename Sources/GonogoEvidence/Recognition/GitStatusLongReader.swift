/// Reads the sentences of `git status`. One line that it does not know, and it says nothing.
struct GitStatusLongReader {
  private enum Section { case none, changes, untracked, ignored }

  private var status = GitStatus()
  private var section = Section.none
  private var hidesUntracked = false
  private var saysClean = false

  /// The status these lines tell, or nil when they are something else.
  static func read(_ lines: [Substring]) -> GitStatus? {
    let heads = lines.indices.filter { head(lines[$0]) != nil }
    guard heads.count == 1 else { return nil }
    var reader = Self()
    reader.status.branch = head(lines[heads[0]]).flatMap(\.branch)
    for line in lines[(heads[0] + 1)...] {
      if line.hasPrefix("diff --git ") { break }
      guard reader.take(line) else { return nil }
    }
    return reader.result()
  }

  /// The first line: on a branch, or not.
  private static func head(_ line: Substring) -> (isHead: Bool, branch: Substring?)? {
    if let branch = line.dropping(prefix: "On branch ") { return (true, branch) }
    let others = ["HEAD detached at ", "HEAD detached from ", "Not currently on any branch."]
    if others.contains(where: line.hasPrefix) { return (true, nil) }
    return line.hasPrefix("interactive rebase in progress; onto ")
      || line.hasPrefix("rebase in progress; onto ") ? (true, nil) : nil
  }

  private func result() -> GitStatus? {
    var result = status
    let isEmpty = status.changed.isEmpty
    // The last sentence and the list must say the same.
    if saysClean, !isEmpty { return nil }
    result.isComplete = !hidesUntracked && (saysClean || !isEmpty)
    return result
  }

  private mutating func take(_ line: Substring) -> Bool {
    if line.isBlank || line.hasPrefix("  ") { return true }
    if let entry = line.dropping(prefix: "\t") { return take(entry: entry) }
    switch line {
    case "Changes to be committed:", "Changes not staged for commit:", "Unmerged paths:":
      section = .changes
    case "Untracked files:": section = .untracked
    case "Ignored files:": section = .ignored
    case "nothing to commit, working tree clean", "nothing to commit, working directory clean",
      "nothing to commit (create/copy files and use \"git add\" to track)":
      saysClean = true
    case "Untracked files not listed (use -u option to show untracked files)",
      "nothing to commit (use -u to show untracked files)":
      hidesUntracked = true
    default:
      return take(sentence: line)
    }
    return true
  }

  private mutating func take(entry: Substring) -> Bool {
    switch section {
    case .none: return false
    case .ignored: return true
    case .untracked:
      if status.changed.insert(entry).inserted { status.untracked += 1 }
      return true
    case .changes:
      // `renamed:    old -> new`, `both modified:   path`: what counts is the path as it is now.
      guard let colon = entry.firstIndex(of: ":") else { return false }
      let kind = entry[..<colon]
      var path = entry[entry.index(after: colon)...].trimmed
      if kind == "renamed" || kind == "copied" { path = path.afterArrow }
      status.changed.insert(path)
      return !path.isEmpty
    }
  }

  private mutating func take(sentence line: Substring) -> Bool {
    if let rest = line.dropping(prefix: "Your branch ") { return take(upstream: rest) }
    if let rest = line.dropping(prefix: "and have ") {
      let words = rest.fields
      guard words.count > 2, words[1] == "and", let ahead = words[0].smallCount,
        let behind = words[2].smallCount
      else { return false }
      status.ahead = ahead
      status.behind = behind
      return true
    }
    let known = [
      "no changes added to commit", "nothing added to commit but untracked files present",
      "No commits yet", "Initial commit", "Your stash currently has ", "You are currently ",
      "You are in ", "You have unmerged paths.", "You are still ", "All conflicts fixed",
      "Last command", "Next command", "No command", "It took ",
    ]
    return known.contains(where: line.hasPrefix)
  }

  private mutating func take(upstream line: Substring) -> Bool {
    if line.hasPrefix("is up to date with ") || line.hasPrefix("is up-to-date with ") {
      status.ahead = 0
      status.behind = 0
      return true
    }
    if line.hasPrefix("and ") || line.hasPrefix("is based on ") { return true }
    let words = line.fields
    guard words.count > 3, words[0] == "is", let by = words.lastIndex(of: "by"),
      by + 1 < words.count, let count = words[by + 1].smallCount
    else { return false }
    status.ahead = words[1] == "ahead" ? count : 0
    status.behind = words[1] == "behind" ? count : 0
    return words[1] == "ahead" || words[1] == "behind"
  }
}

extension Substring {
  /// What follows the last ` -> `, or all of it.
  fileprivate var afterArrow: Substring {
    var index = endIndex
    while index > startIndex {
      formIndex(before: &index)
      if self[index...].hasPrefix(" -> ") { return self[index...].dropFirst(4) }
    }
    return self
  }
}
