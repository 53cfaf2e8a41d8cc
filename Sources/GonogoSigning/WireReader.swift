/// Reads the fields of SSH's wire format (RFC 4251, section 5), never beyond the end.
struct WireReader {
  private let bytes: [UInt8]
  private var position = 0

  /// A reader at the first of `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// True when every byte was read.
  var isAtEnd: Bool { position == bytes.count }

  /// The next `count` bytes, or nil when there are fewer.
  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, count <= bytes.count - position else { return nil }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  /// The next four bytes as a number.
  mutating func number() -> Int? {
    take(4).map { $0.reduce(0) { $0 << 8 | Int($1) } }
  }

  /// The next string: its length and that many bytes.
  mutating func string() -> [UInt8]? {
    guard let count = number() else { return nil }
    return take(count)
  }
}
