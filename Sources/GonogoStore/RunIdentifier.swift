internal import GonogoCore

/// The name of a run: UTC time and a few random digits, so that names sort by time.
package enum RunIdentifier {
  /// `20261123T161305Z-7f3a9c`.
  ///
  /// - Parameters:
  ///   - time: seconds since 1970, UTC; held within the years 1970 to 9999.
  ///   - random: random bytes, usually three; each becomes two digits.
  /// - Returns: the identifier.
  package static func make(time: Int, random: [UInt8]) -> String {
    let seconds = min(max(time, 0), 253_402_300_799)
    let time = Timestamp(seconds).iso8601.filter { $0 != "-" && $0 != ":" }
    let digits = random.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(time)-\(digits)"
  }

  /// True for what `make` gives; such a text is a safe part of a path.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count > 17, bytes.count <= 17 + 64 else { return false }
    return bytes.enumerated().allSatisfy { index, byte in
      switch index {
      case 8: byte == UInt8(ascii: "T")
      case 15: byte == UInt8(ascii: "Z")
      case 16: byte == UInt8(ascii: "-")
      case ..<17: (0x30...0x39).contains(byte)
      default:
        (0x30...0x39).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
    }
  }
}
