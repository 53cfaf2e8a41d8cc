/// The labels that open an expectation or say what a failure means.
enum ExpectationLabel {
  /// What a label announces.
  enum Meaning {
    /// What follows must hold.
    case expectation
    /// What follows says what to do when the section fails.
    case onFailure
  }

  /// Reads a label without marks; nil when it is neither.
  static func meaning(of label: String) -> Meaning? {
    let normal = label.lowercased().split { !$0.isLetter }.joined(separator: " ")
    if expectations.contains(normal) { return .expectation }
    if failures.contains(normal) { return .onFailure }
    return nil
  }

  /// True when the text tells the reader not to go on.
  static func saysStop(_ text: String) -> Bool {
    let normal = text.lowercased().replacing("’", with: "'")
    return stops.contains { normal.contains($0) }
  }

  private static let expectations: Set<String> = [
    "expected", "expect", "expected result", "expected results", "expected outcome",
    "expected state", "expectation", "expectations", "verify", "verification", "check that",
    "must hold", "must be true", "acceptance", "acceptance criteria", "pass criteria",
    "success criteria", "should see",
    "resultado esperado", "resultados esperados", "esperado", "verificar",
    "résultat attendu", "résultats attendus", "attendu", "vérifier",
    "erwartet", "erwartetes ergebnis", "erwartete ergebnisse", "prüfen",
    "预期结果", "预期", "預期結果", "验证", "期待結果", "期待される結果", "確認", "예상 결과", "확인",
  ]
  private static let failures: Set<String> = [
    "if fails", "if failed", "if it fails", "if this fails", "if any fails", "if not", "on failure",
    "if something fails", "si falla", "bei fehler", "si échec", "失败时",
  ]
  private static let stops: [String] = [
    "don't proceed", "do not proceed", "don't continue", "do not continue", "do not go on",
    "don't go on", "stop here", "stop the", "stop and", "stop.", "abort", "halt",
    "go no further", "no further",
  ]
}
