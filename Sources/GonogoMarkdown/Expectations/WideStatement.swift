internal import GonogoCore

/// Statements in scripts that put no blanks between words, where a phrase is a part of its sentence.
enum WideStatement {
  /// True for none of what must not be: 无严重错误, エラーがないこと, 오류 없음.
  static func deniesIlls(_ text: String) -> Bool {
    guard text.utf8.count <= 120, ills.contains(where: { text.holds($0) }) else { return false }
    if ["无法", "無法", "无需", "無需"].contains(where: text.hasPrefix) { return false }
    return nones.contains(where: text.hasPrefix) || endings.contains(where: text.hasSuffix)
  }

  /// True for all of them being well: 所有测试通过, すべて正常, 모든 테스트 통과.
  static func saysAllWell(_ text: String) -> Bool {
    text.utf8.count <= 120 && alls.contains(where: text.hasPrefix)
      && wells.contains(where: text.hasSuffix)
  }

  private static let nones = ["无", "無", "没有", "沒有", "未发现", "未發現", "未出现", "未出現"]
  private static let endings = [
    "なし", "がない", "がないこと", "無し", "はないこと", "がありません", "없음", "없다", "없어야 함", "없습니다",
  ]
  private static let ills = [
    "错误", "錯誤", "异常", "異常", "警告", "告警", "漏洞", "失败", "失敗", "冲突", "衝突", "报错", "報錯",
    "エラー", "例外", "脆弱性", "오류", "에러", "경고", "실패", "취약점",
  ]
  private static let alls = ["所有", "全部", "すべて", "全て", "全", "모든", "모두"]
  private static let wells = [
    "通过", "通過", "正常", "成功", "运行中", "運行中", "健康", "合格", "パス", "完了", "稼働中", "통과", "정상", "성공",
  ]
}
