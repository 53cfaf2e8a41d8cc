/// A set of Unicode scalars.
struct CharacterClass: Sendable, Hashable {
  /// Its ranges, in any order.
  var ranges: [ClosedRange<UInt32>]
  /// Whether it is everything but the ranges.
  var isNegated = false

  /// Anything.
  static let any = CharacterClass(ranges: [], isNegated: true)
  private static let digits: [ClosedRange<UInt32>] = [48...57]
  private static let upper: [ClosedRange<UInt32>] = [65...90]
  private static let lower: [ClosedRange<UInt32>] = [97...122]
  private static let blanks: [ClosedRange<UInt32>] = [9...13, 32...32, 0xA0...0xA0]

  /// The class of one scalar.
  static func one(_ scalar: UInt32) -> CharacterClass { CharacterClass(ranges: [scalar...scalar]) }

  /// The class that `\letter` stands for, or nil.
  static func escaped(_ letter: UInt32) -> CharacterClass? {
    let word = digits + upper + lower + [95...95]
    return switch letter {
    case 100: CharacterClass(ranges: digits)
    case 68: CharacterClass(ranges: digits, isNegated: true)
    case 119: CharacterClass(ranges: word)
    case 87: CharacterClass(ranges: word, isNegated: true)
    case 115: CharacterClass(ranges: blanks)
    case 83: CharacterClass(ranges: blanks, isNegated: true)
    case 116: one(9)
    default: nil
    }
  }

  /// The ranges of a POSIX class (`alpha`), or nil.
  static func posix(_ name: String) -> [ClosedRange<UInt32>]? {
    switch name {
    case "digit": digits
    case "upper": upper
    case "lower": lower
    case "alpha": upper + lower
    case "alnum": upper + lower + digits
    case "space": blanks
    case "blank": [9...9, 32...32]
    case "xdigit": digits + [65...70, 97...102]
    case "punct": [33...47, 58...64, 91...96, 123...126]
    default: nil
    }
  }

  /// Whether `scalar` is in it.
  func contains(_ scalar: UInt32) -> Bool {
    ranges.contains { $0.contains(scalar) } != isNegated
  }
}
