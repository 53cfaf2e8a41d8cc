internal import GonogoCore

/// Reads values that say that nothing was done yet, behind labels of what a run finds out: "Tested
/// on: pending".
enum WaitingValue {
  /// The value in `range` when it is one and `label` asks for a date, a person or a result. The
  /// state of a task may well be "pending".
  static func range(in range: Range<Int>, of document: Document, label: String) -> Range<Int>? {
    guard label.utf8.count <= 60 else { return nil }
    let value = ValueReader.withoutMarks(range, of: document)
    guard (2...48).contains(value.count), PlaceholderWords.isNotDone(document.text(value)),
      asks(label)
    else { return nil }
    return value
  }

  /// True when a label asks for a date, a person or a result.
  static func asks(_ label: String) -> Bool {
    let words = ProseWords.words(in: label)
    guard (1...4).contains(words.count), let last = words.last, let first = words.first else {
      return false
    }
    if asked.contains(last) || asked.contains(first) { return true }
    if words.count == 2, bys.contains(last) { return true }
    return wide.contains { last.hasSuffix($0) }
  }

  private static let bys: Set<String> = ["by", "on", "at", "von", "am", "por", "el", "par", "le"]
  private static let asked = WordList.words("WaitingValue.asked")
  private static let wide = [
    "日期", "日付", "日時", "时间", "時間", "人員", "人员", "執行人", "执行人", "測試人", "测试人", "審核人",
    "审核人", "者", "簽名", "签名", "署名", "結果", "结果", "날짜", "담당자", "결과", "서명",
  ]
}
