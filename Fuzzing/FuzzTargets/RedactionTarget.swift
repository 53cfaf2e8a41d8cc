internal import GonogoRedaction

/// Takes the words of the first line out of the rest, in one piece and in two other chunkings.
enum RedactionTarget {
  static func run(_ bytes: [UInt8]) {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
    let secrets = bytes[..<end].split(separator: 0x20).prefix(4).map {
      Secret(name: "S", value: String(decoding: $0, as: UTF8.self))
    }
    let tables = SecretTables(secrets)
    let text = Array(bytes[end...].dropFirst())
    let whole = clean([text[...]], tables)
    precondition(clean(text.indices.map { text[$0...$0] }, tables) == whole, "byte by byte")
    var dice = Dice(bytes)
    var chunks: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      let next = min(text.count, start + Int.random(in: 1...40, using: &dice))
      chunks.append(text[start..<next])
      start = next
    }
    precondition(clean(chunks, tables) == whole, "in random chunks")
    for secret in secrets { lacks(whole, secret) }
  }

  private static func clean(_ chunks: [ArraySlice<UInt8>], _ tables: SecretTables) -> [UInt8] {
    var stripper = EscapeStripper()
    var redactor = Redactor(tables)
    var (plain, result): ([UInt8], [UInt8]) = ([], [])
    for chunk in chunks {
      stripper.strip(chunk, into: &plain)
      redactor.redact(plain[...], into: &result)
      plain.removeAll()
    }
    stripper.finish(into: &plain)
    redactor.redact(plain[...], into: &result)
    redactor.finish(into: &result)
    return result
  }

  /// A secret of plain letters and figures is gone, but where it is a part of a mark itself.
  private static func lacks(_ text: [UInt8], _ secret: Secret) {
    let value = Array(secret.value.utf8)
    guard value.count >= Secret.shortest,
      value.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
    else { return }
    // Marks hold letters too: each is taken for a gap.
    for piece in pieces(text) where piece.count >= value.count {
      for start in piece.startIndex...(piece.endIndex - value.count) {
        precondition(!piece[start...].starts(with: value), "a secret is still there")
      }
    }
  }

  private static func pieces(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    text.split { $0 == 0x5B || $0 == 0x5D }.filter { !$0.starts(with: "redacted:".utf8) }
  }
}
