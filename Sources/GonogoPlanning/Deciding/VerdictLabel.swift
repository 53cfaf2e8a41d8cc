internal import GonogoCore

/// The labels of places where the verdict on the whole is picked: "Final decision: Approved /
/// Rejected".
enum VerdictLabel {
  /// True when `blank`, under `heading`, is such a place.
  static func asks(_ blank: Blank, under heading: String) -> Bool {
    guard blank.shape == .choice, OutcomeWords.excludeEachOther(blank.options.map(\.text)) else {
      return false
    }
    let label = words(of: blank.label)
    if label.count <= 4, label.contains(where: { verdicts.contains($0) }) { return true }
    let above = words(of: heading)
    guard above.count <= 4, above.contains(where: { verdicts.contains($0) || signing.contains($0) })
    else { return false }
    return label.count <= 3 && label.allSatisfy { states.contains($0) || signing.contains($0) }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private static let verdicts: Set<String> = [
    "decision", "verdict", "final", "overall", "decisión", "dictamen", "veredicto", "décision",
    "entscheidung", "gesamtergebnis", "gesamturteil", "decisão", "veredito", "最终结果", "最終結果", "最终决定",
    "最終決定", "结论", "結論", "判定", "総合判定", "최종",
  ]
  private static let signing: Set<String> = [
    "sign", "signoff", "off", "approval", "approved", "deployment", "release", "aprobación",
    "firma",
    "freigabe", "abnahme", "approbation", "aprovação", "批准", "签核", "承認",
  ]
  private static let states: Set<String> = [
    "status", "state", "result", "outcome", "estado", "resultado", "ergebnis", "statut", "résultat",
    "结果", "状态", "結果", "状態",
  ]
}
