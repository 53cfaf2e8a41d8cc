/// SHA-256, written as 64 lower-case hexadecimal digits.
package enum Digest {
  /// The digest of `bytes`.
  package static func sha256(_ bytes: [UInt8]) -> String {
    var stream = DigestStream()
    stream.update(bytes)
    return stream.digest
  }
}
