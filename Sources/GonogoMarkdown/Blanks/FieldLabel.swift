internal import GonogoCore

/// The labels of a sign-off that gonogo fills by itself.
enum FieldLabel {
  /// What a blank with this label asks for, or nil. Names of other people are not among them: they
  /// come from those people.
  static func field(of label: String) -> Field? {
    let words = words(in: label)
    if let field = byLabel[words.joined(separator: " ")] { return field }
    guard let first = words.first, words.count > 2, runs.contains(first) else { return nil }
    let rest = byLabel[words.dropFirst().joined(separator: " ")]
    return rest == .operatorName ? rest : nil
  }

  /// True when `label` with nothing behind it is a field of a form and no lead-in.
  static func isFormField(_ label: String) -> Bool {
    let words = words(in: label)
    guard (1...4).contains(words.count) else { return false }
    if field(of: label) != nil { return true }
    let normal = words.joined(separator: " ")
    if formFields.contains(normal) { return true }
    guard let last = words.last, let first = words.first else { return false }
    return ["by", "von", "por", "par"].contains(last) && deeds.contains { first.hasPrefix($0) }
  }

  /// True when what a blank asks for is a name or a signature.
  static func isPersonal(_ blank: FoundBlank) -> Bool {
    guard blank.unit == nil, blank.shape != .mask, blank.options.isEmpty else { return false }
    let words = words(in: blank.label)
    guard let last = words.last, words.count <= 6 else { return false }
    if personal.contains(last) || personal.contains(words.joined(separator: " ")) { return true }
    return ["by", "von", "por", "par"].contains(last)
      && words.contains { word in (deeds + runDeeds).contains { word.hasPrefix($0) } }
  }

  /// What the people of a run do; "Executed by" and its like are the operator's.
  private static let runDeeds = [
    "execut", "ejecut", "perform", "complet", "realiz", "test", "run", "sign", "firm", "done",
    "durchgef", "ausgef", "deploy", "check",
  ]

  /// What a run may be called: "Deployment executed by".
  private static let runs = WordList.words("FieldLabel.runs")

  /// True for the label of the one decision of the document: "Final decision", "GO/NO-GO". Whose
  /// decision another is, or on what, nobody says; words of the `title` say nothing more.
  static func isDecision(_ label: String, title: String) -> Bool {
    if field(of: label) == .decision { return true }
    let words = words(in: label)
    guard words.count <= 6, words.contains(where: { decisions.contains($0) }) else { return false }
    let known = Set(Self.words(in: title))
    return words.allSatisfy { decisions.contains($0) || fillers.contains($0) || known.contains($0) }
  }

  private static let decisions = WordList.words("FieldLabel.decisions")

  /// True when a heading around the sign-off says nothing but that it is the one of this run.
  static func isAboutTheRun(_ heading: String, title: String) -> Bool {
    let known = Set(Self.words(in: title))
    return words(in: heading).allSatisfy { word in
      signOffWords.contains(word) || decisions.contains(word) || fillers.contains(word)
        || runs.contains(word) || listWords.contains(word) || known.contains(word)
    }
  }

  /// True for what may stand behind a field: the form of a date, "(UTC)", "(your name)".
  static func isForm(_ text: String) -> Bool {
    words(in: text).allSatisfy { word in
      [
        "y", "m", "d", "j", "a", "t", "h", "yyyy", "yy", "mm", "dd", "jjjj", "tt", "aaaa", "hh",
        "utc", "gmt", "name", "your", "go", "no", "nogo", "conditional", "or", "iso", "br", "nbsp",
      ].contains(word)
    }
  }

  private static let fillers: Set<String> = [
    "no", "live", "off", "the", "of", "this", "and", "a", "our", "status", "record", "form", "log",
    "by", "operator", "execution", "y", "und", "et", "e", "o", "de", "del", "la", "der", "des",
    "die", "el", "das", "le", "fin", "final", "result", "results", "details", "section", "step",
  ]
  private static let listWords = WordList.words("FieldLabel.listWords")

  /// True for "Completed by" and its like, which say that the fields around them are about the run.
  static func namesTheRun(_ label: String) -> Bool {
    field(of: label) == .operatorName
      && !["operator", "by"].contains(words(in: label).joined(separator: " "))
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

  /// True when `line` names people as such, whatever they do.
  static func namesPeople(_ line: String) -> Bool {
    words(in: line).contains { people.contains($0) || ["by", "von", "por", "par"].contains($0) }
  }

  private static func words(in text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let signOffWords = WordList.words("FieldLabel.signOffWords")
  private static let people = WordList.words("FieldLabel.people")
  private static let formFields = WordList.words("FieldLabel.formFields")
  private static let personal = WordList.words("FieldLabel.personal")
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
        "by", "completed by", "run by", "executed by", "performed by", "operator", "done by",
        "completado por", "ejecutado por", "realizado por", "durchgeführt von", "ausgeführt von",
        "executé par", "exécuté par", "effectué par", "réalisé par", "executado por",
        "执行人", "執行人", "実施者",
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
