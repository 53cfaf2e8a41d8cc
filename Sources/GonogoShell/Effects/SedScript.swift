/// Tells sed scripts that only edit the stream from those that may write files or run programs.
enum SedScript {
  /// Whether every command of `script` is known to only edit; false in doubt.
  static func onlyEdits(_ script: [UInt8]) -> Bool {
    var reader = Reader(text: script)
    return reader.run()
  }

  private struct Reader {
    let text: [UInt8]
    var position = 0

    var current: UInt8? { position < text.count ? text[position] : nil }

    mutating func run() -> Bool {
      if text.contains(0) { return false }
      while let byte = current {
        switch byte {
        case ShellByte.space, ShellByte.tab, ShellByte.newline, ShellByte.semicolon,
          ShellByte.openBrace, ShellByte.closeBrace, ShellByte.bang, ShellByte.comma, 0x7E,
          ShellByte.plus, ShellByte.dollar:
          position += 1
        case _ where ShellByte.isDigit(byte): position += 1
        case 0x2F:  // an address
          position += 1
          guard skip(to: 0x2F) else { return false }
          if current == 0x49 { position += 1 }
        case 0x73, 0x79:  // s, y
          guard substitution() else { return false }
        case 0x70, 0x50, 0x64, 0x44, 0x71, 0x51, 0x6E, 0x4E, 0x67, 0x47, 0x68, 0x48, 0x78,
          ShellByte.equals, 0x6C:  // p P d D q Q n N g G h H x = l
          position += 1
        default: return false
        }
      }
      return true
    }

    /// Moves behind the next unescaped `end`.
    mutating func skip(to end: UInt8) -> Bool {
      let start = position
      while let byte = current {
        position += 1
        if byte == ShellByte.backslash {
          position += 1
        } else if byte == end {
          // A delimiter in brackets ends the pattern for some and not for others.
          return !hasBracketedDelimiter(text[start..<position], end)
        }
      }
      return false
    }

    mutating func substitution() -> Bool {
      position += 1
      guard let end = current, end != ShellByte.backslash, end != ShellByte.newline,
        end != ShellByte.openBracket
      else { return false }
      position += 1
      guard skip(to: end), skip(to: end) else { return false }
      while let flag = current {
        switch flag {
        case 0x67, 0x70, 0x69, 0x49, 0x6D, 0x4D: position += 1
        case _ where ShellByte.isDigit(flag): position += 1
        case ShellByte.space, ShellByte.tab, ShellByte.newline, ShellByte.semicolon,
          ShellByte.closeBrace:
          return true
        default: return false
        }
      }
      return true
    }

    private func hasBracketedDelimiter(_ part: ArraySlice<UInt8>, _ end: UInt8) -> Bool {
      var inBrackets = false
      for byte in part {
        if byte == ShellByte.openBracket { inBrackets = true }
        if byte == end, inBrackets { return true }
        if byte == ShellByte.closeBracket { inBrackets = false }
      }
      return false
    }
  }
}
