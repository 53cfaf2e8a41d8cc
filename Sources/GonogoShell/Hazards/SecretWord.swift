/// One word of a text, quotes removed, however little of a shell text it is.
struct SecretWord {
  /// Words before a command that are not the command.
  static let wrappers: Set<String> = [
    "sudo", "env", "time", "exec", "nohup", "export", "$", "command",
  ]

  /// The text without its quotes.
  let text: String
  /// Its bytes, quotes included.
  let range: Range<Int>
  /// True behind `;`, `|`, `&`, `(` or a line end.
  let startsCommand: Bool

  /// `NAME=…`.
  var isAssignment: Bool {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return false }
    return text[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// Where `value` stands in the bytes of this word, or nil.
  func place(of value: String, in bytes: [UInt8]) -> Range<Int>? {
    let wanted = Array(value.utf8)
    guard !wanted.isEmpty, wanted.count <= range.count else { return nil }
    // From the end: `password=password1` has its value behind its name.
    var start = range.upperBound - wanted.count
    while start >= range.lowerBound {
      if bytes[start] == wanted[0], bytes[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start -= 1
    }
    // A value with quotes or backslashes in it: the whole word.
    return range
  }

  /// The words of `bytes`.
  static func all(in bytes: [UInt8]) -> [SecretWord] {
    var words: [SecretWord] = []
    var text: [UInt8] = []
    var start: Int?
    var quote: UInt8?
    var opens = true
    func close(_ end: Int) {
      guard let first = start else { return }
      words.append(
        SecretWord(
          text: String(decoding: text, as: UTF8.self), range: first..<end, startsCommand: opens))
      text = []
      start = nil
      opens = false
    }
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == open {
          quote = nil
        } else {
          let isEscape = byte == 0x5C && open == 0x22 && position + 1 < bytes.count
          if isEscape { position += 1 }
          text.append(bytes[position])
        }
      } else if byte == 0x27 || byte == 0x22 {
        quote = byte
        start = start ?? position
      } else if byte == 0x5C, position + 1 < bytes.count {
        if bytes[position + 1] != 0x0A {
          start = start ?? position
          text.append(bytes[position + 1])
        }
        position += 1
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        close(position)
      } else if byte == 0x0A || byte == 0x3B || byte == 0x7C || byte == 0x26 || byte == 0x28 {
        // `?a=b&c=d` is one word only between quotes, as in the shell.
        close(position)
        opens = true
      } else {
        start = start ?? position
        text.append(byte)
      }
      position += 1
    }
    close(bytes.count)
    return words
  }
}
