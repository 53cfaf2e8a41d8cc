/// What the name of a column says about the cells under it.
enum ColumnHeading {
  /// What is to be written under it.
  enum Kind {
    /// What was found: actual, status, result.
    case result
    /// When it was done.
    case date
    /// Who did it or agrees to it.
    case person
    /// Who is to do it; where a row is finished it may stay open.
    case owner
    /// Anything; people leave it open.
    case notes
  }

  /// Reads a column's name; nil when what stands under it is no answer.
  static func kind(_ heading: String) -> Kind? {
    let normal = normalised(heading)
    if let kind = byName[normal] { return kind }
    // "Actual (ms)", "Decision (GO / NO-GO)", "Notes / Links to evidence"
    let cut = heading.prefix { !"(（/&".contains($0) }
    if cut.count < heading.count, let kind = byName[normalised(String(cut))] { return kind }
    return compound(normalised(cut.isEmpty ? heading : String(cut)))
  }

  /// "Actual P95", "Test status", "Sign-off date", "Fecha de firma": the word that says it is the
  /// first or the last of a few, and no other says that it is known before.
  private static func compound(_ name: String) -> Kind? {
    guard name.utf8.count <= 40 else { return nil }
    let words = name.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 1 {
      guard !foreseen.contains(where: { first.hasPrefix($0) }) else { return nil }
      return endings.first { first.hasSuffix($0.ending) }?.kind
    }
    guard words.count <= 4, !words.contains(where: { given.contains($0) }) else { return nil }
    if measured.contains(first) { return .result }
    if let kind = heads[first], links.contains(words[1]) || kinds[last] == nil { return kind }
    if words.count == 2, bys.contains(last), deeds.contains(where: { first.hasPrefix($0) }) {
      return .person
    }
    return kinds[last]
  }

  /// True for the heading of a column that only says that values stand under it.
  static func holdsValues(_ heading: String) -> Bool { values.contains(normalised(heading)) }

  /// True for the heading of a column that asks where something is found.
  static func asksForPlaces(_ heading: String) -> Bool { places.contains(normalised(heading)) }

  /// True for the heading of a column that asks whether something is so: "Met?", "Y/N".
  static func asksForAnswer(_ heading: String) -> Bool { answers.contains(normalised(heading)) }

  private static let answers = WordList.words("ColumnHeading.answers")

  private static let places = WordList.words("ColumnHeading.places")

  private static let values = WordList.words("ColumnHeading.values")

  private static let measured: Set<String> = ["actual", "measured", "observed", "achieved"]
  /// In languages that put the noun first.
  private static let heads: [String: Kind] = [
    "estado": .result, "resultado": .result, "valor": .result, "statut": .result,
    "résultat": .result, "fecha": .date, "firma": .person,
    "assinatura": .person,
  ]
  private static let links: Set<String> = ["de", "del", "da", "do", "du", "des", "la", "le"]
  /// In languages that put it last.
  private static let kinds: [String: Kind] = [
    "status": .result, "result": .result, "results": .result, "outcome": .result,
    "actual": .result, "verdict": .result, "ergebnis": .result, "istwert": .result,
    "date": .date, "datum": .date, "signature": .person, "initials": .person,
    "unterschrift": .person, "comments": .notes, "remarks": .notes, "notes": .notes,
    "bemerkung": .notes, "bemerkungen": .notes,
  ]
  private static let endings: [(ending: String, kind: Kind)] = [
    ("结果", .result), ("結果", .result), ("状态", .result), ("狀態", .result), ("日期", .date),
    ("签名", .person), ("簽名", .person), ("署名", .person),
  ]
  private static let foreseen = ["预期", "預期", "期望", "期待", "目标", "目標", "想定", "计划", "計劃"]
  private static let bys: Set<String> = ["by", "von", "por", "par"]
  private static let deeds = [
    "approv", "review", "verif", "valid", "test", "execut", "sign", "check", "confirm", "perform",
    "complet", "genehmigt", "geprüft", "durchgeführt", "getestet", "ejecut", "revis", "aprob",
    "realiz", "effectu", "vérifi",
  ]
  /// What is written in advance.
  private static let given = WordList.words("ColumnHeading.given")

  private static func normalised(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter }.joined(separator: " ")
  }

  private static let byName: [String: Kind] = {
    let names: [Kind: [String]] = [
      .result: [
        "status", "actual", "actual result", "actual results", "actual value", "observed",
        "observed value", "measured", "measurement", "measured value", "result", "results",
        "test result", "outcome", "decision", "pass fail", "pass", "passed", "verdict", "approved",
        "approval", "completed", "done", "verified", "checked", "confirmed", "current", "finding",
        "estado", "resultado", "resultados", "resultado real", "resultado actual", "valor real",
        "valor medido", "real", "obtenido", "decisión", "aprobado", "verificado", "completado",
        "situação", "valor obtido", "decisão", "aprovado",
        "statut", "état", "résultat", "résultats", "valeur mesurée", "mesuré", "décision",
        "approuvé",
        "ergebnis", "ergebnisse", "ist", "istwert", "ist wert", "zustand", "entscheidung",
        "gemessen", "erledigt", "freigegeben", "geprüft", "wert",
        "状态", "狀態", "结果", "結果", "实际", "實際", "实际结果", "實際結果", "实际值", "實際值", "测试结果", "測試結果",
        "测量值", "决定", "決定", "是否通过", "通过", "ステータス", "状態", "実績", "実測値", "実測", "判定", "実際の結果",
        "確認結果", "상태", "결과", "실제", "실제 결과", "측정값", "실측값", "판정", "결정",
      ],
      .date: [
        "date", "date signed", "signed on", "time", "date time", "completed on", "start time",
        "end time", "actual time", "started", "started at", "finished", "finished at", "ended",
        "begun", "timestamp", "duration", "time taken", "last run",
        "fecha", "hora", "fecha y hora", "duración", "data", "duração", "heure", "durée",
        "datum", "uhrzeit", "zeit", "dauer", "日期", "时间", "時間", "完成时间", "日付", "実施日", "日時", "날짜",
        "일자", "시간", "일시",
      ],
      .person: [
        "name", "names", "signature", "signed", "signed by", "sign off", "signoff", "signatory",
        "initials", "approver", "approved by", "reviewer", "reviewed by", "verified by", "tester",
        "tested by", "executed by", "completed by", "done by", "checked by",
        "nombre", "firma", "firmado por", "aprobado por", "revisado por", "nome", "assinatura",
        "aprovado por", "nom", "approuvé par", "unterschrift", "genehmigt von", "freigegeben von",
        "geprüft von", "kürzel", "姓名", "签名", "簽名", "签字", "簽核", "审批人", "审核人", "执行人", "測試人員",
        "测试人员", "名前", "氏名", "署名", "承認者", "確認者", "担当者名", "이름", "성명", "서명", "승인자", "확인자",
      ],
      .owner: [
        "owner", "owners", "assignee", "assigned to", "assigned", "responsible", "dri",
        "responsable", "asignado a", "responsável", "assigné à", "verantwortlich", "zuständig",
        "负责人", "負責人", "责任人", "責任人", "担当", "担当者", "責任者", "담당자", "담당",
      ],
      .notes: [
        "issues", "issues found", "problems", "findings", "notes", "note", "comment", "comments",
        "remarks", "observations", "notas", "nota",
        "comentarios", "observaciones", "comentários", "observações", "commentaires", "remarques",
        "notizen", "bemerkung", "bemerkungen", "kommentar", "anmerkungen", "备注", "備註", "说明", "備考",
        "コメント", "メモ", "비고", "메모", "参考", "evidence", "evidencia", "evidencias", "evidência",
        "evidências", "preuve", "preuves", "nachweis", "nachweise", "beleg", "belege", "证据", "證據",
        "証跡",
        "エビデンス", "증적",
      ],
    ]
    var table: [String: Kind] = [:]
    table.reserveCapacity(400)
    for (kind, list) in names {
      for name in list {
        assert(name == normalised(name), "written as a heading is looked up")
        table[name] = kind
      }
    }
    return table
  }()
}
