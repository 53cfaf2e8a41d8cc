import GonogoCore

/// Reads `ls -l`: one row for each file, with its size.
struct FileListRecognizer: Recognizer {
  let name = "ls"

  private static let columns = ["permissions", "links", "owner", "group", "size", "date", "name"]
  /// Options that change nothing about the columns.
  private static let plain: Set<Character> = [
    "l", "a", "A", "h", "t", "r", "S", "1", "d", "R", "F", "p", "G", "c", "u", "U", "v", "H", "L",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.stderr.isBlank, output.exitStatus ?? 0 == 0,
      let ls = output.speaker("ls"), ls.hasOption("l"), let isHuman = Self.isHuman(ls),
      !output.command.contains("BLOCK")
    else { return [] }
    var lines = output.lines[...]
    if let first = lines.first, let total = first.dropping(prefix: "total ") {
      guard !total.isEmpty else { return [] }
      lines = lines.dropFirst()
    }
    var rows: [[String]] = []
    for line in lines {
      guard let row = Self.row(line) else { return [] }
      rows.append(row)
    }
    guard !rows.isEmpty else { return [] }
    var reader = TableCaptures(recognizer: name, unit: { _ in nil })
    reader.quantity = { cell, column in column == "size" ? Self.size(cell, isHuman) : nil }
    return reader.captures(columns: Self.columns, rows: rows)
  }

  private static func size(_ cell: String, _ isHuman: Bool) -> Quantity? {
    if isHuman { return HumanSize.read(cell, .binary) }
    guard cell.utf8.count <= 15, cell.utf8.allSatisfy(\.isDigit) else { return nil }
    return Double(cell).map { Quantity($0, .byte) }
  }

  /// Whether sizes have letters; nil with options that are not known.
  private static func isHuman(_ ls: ShellCommand) -> Bool? {
    var isHuman = false
    for argument in ls.arguments where argument.hasPrefix("-") && argument != "-" {
      if argument.hasPrefix("--") {
        let known = ["--human-readable", "--all", "--almost-all", "--time-style=long-iso", "--"]
        guard known.contains(argument) || argument.hasPrefix("--color") else { return nil }
        isHuman = isHuman || argument == "--human-readable"
      } else {
        guard argument.dropFirst().allSatisfy(plain.contains) else { return nil }
        isHuman = isHuman || argument.contains("h")
      }
    }
    return isHuman
  }

  /// `-rw-r--r-- 1 root root 1.2M Nov 23 19:29 dump.sql.gz`
  private static func row(_ line: Substring) -> [String]? {
    var words: [Substring] = []
    var rest = line
    // The name may hold blanks: only what is before it is split.
    while words.count < 8 {
      rest = rest.drop { $0 == " " }
      let word = rest.prefix { $0 != " " }
      guard !word.isEmpty else { return nil }
      words.append(word)
      rest = rest.dropFirst(word.count)
      if words.count == 7, isISODate(words[5]) { break }
    }
    guard isMode(words[0]), words[1].smallCount != nil, HumanSize.read(words[4], .binary) != nil,
      rest.first == " "
    else { return nil }
    let date = words[5...]
    guard words.count == 7 ? isClock(words[6]) : isDate(date), rest.count > 1 else { return nil }
    return words[..<5].map(String.init) + [date.joined(separator: " "), String(rest.dropFirst())]
  }

  private static func isMode(_ word: Substring) -> Bool {
    let bytes = Array(word.utf8)
    guard (10...11).contains(bytes.count), "-dlps".utf8.contains(bytes[0]) else { return false }
    return bytes[1..<10].allSatisfy { "rwxsStT-".utf8.contains($0) }
  }

  private static func isISODate(_ word: Substring) -> Bool {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.map(\.utf8.count) == [4, 2, 2]
      && parts.allSatisfy { $0.smallCount != nil }
  }

  private static func isClock(_ word: Substring) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { $0.utf8.count == 2 && $0.smallCount != nil }
  }

  private static func isDate(_ words: ArraySlice<Substring>) -> Bool {
    let words = Array(words)
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard words.count == 3, months.contains(String(words[0])), let day = words[1].smallCount,
      (1...31).contains(day)
    else { return false }
    return isClock(words[2]) || (words[2].utf8.count == 4 && words[2].smallCount != nil)
  }
}
