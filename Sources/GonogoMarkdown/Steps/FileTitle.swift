internal import GonogoCore

/// A lead-in or heading that is only the name of a file: what follows is what stands in it.
enum FileTitle {
  /// True when `text` names a file and nothing else, and `script` does not use that file itself:
  /// "`tools/report.sh`:", "File: `.env`".
  static func isTitle(_ text: String, of script: String) -> Bool {
    guard text.utf8.count <= 100 else { return false }
    var words = text.split { $0.isWhitespace || "`*:：\"'“”()".contains($0) }
    if words.count == 2, labels.contains(words[0].lowercased()) { words.removeFirst() }
    // "`tools/report.sh` line 64:"
    if words.count == 3, lines.contains(words[1].lowercased()), words[2].contains(where: \.isNumber)
    {
      words.removeLast(2)
    }
    guard words.count == 1, let path = words.first, !path.hasSuffix("/") else { return false }
    let name = path.split(separator: "/").last ?? path
    guard let dot = name.lastIndex(of: "."), isEnding(name[name.index(after: dot)...]) else {
      return false
    }
    return !script.holds(String(name))
  }

  private static func isEnding(_ ending: Substring) -> Bool {
    endings.contains(String(ending)) || ending == "env"
  }

  private static let labels = WordList.words("FileTitle.labels")
  private static let lines = WordList.words("FileTitle.lines")
  private static let endings: Set<String> = [
    "sh", "bash", "zsh", "ksh", "conf", "cfg", "ini", "service", "timer", "cron", "bashrc", "zshrc",
    "profile", "bash_profile", "py", "rb", "js", "ts", "yml", "yaml", "toml",
  ]
}
