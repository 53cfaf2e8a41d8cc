internal import GonogoCore

/// `None / [List issues]`
extension BlankScanner {
  private static let nones = WordList.words("BlankScanner.nones")

  /// Where "None / " begins that stands alone before `position` on its line: either there is nothing to
  /// write, or what the brackets name.
  func noneBefore(_ position: Int) -> Int? {
    guard position - labelStart <= 120 else { return nil }
    let before = document.text(labelStart..<max(labelStart, position))
    let words = before.split(separator: " ")
    guard words.count >= 2, ["/", "|", "or"].contains(words[words.count - 1]),
      Self.nones.contains(words[words.count - 2].lowercased()),
      words.count == 2 || words[words.count - 3].last.map({ ":：-*+.".contains($0) }) == true
    else { return nil }
    let none = words[words.count - 2]
    return labelStart + before[..<none.startIndex].utf8.count
  }
}
