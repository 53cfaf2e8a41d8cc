/// Why bytes are not the JSON that is asked for.
package struct JSONError: Error, Sendable, Hashable {
  /// What is wrong, without a final stop.
  package let message: String
  /// Where, in bytes from the start.
  package let offset: Int
}

/// Reads one JSON value (RFC 8259) and nothing else, in linear time.
///
/// Strict: UTF-8 without byte order mark, no comments, no trailing commas, no lone surrogates, and no
/// name twice in one object, since readers differ in which of the two they believe.
package struct JSONReader {
  private let bytes: [UInt8]
  private let depthLimit: Int
  private var position = 0
  private var open: [Frame] = []

  /// A list or an object whose end has not been read yet.
  private struct Frame {
    let isObject: Bool
    var elements: [JSONValue] = []
    var members: JSONObject = []
    var names: Set<[UInt8]> = []
    var name = ""
  }

  private init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The value that `bytes` spell.
  ///
  /// Whole numbers that fit 64 bits become `.integer`, all others `.number`.
  ///
  /// - Parameters:
  ///   - bytes: the whole text; blanks around the value are allowed.
  ///   - depthLimit: how many lists and objects may stand in one another.
  /// - Returns: the value.
  /// - Throws: `JSONError` with the place of the first fault.
  package static func read(_ bytes: [UInt8], depthLimit: Int = 128) throws(JSONError) -> JSONValue {
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      throw JSONError(message: "not UTF-8", offset: error.byteOffsets.lowerBound)
    }
    var reader = JSONReader(bytes, depthLimit: depthLimit)
    return try reader.document()
  }

  private mutating func document() throws(JSONError) -> JSONValue {
    while true {
      guard var value = try startOfValue() else { continue }
      // Close every list and object that ends here.
      while !open.isEmpty {
        guard let container = try add(value) else { break }
        value = container
      }
      if open.isEmpty {
        skipBlanks()
        guard position == bytes.count else { throw fault("text after the value") }
        return value
      }
    }
  }

  /// Reads a scalar or an empty container; nil when a container was opened instead.
  private mutating func startOfValue() throws(JSONError) -> JSONValue? {
    skipBlanks()
    guard let byte = current else { throw fault("the text ends where a value should stand") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard open.count < depthLimit else { throw fault("nested more than \(depthLimit) deep") }
      let isObject = byte == UInt8(ascii: "{")
      position += 1
      skipBlanks()
      if current == UInt8(ascii: isObject ? "}" : "]") {
        position += 1
        return isObject ? .object([]) : .array([])
      }
      open.append(Frame(isObject: isObject))
      if isObject { try readName() }
      return nil
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  /// Puts `value` into the innermost open container; returns the container when it ends here.
  private mutating func add(_ value: JSONValue) throws(JSONError) -> JSONValue? {
    let top = open.count - 1
    let isObject = open[top].isObject
    if isObject {
      open[top].members.append(JSONMember(open[top].name, value))
    } else {
      open[top].elements.append(value)
    }
    skipBlanks()
    switch current {
    case UInt8(ascii: ","):
      position += 1
      if isObject {
        skipBlanks()
        try readName()
      }
      return nil
    case UInt8(ascii: isObject ? "}" : "]"):
      position += 1
      let frame = open.removeLast()
      return isObject ? .object(frame.members) : .array(frame.elements)
    default: throw fault(isObject ? "expected , or }" : "expected , or ]")
    }
  }

  private mutating func readName() throws(JSONError) {
    guard current == UInt8(ascii: "\"") else { throw fault("expected a name in quotes") }
    let start = position
    let name = try readString()
    guard open[open.count - 1].names.insert(Array(name.utf8)).inserted else {
      throw JSONError(message: "the name \(JSONValue.string(name).compact) twice", offset: start)
    }
    skipBlanks()
    guard current == UInt8(ascii: ":") else { throw fault("expected :") }
    position += 1
    open[open.count - 1].name = name
  }

  private mutating func readWord(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue
  {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("not a JSON value") }
    position += word.utf8.count
    return value
  }

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = position
    var isWhole = true
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") {
      position += 1
    } else {
      try readDigits(orFault: start == position ? "not a JSON value" : "expected a digit")
    }
    if current == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try readDigits(orFault: "expected a digit after the point")
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try readDigits(orFault: "expected a digit in the exponent")
    }
    guard position - start <= 1000 else {
      throw JSONError(message: "a number of more than 1000 characters", offset: start)
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw JSONError(message: "a number that is out of range", offset: start)
    }
    return .number(number)
  }

  private mutating func readDigits(orFault message: String) throws(JSONError) {
    let start = position
    while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
    guard position > start else { throw fault(message) }
  }

  private mutating func readString() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    var plain = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[plain..<position])
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[plain..<position])
        position += 1
        try readEscape(into: &text)
        plain = position
      case 0..<0x20: throw fault("a control character in a text")
      default: position += 1
      }
    }
    throw fault("a text without closing quote")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw fault("a text without closing quote") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = UInt32(try readCodeUnit())
      if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: "\\u".utf8) {
        position += 2
        let low = UInt32(try readCodeUnit())
        guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair") }
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fault("half a surrogate pair") }
      text.append(contentsOf: Character(scalar).utf8)
    default:
      position -= 1
      throw fault("an unknown escape")
    }
  }

  private mutating func readCodeUnit() throws(JSONError) -> UInt16 {
    var code: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("expected four hexadecimal digits")
      }
      code = code << 4 | UInt16(digit)
      position += 1
    }
    return code
  }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func fault(_ message: String) -> JSONError {
    JSONError(message: message, offset: position)
  }
}
