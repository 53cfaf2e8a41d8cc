/// A plain phrase of a list of words, put into a trie.
package struct ListedPhrase: Sendable, Hashable {
  /// The node behind its last word; the root for a phrase without words.
  package internal(set) var node: Int
  /// How many words it has.
  package internal(set) var wordCount = 0
  /// Whether it has signs of a script without blanks.
  package internal(set) var hasSigns = false

  /// How many bytes the sign at `index` has when it is one of a plain phrase beyond `a` to `z`: 2 for a
  /// small letter of Latin-1, 3 for a sign of a script without blanks, 0 for any other.
  static func length(ofSignAt index: Int, in bytes: Span<UInt8>) -> Int {
    let byte = bytes[index]
    if byte == 0xC3 {
      return index + 1 < bytes.count && isSmallLatin(bytes[index + 1]) ? 2 : 0
    }
    guard byte >= 0xE3, index + 2 < bytes.count else { return 0 }
    return isSign(byte, bytes[index + 1], bytes[index + 2]) ? 3 : 0
  }

  /// The second byte of `ß` to `ÿ`, without `÷`.
  private static func isSmallLatin(_ byte: UInt8) -> Bool { byte >= 0x9F && byte != 0xB7 }

  /// Hiragana, katakana, Korean syllables, and the ideographs of U+4E00 to U+9FFF.
  private static func isSign(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE3, 0x81): third >= 0x81
    case (0xE3, 0x82): third <= 0x96 || third >= 0xA1
    // Not the dot between words.
    case (0xE3, 0x83): third != 0xBB && third <= 0xBC
    case (0xE4, 0xB8...): true
    case (0xE5...0xE9, _), (0xEA, 0xB0...), (0xEB...0xEC, _), (0xED, ..<0x9E): true
    case (0xED, 0x9E): third <= 0xA3
    default: false
    }
  }
}
