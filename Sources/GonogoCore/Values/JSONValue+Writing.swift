extension JSONValue {
  /// The value on one line without blanks, members sorted by name; the same value always gives the
  /// same text, and the text is always valid JSON.
  package var compact: String { String(decoding: compactBytes, as: UTF8.self) }

  /// `compact` as UTF-8 bytes.
  ///
  /// Names are sorted by their UTF-8 bytes. Of members with the same name the last one is written. A
  /// number that is not finite is written as `null`, because JSON has no spelling for it.
  package var compactBytes: [UInt8] {
    var output: [UInt8] = []
    // A stack of what is still to be written, so that depth costs memory and not the call stack.
    var pending: [Piece] = [.value(self)]
    while let piece = pending.popLast() {
      switch piece {
      case .byte(let byte): output.append(byte)
      case .name(let name):
        Self.append(name, to: &output)
        output.append(UInt8(ascii: ":"))
      case .value(let value): value.write(to: &output, pending: &pending)
      }
    }
    return output
  }

  private enum Piece {
    case byte(UInt8)
    case name(String)
    case value(JSONValue)
  }

  private func write(to output: inout [UInt8], pending: inout [Piece]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value):
      output.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
    case .string(let value): Self.append(value, to: &output)
    case .array(let elements):
      output.append(UInt8(ascii: "["))
      pending.append(.byte(UInt8(ascii: "]")))
      for (index, element) in elements.enumerated().reversed() {
        pending.append(.value(element))
        if index > 0 { pending.append(.byte(UInt8(ascii: ","))) }
      }
    case .object(let members):
      output.append(UInt8(ascii: "{"))
      pending.append(.byte(UInt8(ascii: "}")))
      for (index, member) in Self.sorted(members).enumerated().reversed() {
        pending.append(.value(member.value))
        pending.append(.name(member.name))
        if index > 0 { pending.append(.byte(UInt8(ascii: ","))) }
      }
    }
  }

  private static func sorted(_ members: JSONObject) -> JSONObject {
    let ordered = members.enumerated().sorted { left, right in
      let (first, second) = (left.element.name.utf8, right.element.name.utf8)
      return first.elementsEqual(second)
        ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
    }
    var result: JSONObject = []
    for (_, member) in ordered {
      if let last = result.last, last.name.utf8.elementsEqual(member.name.utf8) {
        result.removeLast()
      }
      result.append(member)
    }
    return result
  }

  private static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x08: output.append(contentsOf: "\\b".utf8)
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0C: output.append(contentsOf: "\\f".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(hexadecimal(byte >> 4))
        output.append(hexadecimal(byte & 15))
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func hexadecimal(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }
}
