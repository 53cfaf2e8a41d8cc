/// The words of a text, in lower case, in one pass.
enum WordScan {
  /// Calls `body` for each word and whether it is all digits; letters, digits and marks on letters
  /// belong to a word, and an apostrophe inside it does.
  static func forEachWord(in text: some StringProtocol, _ body: (String, Bool) -> Void) {
    var word: [UInt8] = []
    var isNumber = true
    func end() {
      while word.last == apostrophe { word.removeLast() }
      if !word.isEmpty { body(String(decoding: word, as: UTF8.self), isNumber) }
      word.removeAll(keepingCapacity: true)
      isNumber = true
    }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      switch value {
      case 0x61...0x7A:
        word.append(UInt8(truncatingIfNeeded: value))
        isNumber = false
      case 0x41...0x5A:
        word.append(UInt8(truncatingIfNeeded: value | 0x20))
        isNumber = false
      case 0x30...0x39: word.append(UInt8(truncatingIfNeeded: value))
      case 0x27, 0x2019: if !word.isEmpty { word.append(apostrophe) }
      case 0..<0x80: end()
      default:
        guard let isDigit = kind(of: scalar) else {
          end()
          continue
        }
        if !isDigit { isNumber = false }
        word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    end()
  }

  private static let apostrophe = UInt8(ascii: "'")

  /// False for a letter or a mark on one, true for a digit, nil for what ends a word.
  private static func kind(of scalar: Unicode.Scalar) -> Bool? {
    let properties = scalar.properties
    if properties.isAlphabetic { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return false
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return nil
    }
  }
}
