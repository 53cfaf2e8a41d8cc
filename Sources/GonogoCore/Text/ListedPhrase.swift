/// Takes the phrases of a list of words apart without decoding them.
///
/// Nearly all phrases are plain: small letters and spaces, or the signs of one East Asian script. A
/// split that knows every script takes several times as long, and every start of gonogo pays for it.
package enum ListedPhrase {
  /// The words of a plain phrase, UTF-8; nil for any other, which takes the slow way. Each sign of a
  /// script without blanks is a word where `signsAreWords`.
  package static func plainWords(
    _ phrase: ArraySlice<UInt8>, signsAreWords: Bool
  ) -> [ArraySlice<UInt8>]? {
    var words: [ArraySlice<UInt8>] = []
    var start = phrase.startIndex
    var index = phrase.startIndex
    while index < phrase.endIndex {
      let byte = phrase[index]
      if byte == 0x20 {
        if index > start { words.append(phrase[start..<index]) }
        index += 1
        start = index
      } else if (0x61...0x7A).contains(byte) {
        index += 1
      } else if byte == 0xC3, index + 1 < phrase.endIndex, isSmallLatin(phrase[index + 1]) {
        index += 2
      } else if index + 2 < phrase.endIndex, isSign(byte, phrase[index + 1], phrase[index + 2]) {
        if signsAreWords {
          if index > start { words.append(phrase[start..<index]) }
          words.append(phrase[index..<index + 3])
          start = index + 3
        }
        index += 3
      } else {
        return nil
      }
    }
    if index > start { words.append(phrase[start..<index]) }
    return words
  }

  /// The second byte of `ß` to `ÿ`, without `÷`.
  private static func isSmallLatin(_ byte: UInt8) -> Bool { byte >= 0x9F && byte != 0xB7 }

  /// Hiragana, and the ideographs of U+4E00 to U+8FFF.
  private static func isSign(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xE3: (second == 0x81 && third >= 0x81) || (second == 0x82 && third <= 0x96)
    case 0xE4: second >= 0xB8
    case 0xE5...0xE8: true
    default: false
    }
  }
}
