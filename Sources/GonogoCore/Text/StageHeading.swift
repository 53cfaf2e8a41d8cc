/// Headings of one stage of several through which the same is looked at again: "T+24h", "H+2 (after 2
/// hours)", "Day 3", "Week 1", "Ramp to 25%". What was so then need not be so in the end.
package enum StageHeading {
  /// True when `section` of `checklist`, or one around it, is such a stage.
  package static func covers(_ section: Int, of checklist: Checklist) -> Bool {
    var current: Int? = section
    while let id = current, checklist.sections[id].level > 1 {
      if isStage(checklist.sections[id].heading) { return true }
      current = checklist.sections[id].parent
    }
    return false
  }

  /// True for a heading that says when, or for how large a share, something is looked at.
  package static func isStage(_ heading: String) -> Bool {
    guard heading.utf8.count <= 160, heading.utf8.contains(where: { 0x30...0x39 ~= $0 }) else {
      return false
    }
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber && !"+%".contains($0) }
    for (index, word) in words.enumerated() {
      if isOffset(word) || word.last == "%" && word.first?.isNumber == true { return true }
      guard index + 1 < words.count else { break }
      let next = words[index + 1]
      // "Day 3", "3 days", "24 h"
      if units.contains(String(word)), next.first?.isNumber == true { return true }
      if word.allSatisfy(\.isNumber), units.contains(String(next)) { return true }
    }
    return words.contains { word in
      let number = word.prefix(while: \.isNumber)
      return !number.isEmpty && units.contains(String(word[number.endIndex...]))
    }
  }

  /// True for a heading of what is done some time after the rest: "T+24h", "Day 3"; not "Day 1".
  package static func isLater(_ heading: String) -> Bool {
    guard heading.utf8.count <= 160, heading.utf8.contains(where: { 0x30...0x39 ~= $0 }) else {
      return false
    }
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" }
    for (index, word) in words.enumerated() {
      if isOffset(word) { return word.dropFirst(2).prefix(while: \.isNumber) != "0" }
      guard index == 0, words.count > 1, spans.contains(String(word)),
        let number = Int(words[1])
      else { continue }
      return number > 1
    }
    return false
  }

  /// What work goes on for, counted from the first.
  private static let spans: Set<String> = [
    "day", "week", "hour", "month", "día", "semana", "dia", "tag", "woche", "jour", "semaine",
  ]

  /// "t+24h", "h+2": so long after it began.
  private static func isOffset(_ word: Substring) -> Bool {
    guard let first = word.first, "thd".contains(first), word.dropFirst().first == "+" else {
      return false
    }
    return word.dropFirst(2).first?.isNumber == true
  }

  private static let units: Set<String> = [
    "m", "min", "mins", "minute", "minutes", "h", "hr", "hrs", "hour", "hours", "d", "day", "days",
    "week", "weeks", "month", "months", "minuto", "minutos", "hora", "horas", "día", "días",
    "semana", "semanas", "dia", "dias", "minuten", "stunde", "stunden", "tag", "tage", "tagen",
    "woche", "wochen", "heure", "heures", "jour", "jours", "semaine", "semaines", "分钟", "小时", "天",
    "周", "分", "時間", "日", "週間", "분", "시간", "일", "주",
  ]
}
