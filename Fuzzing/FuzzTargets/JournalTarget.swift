internal import GonogoCore
internal import GonogoStore

/// Reads the bytes as a journal, then chains their lines and cuts the chain.
enum JournalTarget {
  static func run(_ bytes: [UInt8]) {
    if let scan = try? JournalScan(bytes, path: "a") {
      precondition(scan.goodSize <= bytes.count)
      precondition(scan.goodSize == 0 || bytes[scan.goodSize - 1] == 0x0A)
    }
    let (chain, count) = chained(bytes)
    guard let scan = try? JournalScan(chain, path: "a") else {
      preconditionFailure("a chain that was written is refused")
    }
    precondition(scan.records.count == count && scan.goodSize == chain.count)
    var dice = Dice(bytes)
    let cut = Int.random(in: 0...chain.count, using: &dice)
    guard let shorter = try? JournalScan(Array(chain[..<cut]), path: "a") else {
      preconditionFailure("a chain that was cut off is refused")
    }
    precondition(shorter.records == Array(scan.records.prefix(shorter.records.count)))
    precondition(shorter.goodSize <= cut)
    change(chain, &dice)
  }

  /// One changed bit before the last line breaks the chain; nothing but the digest of the last line,
  /// which is kept elsewhere, holds that one.
  private static func change(_ chain: [UInt8], _ dice: inout Dice) {
    guard let last = chain.dropLast().lastIndex(of: 0x0A) else { return }
    var changed = chain
    changed[Int.random(in: 0...last, using: &dice)] ^= 1 << UInt8.random(in: 0...7, using: &dice)
    precondition((try? JournalScan(changed, path: "a")) == nil, "a changed journal is read")
  }

  /// The lines of `bytes` that are JSON, each as an event in a journal.
  private static func chained(_ bytes: [UInt8]) -> (chain: [UInt8], count: Int) {
    var chain: [UInt8] = []
    var count = 0
    var head = JournalScan.start
    for line in bytes.split(separator: 0x0A) {
      // An event adds a level of its own.
      guard let value = try? JSONReader.read(Array(line), depthLimit: 100) else { continue }
      precondition(
        (try? JSONReader.read(value.compactBytes))?.compactBytes == value.compactBytes,
        "what is written is read as something else")
      let event: JSONValue = ["event": value, "i": .integer(count), "prev": .string(head)]
      let text = event.compactBytes
      head = Digest.sha256(text)
      chain += text + [0x0A]
      count += 1
    }
    return (chain, count)
  }
}
