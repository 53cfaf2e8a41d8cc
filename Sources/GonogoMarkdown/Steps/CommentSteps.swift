internal import GonogoCore

/// Blocks that set something, and leave the rest to comments: `export MODE=shadow`, then "# Run both, compare
/// the results".
enum CommentSteps {
  /// Why somebody has to look at such a block, or nil.
  static func reason(in script: String) -> String? {
    guard script.utf8.contains(0x23), script.utf8.count <= 4_000 else { return nil }
    var comment: Substring?
    var hasSetting = false
    for line in script.lines {
      let text = ChecklistBuilder.trimmed(line)
      if text.isEmpty { continue }
      if text.hasPrefix("#") {
        // What stands above a command says what it is for.
        if hasSetting, comment == nil, ProseWords.words(in: text).count >= 2 { comment = text }
      } else if isSetting(text) {
        hasSetting = true
        comment = nil
      } else {
        return nil
      }
    }
    return comment.map { "the comment below its last command may say what to do: \($0.prefix(80))" }
  }

  /// `export NAME=value`, `NAME=value`
  private static func isSetting(_ line: Substring) -> Bool {
    let rest = line.hasPrefix("export ") ? line.dropFirst(7) : line
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return !name.isEmpty && rest.dropFirst(name.count).first == "="
  }
}
