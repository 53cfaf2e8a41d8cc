package import GonogoCore

/// The unit that a column or key states in its own name.
package enum NameUnit {
  /// Last words that are a unit. Not here, because they also mean something else: `min` (minimum),
  /// `us` (a country), `m`, `h`, `d`.
  private static let words: Set<String> = [
    "seconds", "secs", "sec", "milliseconds", "millis", "msecs", "msec", "ms", "microseconds",
    "usec", "nanoseconds", "ns", "minutes", "mins", "hours", "hrs", "days", "bytes", "kb", "mb",
    "gb", "tb", "kib", "mib", "gib", "tib", "percent", "pct",
  ]
  /// Words that turn a unit after them into something else: `orders_last_7_days` counts orders.
  private static let spoilers: Set<String> = [
    "last", "past", "next", "per", "in", "within", "over", "under", "above", "below", "than",
    "every", "since", "for",
  ]

  /// The unit of numbers under `name` (`avg_duration_seconds`, `latencyMs`, `Time (ms)`), or nil when
  /// the name does not say.
  package static func unit(of name: some StringProtocol) -> Unit? {
    guard name.utf8.count <= 200 else { return nil }
    if let inner = name.dropping(suffix: ")"), let open = inner.lastIndex(of: "(") {
      let isApart = open > inner.startIndex && inner[inner.index(before: open)] == " "
      return isApart ? Unit.named(inner[inner.index(after: open)...]) : nil
    }
    var parts = parts(of: name)
    guard let last = parts.popLast() else { return nil }
    if parts.contains(where: { spoilers.contains($0) }) { return nil }
    if let before = parts.last, before.utf8.allSatisfy(\.isDigit) { return nil }
    if last == "s" { return name.hasSuffix("_s") && !parts.isEmpty ? .second : nil }
    if last == "usec" { return Unit.named("us") }
    return words.contains(last) ? Unit.named(last) ?? binary(last) : nil
  }

  /// `kib` and its like, which `Unit` knows in their proper spelling only.
  private static func binary(_ word: String) -> Unit? {
    word.hasSuffix("ib") ? Unit.named(word.prefix(1).uppercased() + "iB") : nil
  }

  /// The words of a name, in lower case: split at anything that is no letter or digit, and before a
  /// capital that follows a small letter or digit.
  private static func parts(of name: some StringProtocol) -> [String] {
    var parts: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    func close() {
      if !word.isEmpty { parts.append(String(decoding: word, as: UTF8.self).lowercased()) }
      word = []
    }
    for byte in name.utf8 {
      let isWord = byte.isLetter || byte.isDigit || byte >= 0x80
      if !isWord || (byte.isUpper && !previous.isUpper && (previous.isLetter || previous.isDigit)) {
        close()
      }
      if isWord { word.append(byte) }
      previous = byte
    }
    close()
    return parts
  }
}
