internal import GonogoCore

/// Words and signs that stand where a value is still to come.
enum PlaceholderWords {
  /// True when `value` says by itself, wherever it stands, that it is to be replaced.
  static func standsForAValue(_ value: String) -> Bool {
    let normal = value.lowercased()
    if certain.contains(normal) { return true }
    return normal.hasPrefix("⏳") && isWaiting(normal)
  }

  /// True when `value`, in a column of results, says that the result is still to come.
  static func isOpenResult(_ value: String) -> Bool {
    let normal = value.lowercased()
    return certain.contains(normal) || waiting.contains(normal) || isWaiting(normal)
  }

  /// True when `value` names in words what is still to come, so that it may stand in any column.
  static func isNamed(_ value: String) -> Bool {
    value.contains(where: \.isLetter) && certain.contains(value.lowercased())
  }

  /// True when `value`, the state of a row, says that the row is not finished.
  static func isOpenState(_ value: String) -> Bool {
    if value.isEmpty || isDash(value) || isOpenResult(value) { return true }
    let words = String(ChecklistBuilder.trimmed(value.lowercased().drop { !$0.isLetter }))
    return running.contains(words) || waiting.contains(words)
  }

  /// True when `value` is a word that says that something was not done yet, signs before it left out.
  static func isNotDone(_ value: String) -> Bool {
    let words = String(
      ChecklistBuilder.trimmed(value.lowercased().drop { !$0.isLetter && !$0.isNumber }))
    return waiting.contains(words) || certain.contains(words) || undone.contains(words)
  }

  private static let undone = WordList.words("PlaceholderWords.undone")

  /// True for a sign that says only that nothing is done yet. `isCross` lets a cross be one: in a
  /// document that has no tick beside it.
  static func isUnset(_ value: String, isCross: Bool) -> Bool {
    unset.contains(value) || (isCross && (value == "❌" || value == ":x:"))
  }

  private static let unset: Set<String> = [
    ":red_circle:", ":white_circle:", ":white_large_square:", ":black_large_square:",
    ":hourglass:", ":hourglass_flowing_sand:", "🔴", "⚪", "⚪️", "⭕", "⬛",
  ]

  /// True for a name on a site that is nobody's: `@name`, `@your-handle`.
  static func isHandle(_ value: String) -> Bool {
    guard value.first == "@" else { return false }
    let words = ProseWords.words(in: value)
    return (1...2).contains(words.count)
      && words.allSatisfy { handles.contains($0) } && words.last != "your"
  }

  private static let handles = WordList.words("PlaceholderWords.handles")

  /// True when `value` is a dash that stands for nothing.
  static func isDash(_ value: String) -> Bool {
    !value.isEmpty && value.count <= 3 && value.allSatisfy { "-–—".contains($0) }
  }

  /// An hourglass, alone or with words that say the same.
  private static func isWaiting(_ value: String) -> Bool {
    if value.first == "❓" { return value.split(separator: " ").count <= 5 }
    guard let sign = value.first, "⏳⌛".contains(sign) else { return false }
    let words = ChecklistBuilder.trimmed(value.dropFirst().drop { $0 == "\u{FE0F}" })
    return words.isEmpty || waiting.contains(String(words)) || certain.contains(String(words))
      || running.contains(String(words))
  }

  private static let certain: Set<String> = [
    "tbd", "t.b.d.", "tbc", "t.b.c.", "to be filled in", "to be assigned", "to be announced",
    "to be scheduled", "to be measured", "por confirmar", "por asignar", "à confirmer",
    "noch festzulegen", "wird noch festgelegt", "a confirmar", "to be determined", "to be defined",
    "to be filled", "to be completed",
    "to be documented",
    "to be confirmed", "to be decided", "to be provided", "⏳",
    "por definir", "por determinar", "a definir", "à définir", "à compléter", "a completar",
    "noch offen", "待定", "待填写", "待填寫", "待补充", "未定", "要確認", "미정",
  ]
  /// Words that say so only beside an hourglass; alone they are the state of a task.
  private static let running = WordList.words("PlaceholderWords.running")
  private static let waiting: Set<String> = [
    "tba", "todo", "?", "??", "???", "…", "...", "....", ".....", "not done",
    "pending", "waiting", "awaiting", "to do", "not started", "not tested", "not run",
    "pendiente", "por hacer", "pendente", "en attente", "à faire", "ausstehend", "待测试", "待測試",
    "待处理", "进行中", "進行中",
    "未开始", "未開始", "未測試", "未测试", "未実施", "未着手", "確認中", "대기", "대기 중", "진행 중", "진행중",
  ]
}

/// Labels of prose that tells how something is to be written, and asks for nothing.
enum FormatWords {
  /// True when `label` announces the form of a value and not the value.
  static func explains(_ label: String) -> Bool {
    ProseWords.words(in: label).contains { list.contains($0) } || label.holds("格式")
      || label.holds("形式")
  }

  private static let list: Set<String> = [
    "format", "formats", "formatted", "formato", "pattern", "patterns", "syntax", "example",
    "examples", "e", "eg", "convention", "schema", "template", "usage", "ejemplo", "beispiel",
    "exemple", "exemplo", "muster", "legend", "options", "values", "allowed",
  ]
}
