/// Replaces secret values in a stream of bytes by their names, the same way whatever the chunks the
/// stream comes in.
///
/// It holds back only what may still become a secret. At each place the longest value counts.
struct Redactor {
  private let secrets: [[UInt8]]
  private let replacements: [[UInt8]]
  /// For each first byte the secrets that begin with it, longest first.
  private var byFirst: [[Int]]
  private var held: [UInt8] = []

  /// A redactor for these values; shorter than four bytes they cannot be told from other text.
  init(_ secrets: [Secret]) {
    let usable = secrets.filter { $0.value.utf8.count >= Secret.shortest }
    self.secrets = usable.map { Array($0.value.utf8) }
    replacements = usable.map { Array("[redacted:\($0.name)]".utf8) }
    byFirst = Array(repeating: [], count: 256)
    for index in self.secrets.indices { byFirst[Int(self.secrets[index][0])].append(index) }
    for first in byFirst.indices {
      byFirst[first].sort { self.secrets[$0].count > self.secrets[$1].count }
    }
  }

  /// `chunk` without secrets, appended to `result`.
  mutating func redact(_ chunk: ArraySlice<UInt8>, into result: inout [UInt8]) {
    if secrets.isEmpty {
      result += chunk
      return
    }
    held += chunk
    scan(isEnd: false, &result)
  }

  /// What was held back at the end of the stream.
  mutating func finish(into result: inout [UInt8]) { scan(isEnd: true, &result) }

  private mutating func scan(isEnd: Bool, _ result: inout [UInt8]) {
    var position = 0
    scanning: while position < held.count {
      let candidates = byFirst[Int(held[position])]
      for index in candidates {
        let secret = secrets[index]
        let length = min(secret.count, held.count - position)
        guard held[position..<position + length].elementsEqual(secret[..<length]) else { continue }
        if length == secret.count {
          result += replacements[index]
          position += length
          continue scanning
        }
        if !isEnd { break scanning }
      }
      result.append(held[position])
      position += 1
    }
    held.removeFirst(position)
  }
}
