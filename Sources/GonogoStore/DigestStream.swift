internal import Crypto

/// SHA-256 of bytes that come piece by piece.
package struct DigestStream: Sendable {
  private var hash = SHA256()
  /// How many bytes came so far.
  package private(set) var count = 0

  /// The digest of nothing yet.
  package init() {}

  /// Takes the next piece.
  package mutating func update(_ bytes: [UInt8]) { update(bytes[...]) }

  /// Takes the next piece.
  package mutating func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in unsafe hash.update(bufferPointer: buffer) }
    count += bytes.count
  }

  /// The digest of all pieces so far, 64 lower-case hexadecimal digits; more may follow.
  package var digest: String {
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in hash.finalize() {
      text.append(Self.digits[Int(byte >> 4)])
      text.append(Self.digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
