/// The bytes that mean something to a shell, and what kind of byte one is.
enum ShellByte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let bang: UInt8 = 0x21
  static let doubleQuote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let dollar: UInt8 = 0x24
  static let ampersand: UInt8 = 0x26
  static let singleQuote: UInt8 = 0x27
  static let open: UInt8 = 0x28
  static let close: UInt8 = 0x29
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let less: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greater: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let at: UInt8 = 0x40
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let backquote: UInt8 = 0x60
  static let openBrace: UInt8 = 0x7B
  static let pipe: UInt8 = 0x7C
  static let closeBrace: UInt8 = 0x7D

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || byte == 0x5F
  }

  static func isName(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

  /// Whether an unquoted `byte` ends a word: blanks, newline and `; & | ( ) < >`.
  static func isMeta(_ byte: UInt8) -> Bool {
    switch byte {
    case space, tab, newline, semicolon, ampersand, pipe, open, close, less, greater: true
    default: false
    }
  }

  /// Whether an unquoted `byte` is just itself inside a word.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case backslash, singleQuote, doubleQuote, dollar, backquote, hash, openBracket, openBrace:
      false
    default: !isMeta(byte)
    }
  }
}
