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
    guard plain.utf8.count <= 80, Checkable.statesLimit(plain) || endsWithRange(plain) else {
      return nil
    }
    return (grade, plain)
  }

  /// True when the entries of a list say how a value should be and when it is not so.
  static func isGraded(_ list: Int, _ blocks: [MarkdownBlock]) -> Bool {
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
    return grades.count == 2
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
