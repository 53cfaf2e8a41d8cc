/// Recognises statements so plain that no reading of them can be wrong: words, quotes, simple
/// expansions and redirections, joined by `|`, `&&` and `||`.
///
/// What it accepts, bash accepts; so that a document of such statements needs no bash to be asked.
struct PlainLine {
  private let text: ArraySlice<UInt8>
  private var position: Int
  /// The word that is open where a command may stand, as far as it is bare.
  private var word: [UInt8] = []
  private var hasWord = false
  private var isQuoted = false
  /// True where the next word names what is run.
  private var isCommandNext = true
  /// True behind `|`, `&&` and `||` until a word comes, and at the beginning.
  private var needsCommand = true
  /// True behind `>` until its word comes.
  private var needsTarget = false

  private static let reserved: Set<String> = [
    "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac",
    "select", "function", "time", "coproc", "in", "alias", "unalias", "shopt", "set", "eval",
    "[[", "]]", "{", "}", "!",
  ]

  /// Whether `text` is such a statement.
  static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
    var line = PlainLine(text: text, position: text.startIndex)
    return line.read()
  }

  private init(text: ArraySlice<UInt8>, position: Int) {
    self.text = text
    self.position = position
  }

  private mutating func read() -> Bool {
    while position < text.endIndex {
      guard step(text[position]) else { return false }
    }
    return endWord() && !needsCommand && !needsTarget
  }

  /// Reads on from `byte`; false for what is not plain.
  private mutating func step(_ byte: UInt8) -> Bool {
    switch byte {
    case ShellByte.space, ShellByte.tab:
      position += 1
      return endWord()
    case ShellByte.singleQuote: return readSingleQuotes()
    case ShellByte.doubleQuote: return readDoubleQuotes()
    case ShellByte.backslash: return readEscape()
    case ShellByte.dollar: return readExpansion(inQuotes: false)
    case ShellByte.pipe, ShellByte.ampersand: return readOperator(byte)
    case ShellByte.greater, ShellByte.less: return readRedirection(byte)
    case ShellByte.newline, ShellByte.carriageReturn, ShellByte.open, ShellByte.close,
      ShellByte.semicolon, ShellByte.backquote, 0:
      return false
    case ShellByte.hash where !hasWord: return false
    case ShellByte.openBracket where isCommandNext && hasWord && !needsTarget: return false
    default:
      append(byte)
      position += 1
      return true
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    index < text.endIndex ? text[index] : ShellByte.newline
  }

  // MARK: Words

  private mutating func append(_ byte: UInt8) {
    hasWord = true
    word.append(byte)
  }

  /// Ends the word that is open, if any; false when it is one that begins something else than a
  /// command.
  private mutating func endWord() -> Bool {
    guard hasWord else { return true }
    defer {
      hasWord = false
      isQuoted = false
      word.removeAll(keepingCapacity: true)
    }
    if needsTarget {
      needsTarget = false
      return true
    }
    needsCommand = false
    guard isCommandNext else { return true }
    if !isQuoted, Self.reserved.contains(String(decoding: word, as: UTF8.self)) { return false }
    // Behind `A=1` a command may still come.
    let name = word.prefix { ShellByte.isName($0) }
    isCommandNext = !name.isEmpty && name.count < word.count && word[name.count] == ShellByte.equals
    return true
  }

  private mutating func readSingleQuotes() -> Bool {
    var end = position + 1
    while end < text.endIndex, text[end] != ShellByte.singleQuote { end += 1 }
    guard end < text.endIndex else { return false }
    hasWord = true
    isQuoted = true
    position = end + 1
    return true
  }

  private mutating func readDoubleQuotes() -> Bool {
    hasWord = true
    isQuoted = true
    position += 1
    while position < text.endIndex {
      switch text[position] {
      case ShellByte.doubleQuote:
        position += 1
        return true
      case ShellByte.backquote: return false
      case ShellByte.dollar:
        guard readExpansion(inQuotes: true) else { return false }
      case ShellByte.backslash: position += 2
      default: position += 1
      }
    }
    return false
  }

  /// `\x`, or a line that goes on.
  private mutating func readEscape() -> Bool {
    guard position + 1 < text.endIndex else { return false }
    let next = text[position + 1]
    if next == ShellByte.carriageReturn { return false }
    position += 2
    if next != ShellByte.newline {
      hasWord = true
      isQuoted = true
    }
    return true
  }

  /// `$name`, `${name}`, `$?` and the like; nothing that holds commands or patterns.
  private mutating func readExpansion(inQuotes: Bool) -> Bool {
    var end = position + 1
    let first = byte(end)
    if ShellByte.isNameStart(first) {
      while ShellByte.isName(byte(end)) { end += 1 }
    } else if first == ShellByte.openBrace, ShellByte.isNameStart(byte(end + 1)) {
      end += 1
      while ShellByte.isName(byte(end)) { end += 1 }
      guard byte(end) == ShellByte.closeBrace else { return false }
      end += 1
    } else if ShellByte.isDigit(first) || "?@*#!-$".utf8.contains(first) {
      end += 1
    } else {
      return false
    }
    hasWord = true
    isQuoted = true
    position = end
    return true
  }

  // MARK: Between words

  private mutating func readOperator(_ byte: UInt8) -> Bool {
    let next = self.byte(position + 1)
    if byte == ShellByte.ampersand, next == ShellByte.greater {
      guard endWord(), !needsTarget, !needsCommand else { return false }
      position += self.byte(position + 2) == ShellByte.greater ? 3 : 2
      needsTarget = true
      return true
    }
    // A single `&` leaves the command to itself, and `|&` is for bash alone.
    guard next == byte || (byte == ShellByte.pipe && next != ShellByte.ampersand) else {
      return false
    }
    guard endWord(), !needsTarget, !needsCommand else { return false }
    position += next == byte ? 2 : 1
    isCommandNext = true
    needsCommand = true
    return true
  }

  private mutating func readRedirection(_ byte: UInt8) -> Bool {
    let next = self.byte(position + 1)
    if byte == ShellByte.less {
      guard next != ShellByte.less, next != ShellByte.ampersand, next != ShellByte.greater,
        next != ShellByte.open
      else { return false }
    }
    // `2>`: the number belongs to the sign.
    if !isQuoted, !word.isEmpty, word.allSatisfy(ShellByte.isDigit) {
      guard !needsTarget else { return false }
      hasWord = false
      word.removeAll(keepingCapacity: true)
    }
    guard endWord(), !needsTarget else { return false }
    position += 1
    if byte == ShellByte.greater,
      next == ShellByte.greater || next == ShellByte.pipe || next == ShellByte.ampersand
    {
      position += 1
    }
    guard self.byte(position) != ShellByte.open else { return false }
    needsTarget = true
    return true
  }
}
