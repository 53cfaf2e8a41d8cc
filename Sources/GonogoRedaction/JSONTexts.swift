/// The texts in a value that is JSON, found without asking whether it is well formed: what a program
/// takes out of such a value and prints is one of them.
struct JSONTexts {
  /// A text and the name of the member it is, or is in a list of; empty without one.
  struct Member {
    let name: String
    let text: String
  }

  /// The texts that are values, in the order they are written.
  private(set) var members: [Member] = []

  /// Reads `value`; what begins with neither `{` nor `[` holds none.
  init(_ value: String) {
    var rest = Array(value.utf8)[...].drop { $0 <= 0x20 }
    guard rest.first == 0x7B || rest.first == 0x5B else { return }
    var name = ""
    while let byte = rest.popFirst() {
      guard byte == 0x22 else { continue }
      let text = Self.text(&rest)
      if rest.first(where: { $0 > 0x20 }) == 0x3A {
        name = text
      } else {
        members.append(Member(name: name, text: text))
      }
    }
  }

  /// What stands up to the closing quote, which is taken too, without its escapes.
  private static func text(_ rest: inout ArraySlice<UInt8>) -> String {
    var units: [UInt16] = []
    while true {
      let piece = rest.prefix { $0 != 0x22 && $0 != 0x5C }
      rest = rest[piece.endIndex...]
      units += String(decoding: piece, as: UTF8.self).utf16
      guard rest.popFirst() == 0x5C, let sign = rest.popFirst() else { break }
      switch sign {
      case 0x62: units.append(0x08)
      case 0x66: units.append(0x0C)
      case 0x6E: units.append(0x0A)
      case 0x72: units.append(0x0D)
      case 0x74: units.append(0x09)
      case 0x75:
        let digits = rest.prefix(4)
        units.append(UInt16(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0xFFFD)
        rest = rest[digits.endIndex...]
      default: units.append(UInt16(sign))
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
