/// Splits a text into its words, in lower case.
package enum WordSplit {
  /// The runs of letters.
  package static func letters(in text: Substring) -> [String] {
    text.isBytewise
      ? split(text, digits: false) : text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The runs of letters and digits.
  package static func lettersAndDigits(in text: Substring) -> [String] {
    text.isBytewise
      ? split(text, digits: true)
      : text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func split(_ text: Substring, digits: Bool) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      guard !word.isEmpty else { return }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    // Most texts have one byte a sign; going by code points takes them several times as long.
    let bytes = text.utf8.span
    var plain = 0
    while plain < bytes.count, bytes[plain] < 0x80 {
      switch bytes[plain] {
      case 0x61...0x7A, 0x41...0x5A: word.append(bytes[plain] | 0x20)
      case 0x30...0x39 where digits: word.append(bytes[plain])
      default: close()
      }
      plain += 1
    }
    guard plain < bytes.count else {
      close()
      return words
    }
    let rest = text.utf8.index(text.startIndex, offsetBy: plain)
    for scalar in text[rest...].unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A: word.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0x41...0x5A: word.append(UInt8(truncatingIfNeeded: scalar.value | 0x20))
      case 0x30...0x39 where digits: word.append(UInt8(truncatingIfNeeded: scalar.value))
      case 0..<0x80: close()
      // Chinese, Japanese and Korean signs are all letters and have no lower case.
      case 0x3041...0x3096, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
        word.append(contentsOf: UTF8.encode(scalar) ?? .init())
      default:
        let properties = scalar.properties
        if properties.isAlphabetic || (digits && properties.numericType != nil) {
          word.append(contentsOf: properties.lowercaseMapping.utf8)
        } else {
          close()
        }
      }
    }
    close()
    return words
  }
}
