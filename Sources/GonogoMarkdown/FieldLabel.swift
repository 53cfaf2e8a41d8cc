internal import GonogoCore

/// The labels of a sign-off that gonogo fills by itself.
enum FieldLabel {
  /// What a blank with this label asks for, or nil. Names of other people are not among them: they
  /// come from those people.
  static func field(of label: String) -> Field? {
    let normal = label.lowercased().split { !$0.isLetter }.joined(separator: " ")
    return byLabel[normal]
  }

  private static let byLabel: [String: Field] = {
    let labels: [Field: [String]] = [
      .date: [
        "date", "date completed", "completed on", "completion date", "date of run", "run date",
        "checklist run date", "fecha", "datum", "日期", "日付",
      ],
      .operatorName: [
        "completed by", "run by", "executed by", "performed by", "operator", "done by",
        "completado por", "ausgeführt von", "执行人", "実施者",
      ],
      .decision: [
        "decision", "go no go decision", "go no go", "final decision", "go nogo decision",
        "decisión", "entscheidung", "决定", "判定",
      ],
      .notes: ["notes", "note", "comments", "remarks", "notas", "notizen", "备注", "備考"],
    ]
    var table: [String: Field] = [:]
    for (field, spellings) in labels { for spelling in spellings { table[spelling] = field } }
    return table
  }()
}
