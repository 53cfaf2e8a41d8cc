/// Brings letters and the marks behind them together, as most systems write them.
///
/// Only for the letters of the languages that the lists of words know; normalisation form C of the
/// whole of Unicode is not what the standard library offers.
enum ComposedSigns {
  /// The signs of one code point by all that is equal to them.
  private static let signs: [Character: Unicode.Scalar] = {
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x1E00...0x1EFF, 0x304C...0x30FE, 0xAC00...0xD7A3,
    ]
    var signs: [Character: Unicode.Scalar] = [:]
    for value in ranges.joined() {
      if let scalar = Unicode.Scalar(value) { signs[Character(scalar)] = scalar }
    }
    return signs
  }()

  /// True for marks and parts that make one sign with what stands before them.
  static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x3099...0x309A, 0x1100...0x11FF: true
    default: false
    }
  }

  /// `word` with each such sign as one code point.
  static func composed(_ word: String) -> String {
    var composed = String.UnicodeScalarView()
    for character in word {
      if character.unicodeScalars.count > 1, let scalar = signs[character] {
        composed.append(scalar)
      } else {
        composed.append(contentsOf: character.unicodeScalars)
      }
    }
    return String(composed)
  }
}
