/// Recognises statements so plain that no reading of them can be wrong.
enum PlainLine {
  private static let reserved: Set<String> = [
    "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac",
    "select", "function", "time", "coproc", "in", "alias", "unalias", "shopt", "set", "eval",
  ]

  /// Whether `text` is one line of plain words, simple quotes and pipes between commands.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    var quote: UInt8 = 0
    var word: [UInt8] = []
    var isCommandWord = true
    for byte in text {
      if byte == ShellByte.newline || byte == ShellByte.carriageReturn { return false }
      if quote != 0 {
        if byte == quote { quote = 0 }
        if quote == ShellByte.doubleQuote, isActive(byte) { return false }
        continue
      }
      switch byte {
      case ShellByte.singleQuote, ShellByte.doubleQuote:
        quote = byte
        word.append(byte)
      case ShellByte.space, ShellByte.tab:
        if !word.isEmpty {
          if isCommandWord, isReserved(word) { return false }
          isCommandWord = false
          word = []
        }
      case ShellByte.pipe:
        // Also refuses `||` and a pipe that nothing feeds.
        if isCommandWord && word.isEmpty { return false }
        if isCommandWord, isReserved(word) { return false }
        isCommandWord = true
        word = []
      case _ where isWord(byte): word.append(byte)
      default: return false
      }
    }
    if isCommandWord { return quote == 0 && !word.isEmpty && !isReserved(word) }
    return quote == 0
  }

  private static func isReserved(_ word: [UInt8]) -> Bool {
    reserved.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether `byte` means something inside double quotes.
  private static func isActive(_ byte: UInt8) -> Bool {
    byte == ShellByte.backslash || byte == ShellByte.backquote || byte == ShellByte.dollar
      || byte == ShellByte.bang
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    if ShellByte.isName(byte) || byte >= 0x80 { return true }
    switch byte {
    case ShellByte.minus, ShellByte.dot, 0x2F, ShellByte.colon, ShellByte.equals, ShellByte.comma,
      ShellByte.at, 0x25, ShellByte.plus:
      return true
    default: return false
    }
  }
}
