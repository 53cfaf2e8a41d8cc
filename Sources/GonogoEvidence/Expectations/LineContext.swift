/// What stands around a text on its line and on other lines, and makes of it something else than it says.
enum LineContext {
  /// A word before or behind the text that denies, asks, outdates or limits it: "checking whether …",
  /// "… 45 min behind"; nil when there is none.
  static func qualifier(of range: Range<Int>, in scalars: [Unicode.Scalar]) -> String? {
    var start = range.lowerBound
    while start > 0, scalars[start - 1] != "\n", range.lowerBound - start < 200 { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, scalars[end] != "\n", end - range.upperBound < 200 { end += 1 }
    let before = words(scalars[start..<range.lowerBound])
    if let word = before.first(where: { openers.contains($0) }) { return word }
    return words(scalars[range.upperBound..<end]).first { closers.contains($0) }
  }

  /// True when some line begins what the text says and ends otherwise: "replication is stopped" beside
  /// "replication is running".
  static func contradicts(_ text: String, in output: String) -> Bool {
    let parts = text.split(separator: " ")
    guard parts.count >= 3, let last = parts.last else { return false }
    let stem = text.dropLast(last.count)
    return output.split(whereSeparator: \.isNewline).contains { line in
      guard let place = line.firstRange(of: String(stem)), !line.contains(looseText: text) else {
        return false
      }
      let next = line[place.upperBound...].split { !$0.isLetter }.first
      return next.map { adverse.contains($0.lowercased()) } == true
    }
  }

  /// True when some line of an output says that something broke down.
  static func breaksDown(_ output: String) -> Bool {
    output.split(whereSeparator: \.isNewline).contains { line in
      let first = line.split { !$0.isLetter }.prefix(6).map { $0.lowercased() }
      return first.contains { fatal.contains($0) }
    }
  }

  private static let fatal: Set<String> = [
    "fatal", "panic", "traceback", "segfault", "emergency", "abgebrochen",
  ]

  private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    String(String.UnicodeScalarView(scalars)).lowercased()
      .split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
  }

  private static let openers: Set<String> = [
    "not", "no", "whether", "if", "checking", "check", "last", "previous", "previously", "was",
    "were",
    "until", "unless", "when", "warning", "expected", "expecting", "should", "would", "could",
    "may",
    "might", "untrue", "false", "seen", "before", "waiting", "want", "ensure", "verify", "test",
    "testing",
    "usage", "example", "hint", "never", "isn't", "wasn't", "target", "desired", "default", "old",
    "nicht", "ob", "wenn", "zuletzt", "kein", "keine", "si", "última", "último", "antes",
    "dernière",
  ]
  private static let closers: Set<String> = [
    "behind", "degraded", "but", "except", "however", "never", "until", "unless", "while",
    "stopped",
    "stale", "warning", "error", "failed", "late", "delayed", "pending", "partially", "unknown",
    "retrying",
    "expected", "yet", "anymore", "aber", "pero", "mais",
  ]
  /// How something is that is not as it should be.
  private static let adverse: Set<String> = [
    "stopped", "down", "failed", "not", "paused", "broken", "inactive", "degraded", "stale", "lost",
    "disabled", "missing", "unhealthy", "pending", "starting", "stopping", "unknown", "delayed",
    "dead",
  ]
}

extension Substring {
  fileprivate func contains(looseText text: String) -> Bool {
    String(self).contains(looseText: text)
  }
}
