/// The words of which people pick one: PASS or FAIL, yes or no, GO or NO-GO.
///
/// Also used when a choice is made: "yes" and "passed" pick the good word, "no" and "failed" the bad.
package enum OutcomeWords {
  /// Which way a word points.
  package enum Side: Sendable {
    /// Passed, approved, yes.
    case good
    /// Failed, rejected, no.
    case bad
    /// Neither: conditional, not tested, in progress.
    case between
  }

  /// Words of a choice in lower case, without marks and signs; `no-go`, `no go` and `nogo` are one.
  package static func normal(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    return words.joined(separator: " ").replacingAll("no go", with: "nogo")
  }

  /// Which way `word` points, or nil when it is none of these words.
  package static func side(of word: String) -> Side? { side(ofNormal: normal(word)) }

  private static func side(ofNormal word: String) -> Side? {
    if let side = sides[word] { return side }
    let isDenied = ["not ", "no ", "non ", "nicht ", "não ", "未", "不"].contains { denial in
      word.hasPrefix(denial) && sides[String(word.dropFirst(denial.count))] == .good
    }
    return isDenied ? .bad : nil
  }

  /// True when only one of `words` can be: two of them point in opposite directions, or one is the
  /// other denied.
  package static func excludeEachOther(_ words: [String]) -> Bool {
    guard (2...8).contains(words.count) else { return false }
    let normals = words.map(normal)
    guard Set(normals).count == normals.count, !normals.contains("") else { return false }
    let known = normals.map(side(ofNormal:))
    if known.contains(.good), known.contains(.bad) || !notNeeded.isDisjoint(with: normals) {
      return true
    }
    return normals.contains { word in denials(of: word).contains { normals.contains($0) } }
  }

  /// True when `words` are the steps of a scale: low, medium, high.
  package static func areScale(_ words: [String]) -> Bool {
    words.count >= 2 && words.allSatisfy { scale.contains(normal($0)) }
  }

  /// True when `words` are environments to work in.
  package static func areEnvironments(_ words: [String]) -> Bool {
    words.count >= 2 && words.allSatisfy { environments.contains(normal($0)) }
  }

  /// True when every one of `words` is known to be picked from.
  package static func areKnown(_ words: [String]) -> Bool {
    words.count >= 2
      && words.allSatisfy { side(of: $0) != nil || scale.contains(normal($0)) }
  }

  /// True when `words` offer both GO and NO-GO.
  package static func decide(_ words: [String]) -> Bool {
    let normals = Set(words.map(normal))
    return normals.contains("nogo") && normals.contains { $0 == "go" || $0 == "go live" }
  }

  /// True for GO or NO-GO.
  package static func decides(_ text: String) -> Bool {
    ["go", "nogo", "go live", "conditional go"].contains(normal(text))
  }

  /// The one of `words` that is `text`, or nil when none or more than one is.
  package static func index(of text: String, among words: [String]) -> Int? {
    // Signs have no letters to compare.
    let equal = words.indices.filter { words[$0] == text }
    if equal.count == 1 { return equal.first }
    let normal = normal(text)
    let same = words.indices.filter { words[$0] == text || Self.normal(words[$0]) == normal }
    return same.count == 1 ? same.first : nil
  }

  /// The one of `words` that says that something holds, or that it does not; nil unless exactly
  /// one does.
  package static func index(ofTruth truth: Bool, among words: [String]) -> Int? {
    let wanted: Side = truth ? .good : .bad
    let fitting = words.indices.filter { side(of: words[$0]) == wanted }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The one of `words` that is `answer`; a conditional GO is none that does not say so.
  package static func index(of answer: Decision.Answer, among words: [String]) -> Int? {
    let names: Set<String> =
      switch answer {
      case .go: ["go", "go live"]
      case .noGo: ["nogo"]
      case .conditionalGo: conditional
      }
    let fitting = words.indices.filter { names.contains(normal(words[$0])) }
    return fitting.count == 1 ? fitting.first : nil
  }

  private static let conditional: Set<String> = [
    "conditional", "conditional go", "go conditional", "go with conditions", "bedingt",
    "bedingtes go", "condicional", "go condicional", "conditionnel", "条件付き", "条件付きgo", "有条件", "조건부",
  ]

  /// What is said instead of yes where the question does not arise.
  private static let notNeeded: Set<String> = [
    "n a", "na", "not applicable", "no aplica", "entfällt", "sans objet", "não se aplica", "不适用",
    "不適用", "該当なし", "해당 없음",
  ]

  private static func denials(of word: String) -> [String] {
    ["not ", "no ", "non ", "nicht ", "in", "un", "未", "不"].map { $0 + word }
  }

  private static let environments: Set<String> = [
    "dev", "development", "test", "testing", "qa", "uat", "stage", "staging", "preprod", "pre prod",
    "prod", "production", "desarrollo", "producción", "产线", "生产", "测试", "开发", "本番", "検証", "開発",
  ]
  private static let scale: Set<String> = [
    "none", "some", "minimal", "significant", "low", "med", "medium", "moderate", "high",
    "critical", "minor", "major", "severe",
    "bajo", "baja", "medio", "media", "alto", "alta", "crítico", "crítica", "niedrig", "mittel",
    "hoch", "kritisch", "低", "中", "高", "p0", "p1", "p2", "p3", "p4", "sev1", "sev2", "sev3", "sev4",
  ]

  private static let sides: [String: Side] = {
    var table: [String: Side] = [:]
    for word in good { table[word] = .good }
    for word in bad { table[word] = .bad }
    for word in between { table[word] = .between }
    return table
  }()

  private static let good = [
    "go", "go live", "pass", "passed", "ok", "okay", "yes", "y", "true", "approved", "approve",
    "accepted", "accept", "success", "successful", "complete", "completed", "done", "clean",
    "ready",
    "verified", "confirmed", "healthy", "proceed", "met", "compliant", "signed off", "green",
    "up", "available", "online", "reachable", "deploy", "deploy to production", "within target",
    "in target", "within limit", "within limits",
    "within budget", "on track",
    "sí", "si", "aprobado", "aprobada", "aceptado", "exitoso", "exitosa", "éxito", "apto", "apta",
    "cumple", "correcto", "listo", "completado", "oui", "conforme", "approuvé", "approuvée",
    "réussi",
    "accepté", "ja", "bestanden", "genehmigt", "freigegeben", "erfolgreich", "erfüllt", "sim",
    "aprovado", "aprovada", "sucesso", "是", "通过", "通過", "合格", "成功", "批准", "可", "はい", "承認", "完了",
    "正常", "예", "네", "합격", "통과", "승인", "성공", "완료",
  ]
  private static let bad = [
    "nogo", "fail", "failed", "failure", "no", "n", "nok", "not ok", "ko", "false", "rejected",
    "reject", "declined", "rollback required", "rollback needed", "needs rollback", "roll back",
    "reverted", "denied", "incomplete", "dirty", "blocked", "abort", "aborted", "rollback",
    "rolled back",
    "cancelled", "canceled", "do not proceed", "do not deploy", "don't deploy", "do not release",
    "stop", "unmet", "non compliant", "red",
    "above target", "over target", "outside target", "above limit", "over budget", "issues",
    "issues found", "unhealthy", "unsuccessful", "down", "degraded", "unavailable", "offline",
    "unreachable", "broken",
    "rechazado", "rechazada", "fallido", "fallida", "fallo", "falló", "cancelado", "cancelada",
    "incorrecto", "non", "échoué", "échec", "rejeté", "refusé", "nein", "abgelehnt",
    "fehlgeschlagen", "abgebrochen", "não", "reprovado", "reprovada", "falhou", "否", "不通过", "未通过",
    "不通過", "未通過", "失败", "失敗", "不合格", "驳回", "拒绝", "不可", "いいえ", "却下", "異常", "아니오", "아니요",
    "불합격", "실패", "반려", "거부",
  ]
  private static let between = [
    "conditional", "conditional go", "go conditional", "conditional pass", "conditional approval",
    "conditionally approved", "go with conditions", "go with known risks", "go with accepted risks",
    "go with caution", "caution", "approved with conditions", "approved with changes",
    "approve with conditions", "approved with comments", "pass with issues", "passed with issues",
    "needs fixes", "needs work", "needs changes", "needs revision", "rework", "delayed", "delay",
    "postponed", "deferred", "hold", "on hold", "not tested", "not checked", "not run", "n a", "na",
    "not applicable", "deploy with monitoring", "deploy with caution", "skip", "skipped", "partial",
    "partially", "warning", "warn", "in progress",
    "pending", "unknown", "unclear", "yellow", "amber", "other", "maybe", "not sure",
    "aprobado con observaciones", "aprobado con condiciones", "condicional", "parcial", "pendiente",
    "no aplica", "en progreso", "sous réserve", "conditionnel", "partiel", "bedingt", "teilweise",
    "offen", "nicht getestet", "entfällt", "有条件通过", "有条件", "部分", "部分通过", "未测试", "待定", "不适用",
    "条件付き", "条件付き承認", "保留", "延期", "未確認", "該当なし", "조건부", "조건부 승인", "보류", "해당 없음",
  ]
}
