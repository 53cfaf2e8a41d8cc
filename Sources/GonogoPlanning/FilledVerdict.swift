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
    guard OutcomeWords.side(of: text) == .bad || failures.contains(answer) else { return nil }
    let isVerdict =
      blank.options.contains { OutcomeWords.side(of: $0.text) == .good } || asksHow(blank.label)
    return isVerdict ? "“\(blank.label)” is “\(text)”" : nil
  }

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
    "outage",
    "errores", "problemas", "fehler", "probleme", "erreurs", "erros", "problèmes", "错误", "問題",
  ]
  private static let goods: Set<String> = [
    "ready", "valid", "healthy", "approved", "approve", "passed", "pass", "up", "working",
    "reachable",
    "successful", "success", "complete", "completed", "met", "verified", "confirmed", "ok",
    "signed",
    "accepted", "green", "stable", "listo", "lista", "aprobado", "bereit", "freigegeben", "prêt",
    "pronto",
  ]
}
