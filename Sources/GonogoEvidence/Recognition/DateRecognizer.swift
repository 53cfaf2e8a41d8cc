import GonogoCore

/// Reads `date`, as text: in its own layout and in those that begin with year, month and day.
struct DateRecognizer: Recognizer {
  let name = "date"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.speaker("date") != nil, output.lines.count == 1 else {
      return []
    }
    let line = output.lines[0].trimmed
    guard line.utf8.count <= 64, Self.isISO(line) || Self.isPlain(line) else { return [] }
    return [text("date", line)]
  }

  /// `2026-11-23`, with or without a time behind it.
  private static func isISO(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return false
    }
    let digits = [0, 1, 2, 3, 5, 6, 8, 9]
    guard digits.allSatisfy({ bytes[$0].isDigit }) else { return false }
    return bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20
  }

  /// `Mon Nov 23 19:41:39 UTC 2026`
  private static func isPlain(_ line: Substring) -> Bool {
    let words = line.fields
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    guard (5...7).contains(words.count), days.contains(where: { $0 == words[0] }) else {
      return false
    }
    return words.contains { $0.utf8.count == 4 && $0.smallCount != nil }
      && words.contains { $0.split(separator: ":").count == 3 }
  }
}
