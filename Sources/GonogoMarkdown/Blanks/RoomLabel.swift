/// Labels of places with more lines than anybody may need.
enum RoomLabel {
  /// True for "Notes", "Issues found", "What went well": who has nothing more to say leaves the rest empty.
  /// Of signatures, places and times each line is meant.
  static func isForNotes(_ label: String) -> Bool {
    let words = ProseWords.words(in: label)
    return words.count <= 8 && words.contains { notes.contains($0) }
      && !words.contains { counted.contains($0) } && !label.contains(where: \.isNumber)
  }

  private static let notes = WordList.words("RoomLabel.notes")
  /// Words by which every line is asked for.
  private static let counted: Set<String> = [
    "required", "two", "three", "both", "each", "all", "every", "must", "signature", "signatures",
    "approved", "approval", "approvals", "signed", "reviewers", "reviewer", "witness", "by",
  ]
}
