internal import GonogoCore

/// The labels of a sign-off that gonogo fills by itself.
enum FieldLabel {
  /// What a blank with this label asks for, or nil. Names of other people are not among them: they
  /// come from those people.
  static func field(of label: String) -> Field? {
    byLabel[words(in: label).joined(separator: " ")]
  }

  /// True for "Completed by" and its like, which say that the fields around them are about the run.
  static func namesTheRun(_ label: String) -> Bool {
    field(of: label) == .operatorName && words(in: label) != ["operator"]
  }

  /// True when `heading` is the heading of a sign-off.
  static func isSignOff(_ heading: String) -> Bool {
    words(in: heading).contains { signOffWords.contains($0) }
  }

  /// True when `line` names another person, by role or by what that person does.
  static func namesOthers(_ line: String) -> Bool {
    words(in: line).contains { word in
      people.contains(word) || deeds.contains { word.hasPrefix($0) }
    }
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let signOffWords: Set<String> = [
    "sign", "signoff", "completion", "completed", "decision", "summary", "conclusion", "closing",
    "closure", "go", "nogo", "notes", "abschluss", "freigabe", "entscheidung", "cierre", "firma",
    "decisión", "clôture", "décision", "签署", "签字", "決定", "决定", "署名",
  ]
  private static let people: Set<String> = [
    "name", "names", "nombre", "nom", "manager", "management", "lead", "leader", "owner",
    "director",
    "head", "chief", "supervisor", "witness", "auditor", "customer", "client", "sponsor", "officer",
    "qa", "sre", "dba", "cto", "ceo", "ciso", "vp", "sign", "signed", "signature", "signatures",
    "signoff", "responsable", "verantwortlich", "leiter", "leitung",
    "姓名", "名前", "承認者", "审批人", "审核人", "签名",
  ]
  private static let deeds: [String] = [
    "approv", "review", "authori", "verif", "confirm", "endors", "accept", "aprob", "revis",
    "genehmig", "geprüft", "freigegeben", "approuv",
  ]

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
