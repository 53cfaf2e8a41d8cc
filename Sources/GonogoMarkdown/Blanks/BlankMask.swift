internal import GonogoCore

/// Blanks that show the form of what is to be written: `____:____`, `XX%`, `vX.Y.Z`, `YYYY-MM-DD`.
enum BlankMask {
  /// A run of underscores with what a clock or a date mask joins to it: `__:__`, `__/__/____`.
  static func extended(_ run: Range<Int>, before limit: Int, in bytes: [UInt8]) -> Range<Int> {
    guard run.count >= 2 else { return run }
    var end = run.upperBound
    var joints = 0
    var mark: UInt8?
    while end + 2 < limit {
      let next = bytes[end]
      guard next == 0x3A || next == 0x2F || next == 0x2E || next == 0x2D,
        mark == nil || mark == next
      else { break }
      var after = end + 1
      while after < limit, bytes[after] == 0x5F { after += 1 }
      guard after - end - 1 >= 2 else { break }
      mark = next
      joints += 1
      end = after
    }
    // One slash stands between two numbers, "___/___ items"; two make a date.
    return mark == 0x3A && joints > 0 || joints >= 2 ? run.lowerBound..<end : run
  }

  /// How many bytes of `text` are a mask, or nil when it does not begin with one that stands for
  /// a value by itself or before its unit.
  ///
  /// `allowsOne` takes a lone `X` for one, which behind a label it is and in a cell is a mark.
  static func length(in text: String, allowsOne: Bool = false) -> Int? {
    let mask = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-./: ~".contains($0)) }
    let plain = ChecklistBuilder.trimmed(mask)
    let whole = plain.drop { $0 == "~" }
    let lower = whole.lowercased()
    if forms.contains(lower), whole.contains(where: \.isUppercase) { return plain.utf8.count }
    if isOpenDay(lower) { return plain.utf8.count }
    // `XX%`, `XX.X ms`
    let number = whole.prefix { $0 == "X" || $0 == "." || $0 == "N" }
    let letters = number.count { $0 != "." }
    let isOne = letters == 1 && (text.contains("%") || (allowsOne && number == "X"))
    guard letters >= 2 || isOne, number.first != ".",
      number.last != ".", Set(number.filter { $0 != "." }).count == 1
    else { return nil }
    let skipped = plain.utf8.count - whole.utf8.count
    let rest = ChecklistBuilder.trimmed(text.dropFirst(skipped + number.count))
    let isValue =
      rest.isEmpty || rest == "%" || Unit.named(rest) != nil
      || (letters >= 2 && isNoun(rest))
    return isValue ? skipped + number.utf8.count : nil
  }

  /// `2026-01-xx`: a day of which only the month is known.
  private static func isOpenDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(\.isNumber), parts[2] == "xx"
    else { return false }
    return parts[1] == "xx" || parts[1].count == 2 && parts[1].allSatisfy(\.isNumber)
  }

  /// "XX users": what is counted, in one word.
  private static func isNoun(_ text: some StringProtocol) -> Bool {
    text.count <= 16 && text.allSatisfy { $0.isLetter && $0.isLowercase }
  }

  /// True for `BUG-NNN`, `#NNN` and their like with X: a number to be put in behind what stays.
  static func isCode(_ text: String) -> Bool {
    guard text.utf8.count <= 24, text.contains(where: { $0 == "-" || $0 == "#" }),
      let last = text.split(whereSeparator: { $0 == "-" || $0 == "#" }).last, last.count >= 3,
      let letter = last.first, "XNYZ".contains(letter), last.allSatisfy({ $0 == letter })
    else { return false }
    return text.dropLast(last.count).allSatisfy { character in
      character.isASCII
        && (character.isUppercase || character.isNumber || "-#+".contains(character))
    }
  }

  private static let forms: Set<String> = {
    let dates = [
      "yyyy-mm-dd", "yyyy/mm/dd", "yyyy.mm.dd", "dd/mm/yyyy", "dd-mm-yyyy", "dd.mm.yyyy",
      "mm/dd/yyyy", "aaaa-mm-dd", "dd/mm/aaaa", "dd-mm-aaaa", "jjjj-mm-tt", "tt.mm.jjjj",
      "jj/mm/aaaa", "yyyymmdd", "mm-dd-yyyy", "yyyy-mm",
    ]
    let times = ["hh:mm", "hh:mm:ss", "hh:mm utc", "hh:mm:ss utc", "hh:mm z", "xx:xx", "xx:xx utc"]
    let versions = ["vx.y.z", "x.y.z", "vx.y", "x.y", "vx.x.x", "x.x.x", "vx.y.z-rc.n", "vx.x"]
    var all = Set(dates + times + versions)
    for date in dates {
      for time in times {
        all.insert(date + " " + time)
        all.insert(date + "t" + time)
      }
      all.insert(date + "thh:mm:ssz")
    }
    return all
  }()
}
