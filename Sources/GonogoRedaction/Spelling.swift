/// How other programs write a text down: in addresses, JSON, HTML and shells.
enum Spelling {
  /// Every spelling of `bytes`, those that change nothing included.
  static func all(_ bytes: [UInt8]) -> [[UInt8]] {
    percent(bytes) + json(bytes) + html(bytes) + shell(bytes) + escaped(bytes)
  }

  /// The longest text of which each byte is looked for as an escape, in bytes: they take six times
  /// its room.
  private static let longestEscaped = 512

  /// Each byte as an escape of its own: `%74`, `\x74`, `\u0074`, `&#116;`, `&#x74;`.
  private static func escaped(_ bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.count <= longestEscaped else { return [] }
    var result = [bytes.flatMap { Array("&#\($0);".utf8) }]
    for digits in ["0123456789ABCDEF", "0123456789abcdef"] {
      let digits = Array(digits.utf8)
      for (start, end) in [("%", ""), ("\\x", ""), ("\\u00", ""), ("&#x", ";")] {
        let (start, end) = (Array(start.utf8), Array(end.utf8))
        var text: [UInt8] = []
        for byte in bytes {
          text += start + [digits[Int(byte >> 4)], digits[Int(byte & 15)]] + end
        }
        result.append(text)
      }
    }
    return result
  }

  /// The same with CR LF line ends.
  static func withCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != 0x0D }.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  /// Percent-encoded, with what different libraries leave as it is, in both cases, and as forms do.
  private static func percent(_ bytes: [UInt8]) -> [[UInt8]] {
    let kept: [String] = ["", "/", "!*'()", "!$&'()*+,;=:@/"]
    var result: [[UInt8]] = []
    for digits in ["0123456789ABCDEF", "0123456789abcdef"] {
      let digits = Array(digits.utf8)
      for others in kept {
        let others = Set(others.utf8)
        let encoded = bytes.flatMap { byte -> [UInt8] in
          isUnreserved(byte) || others.contains(byte)
            ? [byte] : [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        result.append(encoded)
        if others.isEmpty, bytes.contains(0x20) {
          result.append(replaced(encoded, "%20", "+"))
        }
      }
    }
    return result
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  /// As the inside of a JSON string: with and without ASCII only, with `\/`, and as Go writes it.
  private static func json(_ bytes: [UInt8]) -> [[UInt8]] {
    let text = String(decoding: bytes, as: UTF8.self)
    let plain = json(text, escapes: "", isASCII: false)
    return [
      plain, json(text, escapes: "", isASCII: true), replaced(plain, "/", "\\/"),
      json(text, escapes: "<>&", isASCII: false),
    ]
  }

  private static func json(_ text: String, escapes: String, isASCII: Bool) -> [UInt8] {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      default:
        let isEscaped =
          scalar.value < 0x20 || scalar.value == 0x7F && isASCII
          || escapes.unicodeScalars.contains(scalar) || isASCII && scalar.value > 0x7F
        if isEscaped {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return Array(result.utf8)
  }

  private static func html(_ bytes: [UInt8]) -> [[UInt8]] {
    [("&quot;", "&#x27;"), ("&#34;", "&#39;")].map { double, single in
      bytes.flatMap { byte -> [UInt8] in
        switch byte {
        case 0x26: Array("&amp;".utf8)
        case 0x3C: Array("&lt;".utf8)
        case 0x3E: Array("&gt;".utf8)
        case 0x22: Array(double.utf8)
        case 0x27: Array(single.utf8)
        default: [byte]
        }
      }
    }
  }

  /// Inside single quotes, behind backslashes, inside double quotes, and as `$'…'`.
  private static func shell(_ bytes: [UInt8]) -> [[UInt8]] {
    let marks = Set(" \t\n\r\\\"'`$&|;<>()*?[]#~=%!{}^,".utf8)
    let inDouble = Set("\"\\$`".utf8)
    let lines = replaced(replaced(bytes, "\\", "\\\\"), "\n", "\\n")
    return [
      replaced(bytes, "'", "'\\''"), bytes.flatMap { marks.contains($0) ? [0x5C, $0] : [$0] },
      bytes.flatMap { inDouble.contains($0) ? [0x5C, $0] : [$0] }, replaced(lines, "'", "\\'"),
    ]
  }

  private static func replaced(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let old = Array(old.utf8)
    let new = Array(new.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: old) {
        result += new
        index += old.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
