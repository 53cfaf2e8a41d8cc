/// What base64 makes of some bytes wherever they stand in what is encoded.
enum Base64Core {
  private static let common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  /// The alphabets of RFC 4648, sections 4 and 5.
  static let alphabets = [Array((common + "+/").utf8), Array((common + "-_").utf8)]

  /// The characters that depend on `bytes` alone when these stand `offset` bytes (modulo 3) behind
  /// the beginning: those at the edges, which carry bits of the neighbours, are left out.
  static func core(_ bytes: [UInt8], offset: Int, _ alphabet: [UInt8]) -> [UInt8] {
    let padded = [UInt8](repeating: 0, count: offset) + bytes
    let first = [0, 2, 3][offset]
    let full = 8 * padded.count / 6
    guard full > first else { return [] }
    return (first..<full).map { index in
      let bit = index * 6
      let (byte, shift) = (bit / 8, bit % 8)
      let high = UInt16(padded[byte]) << 8
      let low = byte + 1 < padded.count ? UInt16(padded[byte + 1]) : 0
      return alphabet[Int((high | low) >> UInt16(10 - shift) & 63)]
    }
  }
}
