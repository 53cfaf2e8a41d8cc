extension Claim {
  /// True for an entry that only shows where one belongs: "Item 1", "Issue 2 + solution".
  package var isStandIn: Bool { Self.isStandIn(text) }

  /// True for such a text.
  package static func isStandIn(_ text: String) -> Bool {
    guard text.utf8.count <= 60, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard (2...4).contains(words.count), standIns.contains(words[0].lowercased()),
      words[1].utf8.count <= 2, words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    // "Item 1 + what was done": the rest is what belongs there besides.
    return words.count == 2 || text.contains("+") || text.contains("/")
  }

  private static let standIns: Set<String> = [
    "item", "items", "issue", "task", "action", "step", "criterion", "condition", "point", "test",
    "change", "lesson", "finding", "problem", "elemento", "ítem", "tarea", "acción", "criterio",
    "condición", "punto", "problema", "hallazgo", "tarefa", "ação", "critério", "ponto", "élément",
    "tâche", "critère", "point", "punkt", "aufgabe", "kriterium", "maßnahme", "项目", "項目", "任务",
    "任務", "标准", "標準", "条件", "條件", "问题", "問題", "步骤", "步驟", "基準", "課題", "항목", "작업", "기준",
  ]
}
