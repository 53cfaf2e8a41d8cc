package import GonogoCore

/// What the text that fills a blank says of how it went: `Status: FAIL` is filled, and nothing that a GO
/// could rest on.
package enum FilledVerdict {
  /// What `text` in `blank` says against a GO, or nil: a word that says it failed, where the label or the
  /// other words of the choice ask how it went.
  package static func objection(_ text: String, in blank: Blank) -> String? {
    guard text.utf8.count <= 80 else { return nil }
    let answer = OutcomeWords.normal(text)
    if answers.contains(answer) { return denial(answer, of: blank.label) }
    guard unsettled.contains(answer) || saysBad(text, answer) else { return nil }
    let isVerdict =
      blank.options.contains { OutcomeWords.side(of: $0.text) == .good } || asksHow(blank.label)
      || offersVerdict(blank.label)
    return isVerdict ? "“\(blank.label)” is “\(text)”" : nil
  }

  /// True when `text` leaves no doubt how it went, or `blank` does not ask for it. "Result: mismatch" has to
  /// be seen by somebody.
  static func isClear(_ text: String, in blank: Blank) -> Bool {
    guard asksHow(blank.label) || offersVerdict(blank.label) else { return true }
    let answer = OutcomeWords.normal(text)
    let isSure = !text.contains("?")
    if isSure, OutcomeWords.side(of: text) == .good { return true }
    // "Incident status: active"
    let label = OutcomeWords.normal(blank.label).split(separator: " ")
    if isSure, settled.contains(answer),
      !label.contains(where: { troubles.contains(String($0)) || pauses.contains(String($0)) })
    {
      return true
    }
    return objection(text, in: blank) != nil
  }

  private static let pauses: Set<String> = [
    "maintenance", "alarm", "alert", "debug", "freeze", "lock", "wartung", "mantenimiento",
  ]

  private static let settled: Set<String> = [
    "running", "active", "connected", "synced", "in sync", "valid", "bound", "listening", "mounted",
    "200", "201", "204", "200 ok", "enabled", "succeeded", "deployed", "bereit", "aktiv", "läuft",
    "activo",
    "activa", "actif", "ativo", "运行中", "正常", "稼働中",
  ]

  /// "FAIL", "FAIL (3 of 10)", "3 failed", "PASS with errors", "❌": what says somewhere that it went wrong.
  private static func saysBad(_ text: String, _ answer: String) -> Bool {
    if OutcomeWords.side(of: text) == .bad || failures.contains(answer) { return true }
    if text.unicodeScalars.contains(where: { "❌✗✘🔴⛔🚫".unicodeScalars.contains($0) }) { return true }
    let words = answer.split(separator: " ").map(String.init)
    guard words.count > 1 else { return answer == "f" }
    // "0 failed", "no errors"
    return words.indices.contains { index in
      let before = index > 0 ? words[index - 1] : ""
      let isDenied = before == "0" || before == "no" || before == "without" || before == "never"
      return !isDenied && (broken.contains(words[index]) || index == 0 && isBad(words[index]))
    }
  }

  private static func isBad(_ word: String) -> Bool {
    !answers.contains(word) && OutcomeWords.side(of: word) == .bad
  }

  /// "Pass/Fail" as the name of a column.
  private static func offersVerdict(_ label: String) -> Bool {
    let words = OutcomeWords.normal(label).split(separator: " ").suffix(2).map(String.init)
    return words.count == 2 && OutcomeWords.excludeEachOther(words)
  }

  private static let broken: Set<String> = [
    "fail", "fails", "failed", "failing", "failure", "failures", "error", "errors", "broken",
    "down",
    "timeout", "crashed", "crash", "rejected", "blocked", "aborted", "unhealthy", "fehler",
    "fehlgeschlagen", "falló", "fallo", "fallido", "errores", "échec", "échoué", "erreur",
    "erreurs",
    "falhou", "erro", "erros",
  ]
  /// What says that nothing is known yet.
  private static let unsettled: Set<String> = [
    "open", "pending", "not run", "not started", "not begun", "not tested", "not checked",
    "not done",
    "skipped", "skip", "in progress", "in work", "unverified", "partial", "partially", "unstable",
    "degraded", "inconclusive", "timeout", "unknown", "unclear", "tbd", "todo", "hold", "on hold",
    "delayed", "postponed", "incomplete", "pendiente", "en progreso", "sin probar", "offen",
    "nicht getestet", "ausstehend", "en attente", "pendente",
  ]

  /// "Ready for production?" answered no, and "Any errors?" answered yes.
  private static func denial(_ answer: String, of label: String) -> String? {
    let isYes = OutcomeWords.side(of: answer) == .good
    // "(yes/no)" only says what may be answered.
    let asked = label.prefix { $0 != "(" && $0 != "[" }
    let words = OutcomeWords.normal(String(asked)).split(separator: " ").map(String.init)
    if words.contains(where: { denials.contains($0) }) { return nil }
    let isBad = words.contains { troubles.contains($0) }
    let isGood = words.contains { goods.contains($0) }
    guard isBad != isGood, isYes == isBad else { return nil }
    return "“\(label)” is answered “\(answer)”"
  }

  private static func asksHow(_ label: String) -> Bool {
    let words = OutcomeWords.normal(label).split(separator: " ")
    return words.last.map { endings.contains(String($0)) } ?? false
  }

  private static let answers: Set<String> = [
    "yes", "no", "y", "n", "true", "false", "sí", "si", "oui", "non", "ja", "nein", "sim", "não",
    "是",
    "否", "はい", "いいえ", "예", "아니오",
  ]
  private static let denials: Set<String> = [
    "no", "not", "without", "sin", "keine", "ohne", "sans",
  ]
  private static let failures: Set<String> = [
    "error", "errors", "failing", "down", "unknown", "broken",
  ]
  private static let endings: Set<String> = [
    "status", "result", "results", "outcome", "verdict", "state", "decision", "health", "estado",
    "resultado", "ergebnis", "zustand", "statut", "résultat", "状态", "狀態", "结果", "結果", "상태", "결과",
  ]
  private static let troubles: Set<String> = [
    "error", "errors", "failure", "failures", "failed", "issue", "issues", "problem", "problems",
    "rollback", "regression", "regressions", "blocker", "blockers", "incident", "incidents",
    "outage", "loss", "lost", "affected", "firing", "exception", "exceptions", "alerts", "critical",
    "errores", "problemas", "fehler", "probleme", "erreurs", "erros", "problèmes", "错误", "問題",
  ]
  private static let goods: Set<String> = [
    "safe", "proceed", "intact", "passing", "tested", "done", "works", "work", "below", "within",
    "possible", "restored", "available", "ready", "valid", "healthy", "approved", "approve",
    "passed", "pass", "up", "working",
    "reachable",
    "successful", "success", "complete", "completed", "met", "verified", "confirmed", "ok",
    "signed",
    "accepted", "green", "stable", "listo", "lista", "aprobado", "bereit", "freigegeben", "prêt",
    "pronto",
  ]
}
