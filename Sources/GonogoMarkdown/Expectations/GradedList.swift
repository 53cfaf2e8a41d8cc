internal import GonogoCore

/// Lists that grade a value by signs: ✅ for how it should be, ⚠️ and 🚨 for when to act.
enum GradedList {
  /// What the sign of an entry says of its limit.
  enum Grade {
    case fine
    case adverse
  }

  /// The grade that the sign before an entry gives, and the entry without it; nil for an entry that
  /// has no sign or that states no limit.
  static func entry(_ text: String) -> (grade: Grade, text: String)? {
    if let grade = namedGrade(of: text) { return (grade, text) }
    guard let first = text.unicodeScalars.first, first.value >= 0x2600 else { return nil }
    let grade: Grade
    if fine.contains(first) {
      grade = .fine
    } else if warning.contains(first) || AdverseMark.contains(first) {
      grade = .adverse
    } else {
      return nil
    }
    let rest = text.unicodeScalars.drop { !$0.properties.isAlphabetic && $0.value > 0x7F }
    let plain = String(ChecklistBuilder.trimmed(String(String.UnicodeScalarView(rest))))
    guard plain.utf8.count <= 80,
      Checkable.statesLimit(plain) || endsWithRange(plain) || equalsNumber(plain)
    else { return nil }
    return (grade, plain)
  }

  /// The grade that the label of an entry with a limit is: "Target: < 1%", "Critical: > 5%".
  static func namedGrade(of text: String) -> Grade? {
    guard text.utf8.count <= 120, let colon = text.firstColon, text[..<colon].utf8.count <= 24,
      Checkable.statesLimit(String(text[colon...]))
    else { return nil }
    let prose = ProseWords.standard
    if prose.isPhrase(text[..<colon], .worst) { return .adverse }
    return prose.isPhrase(text[..<colon], .fine) ? .fine : nil
  }

  /// True when the entries of a list say how a value should be and when it is not so.
  static func isGraded(_ list: Int, _ blocks: [MarkdownBlock]) -> Bool {
    grades(of: list, blocks).grades.count == 2
  }

  /// True for a list of one entry, which is graded: what its sign means is said nowhere else.
  static func isOneGrade(_ list: Int, _ blocks: [MarkdownBlock]) -> Bool {
    let (grades, entries) = grades(of: list, blocks)
    return grades.count == 1 && entries == 1
  }

  /// The grades in a list, and how many entries it has, up to 12.
  private static func grades(
    of list: Int, _ blocks: [MarkdownBlock]
  ) -> (grades: Set<Grade>, entries: Int) {
    var grades: Set<Grade> = []
    var count = 0
    // Enough of it tells; an entry may hold very much.
    for index in blocks[list...].indices.dropFirst().prefix(60) {
      guard blocks[index].startLine <= blocks[list].endLine, count < 12 else { break }
      guard blocks[index].kind == .paragraph, let item = blocks[index].parent, item == index - 1,
        blocks[item].parent == list
      else { continue }
      count += 1
      if let (grade, _) = entry(blocks[index].text) { grades.insert(grade) }
    }
    return (grades, count)
  }

  /// "Errors = 0", "Errors: 0".
  private static func equalsNumber(_ text: String) -> Bool {
    guard let sign = text.lastIndex(where: { "=:：".contains($0) }) else { return false }
    let number = ChecklistBuilder.trimmed(text[text.index(after: sign)...])
    return text[..<sign].contains(where: \.isLetter) && number.first?.isNumber == true
      && number.utf8.count <= 12
  }

  /// "P95 200-500 ms".
  private static func endsWithRange(_ text: String) -> Bool {
    guard let last = text.split(separator: " ").last(where: { $0.contains(where: \.isNumber) }),
      let dash = last.firstIndex(where: { "-–".contains($0) })
    else { return false }
    return last[..<dash].last?.isNumber == true
      && last[last.index(after: dash)...].first?.isNumber == true
  }

  private static let fine = Set("✅🟢💚🟩✔".unicodeScalars)
  private static let warning = Set("⚠🟡🟠🟨🟧💛".unicodeScalars)
}
