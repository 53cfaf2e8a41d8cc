internal import GonogoCore

/// Reads sentences that say when the whole work is a success: "If all checks look healthy, the
/// drill is considered successful."
enum SuccessSentence {
  /// True for one of them, and not for what makes one request or probe a success.
  static func isRule(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 400,
      let comma = sentence.unicodeScalars.firstIndex(where: { $0 == "," || $0 == "，" || $0 == "、" }
      ),
      let last = sentence.last, !":：?？".contains(last)
    else { return false }
    let prose = ProseWords.standard
    let head = ProseWords.words(in: sentence[..<comma])
    guard prose.opens(head, with: .if) || head.first.map(whens.contains) == true else {
      return false
    }
    let rest = ProseWords.words(in: sentence[comma...])
    guard
      let verdict = prose.firstWord(of: .passed, in: rest) ?? prose.firstWord(of: .deemed, in: rest)
    else { return false }
    return rest[..<verdict].contains { works.contains($0) }
  }

  private static let whens: Set<String> = [
    "when", "once", "cuando", "quand", "sobald", "quando",
  ]

  /// What is decided as a whole.
  private static let works: Set<String> = [
    "drill", "deployment", "release", "migration", "rollout", "upgrade", "launch", "exercise",
    "recovery", "restore", "test", "validation", "rehearsal", "simulacro", "despliegue",
    "migración", "prueba", "validación", "übung", "bereitstellung", "freigabe",
    "déploiement", "exercice", "implantação", "migração", "演练", "演練", "部署", "リリース", "移行",
  ]
}
