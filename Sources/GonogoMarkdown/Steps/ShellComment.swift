internal import GonogoCore

/// A comment inside a block of shell or SQL.
struct ShellComment: Equatable {
  /// Its text without the sign that opens it.
  let text: String
  /// Its line within the block, from 0.
  let line: Int
  /// True when nothing stands before it on its line.
  let isAlone: Bool

  /// The comments of a shell script, in order. What stands in quotes or here-documents is none.
  static func all(inShell script: String) -> [ShellComment] {
    var comments: [ShellComment] = []
    var quote: UInt8?
    var delimiters: [String] = []
    for (number, line) in script.lines.enumerated() {
      if let delimiter = delimiters.first {
        if ChecklistBuilder.trimmed(line) == delimiter { delimiters.removeFirst() }
        continue
      }
      let bytes = Array(line.utf8)
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if let open = quote {
          if byte == 0x5C, open == 0x22 { index += 1 } else if byte == open { quote = nil }
        } else if byte == 0x5C {
          index += 1
        } else if byte == 0x27 || byte == 0x22 {
          quote = byte
        } else if byte == 0x23, index == 0 || isWordEnd(bytes[index - 1]) {
          comments.append(comment(bytes[(index + 1)...], number, bytes[..<index]))
          break
        } else if byte == 0x3C, index + 1 < bytes.count, bytes[index + 1] == 0x3C {
          index = hereDocument(bytes, index + 2, &delimiters)
        }
        index += 1
      }
    }
    return comments
  }

  /// The comments of SQL, in order.
  static func all(inSQL script: String) -> [ShellComment] {
    var comments: [ShellComment] = []
    var quote: UInt8?
    for (number, line) in script.lines.enumerated() {
      let bytes = Array(line.utf8)
      for (index, byte) in bytes.enumerated() {
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == 0x27 || byte == 0x22 {
          quote = byte
        } else if byte == 0x2D, index + 1 < bytes.count, bytes[index + 1] == 0x2D {
          comments.append(comment(bytes[(index + 2)...], number, bytes[..<index]))
          break
        }
      }
    }
    return comments
  }

  private static func comment(
    _ text: ArraySlice<UInt8>, _ number: Int, _ before: ArraySlice<UInt8>
  ) -> ShellComment {
    let text = String(decoding: text.drop { $0 == 0x23 }, as: UTF8.self)
    return ShellComment(
      text: String(ChecklistBuilder.trimmed(text)), line: number,
      isAlone: before.allSatisfy { $0 == 0x20 || $0 == 0x09 })
  }

  private static func isWordEnd(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || ";&|()".utf8.contains(byte)
  }

  /// Reads what follows `<<`; returns the last position that belongs to it. `<<<` opens no
  /// here-document.
  private static func hereDocument(
    _ bytes: [UInt8], _ start: Int, _ delimiters: inout [String]
  ) -> Int {
    var index = start
    guard index < bytes.count else { return start - 1 }
    if bytes[index] == 0x3C { return index }
    if bytes[index] == 0x2D { index += 1 }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    var word: [UInt8] = []
    while index < bytes.count, !isWordEnd(bytes[index]), bytes[index] != 0x3E {
      if !"'\"\\".utf8.contains(bytes[index]) { word.append(bytes[index]) }
      index += 1
    }
    if !word.isEmpty { delimiters.append(String(decoding: word, as: UTF8.self)) }
    return index - 1
  }
}
