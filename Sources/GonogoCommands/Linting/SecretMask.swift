internal import GonogoCore

/// Takes secrets out of what is shown.
struct SecretMask {
  /// The secrets by their first bytes, then by their length, the longest first.
  private let byStart: [[UInt8]: [(length: Int, secrets: Set<[UInt8]>)]]

  private static let startLength = 3

  /// Hides `secrets`. Time to do so does not grow with their number: a document may hold thousands.
  init(_ secrets: [String]) {
    let all = Set(secrets.map { Array($0.utf8) }.filter { $0.count >= Self.startLength })
    byStart = Dictionary(grouping: all) { Array($0.prefix(Self.startLength)) }.mapValues { same in
      Dictionary(grouping: same, by: \.count).map { ($0, Set($1)) }.sorted { $0.0 > $1.0 }
    }
  }

  /// `text` with three bullets for each secret in it; of two that overlap the longer goes first.
  func hidden(_ text: String) -> String {
    if byStart.isEmpty { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if let length = secret(at: position, in: bytes) {
        result += Array("•••".utf8)
        position += length
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The length of the longest secret that begins at `position`.
  private func secret(at position: Int, in bytes: [UInt8]) -> Int? {
    let end = position + Self.startLength
    guard end <= bytes.count, let lengths = byStart[Array(bytes[position..<end])] else {
      return nil
    }
    return lengths.first { length, secrets in
      position + length <= bytes.count
        && secrets.contains(Array(bytes[position..<position + length]))
    }?.length
  }

  /// The same finding without secrets in its words.
  func hidden(_ diagnostic: Diagnostic) -> Diagnostic {
    if byStart.isEmpty { return diagnostic }
    return Diagnostic(
      diagnostic.severity, code: diagnostic.code, hidden(diagnostic.message),
      cure: diagnostic.cure.map(hidden), file: diagnostic.file, at: diagnostic.location)
  }
}
