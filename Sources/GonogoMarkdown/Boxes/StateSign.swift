/// Tells a sign that shows the state of a task from a box to tick.
enum StateSign {
  /// True for `Status: ⬜ NOT YET PAUSED`: `words` behind the sign say that it is open, and `label`
  /// asks for the state.
  static func isState(_ words: String, of label: String) -> Bool {
    guard words.utf8.count <= 60, !words.contains("/"), !words.contains("|") else { return false }
    let names = ProseWords.words(in: label)
    guard names.count <= 4, let last = names.last,
      states.contains(last) || wide.contains(where: { last.hasSuffix($0) })
    else { return false }
    let said = ProseWords.words(in: words)
    return PlaceholderWords.isNotDone(words)
      || (said.count <= 5 && said.first.map { nots.contains($0) } == true)
  }

  private static let states = WordList.words("StateSign.states")
  private static let wide = ["状态", "狀態", "ステータス", "状態", "상태"]
  private static let nots = WordList.words("StateSign.nots")
}
