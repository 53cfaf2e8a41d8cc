/// Labels of places with more lines than anybody may need.
enum RoomLabel {
  /// True for "Notes", "Issues found", "What went well": who has nothing more to say leaves the rest empty.
  /// Of signatures, places and times each line is meant.
  static func isForNotes(_ label: String) -> Bool {
    let words = ProseWords.words(in: label)
    return words.count <= 8 && words.contains { notes.contains($0) }
      && !words.contains { counted.contains($0) } && !label.contains(where: \.isNumber)
  }

  private static let notes: Set<String> = [
    "note", "notes", "comment", "comments", "remark", "remarks", "observation", "observations",
    "issue", "issues", "problem", "problems", "finding", "findings", "lesson", "lessons", "learned",
    "well", "improve", "improved", "improvement", "improvements", "action", "actions", "items",
    "follow", "ups", "feedback", "deviation", "deviations", "summary", "details", "description",
    "concerns", "blockers", "risks", "changes", "next", "todo", "notas", "nota", "comentarios",
    "observaciones", "problemas", "mejoras", "acciones", "comentários", "observações", "notizen",
    "bemerkungen", "anmerkungen", "kommentare", "probleme", "maßnahmen", "remarques",
    "commentaires",
    "problèmes", "备注", "備註", "问题", "問題", "备考", "備考", "メモ", "コメント", "비고", "메모",
  ]
  /// Words by which every line is asked for.
  private static let counted: Set<String> = [
    "required", "two", "three", "both", "each", "all", "every", "must", "signature", "signatures",
    "approved", "approval", "approvals", "signed", "reviewers", "reviewer", "witness", "by",
  ]
}
