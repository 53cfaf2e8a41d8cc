/// What a command wrote to one stream, bounded: the beginning and the end of it.
package struct OutputRecord: Sendable, Equatable {
  /// How many bytes there were in all, as printed.
  package let bytes: Int
  /// SHA-256 of everything kept from being secret, in lower-case hexadecimal; empty when nothing
  /// was printed.
  package let digest: String
  /// Readable text: control characters made visible, secrets replaced; the middle is left out when
  /// there was more than the limit.
  package let text: String
  /// True when the middle was left out.
  package let isTruncated: Bool
  /// The evidence file that holds it, relative to the run's folder, or nil.
  package let file: String?
  /// SHA-256 of that file, or nil.
  package let fileDigest: String?

  /// A record; see the properties.
  package init(
    bytes: Int, digest: String, text: String, isTruncated: Bool, file: String?,
    fileDigest: String? = nil
  ) {
    self.bytes = bytes
    self.digest = digest
    self.text = text
    self.isTruncated = isTruncated
    self.file = file
    self.fileDigest = fileDigest
  }

  /// Nothing was printed.
  package static let empty = OutputRecord(
    bytes: 0, digest: "", text: "", isTruncated: false, file: nil)

  /// The same record with at most `limit` bytes of text, half from each end; what is longer lies in
  /// its evidence file.
  package func bounded(to limit: Int) -> OutputRecord {
    guard text.utf8.count > limit else { return self }
    let bytes = Array(text.utf8)
    let half = limit / 2
    let dropped = bytes.count - 2 * half
    let shortened =
      String(decoding: bytes.prefix(half), as: UTF8.self) + "\n[… \(dropped) bytes left out …]\n"
      + String(decoding: bytes.suffix(half), as: UTF8.self)
    return OutputRecord(
      bytes: self.bytes, digest: digest, text: shortened, isTruncated: true, file: file,
      fileDigest: fileDigest)
  }

  /// The last line that says anything, or nil.
  package var lastLine: String? {
    text.split(whereSeparator: \.isNewline).last { line in line.contains { !$0.isWhitespace } }
      .map(String.init)
  }
}
