import GonogoCore

/// Reads redis-cli: `PONG`, the fields of `INFO`, whole numbers, one setting of `CONFIG GET`.
struct RedisRecognizer: Recognizer {
  let name = "redis"

  private static let valued: Set<String> = [
    "-h", "-p", "-s", "-a", "-u", "-n", "-r", "-i", "--user", "--pass", "-t", "--cacert", "--cert",
    "--key", "-d", "-D",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let redis = output.lineSpeaker("redis-cli", "valkey-cli") else {
      return []
    }
    let words = redis.operands(valued: Self.valued)
    let lines = output.lines.filter { !$0.isBlank }
    switch words.first?.lowercased() {
    case "ping":
      return lines == ["PONG"] && words.count == 1 ? [text("reply", "PONG")] : []
    case "info": return fields(lines)
    case "dbsize": return lines.count == 1 ? size(lines[0]) : []
    case "config":
      guard words.count == 3, words[1].lowercased() == "get", lines.count == 2, lines[0] == words[2]
      else { return [] }
      return [field(lines[0], lines[1])]
    default: return integer(lines)
    }
  }

  private func size(_ line: Substring) -> [Capture] {
    let digits = line.dropping(prefix: "(integer) ") ?? line
    return digits.smallCount.map { [count("keys", $0)] } ?? []
  }

  /// `(integer) 3`, as `--no-raw` prints it; a bare number is one to any recognizer.
  private func integer(_ lines: [Substring]) -> [Capture] {
    guard lines.count == 1, let digits = lines[0].dropping(prefix: "(integer) "),
      let number = QuantityReader.read(digits), number.unit == .none
    else { return [] }
    return [quantity("value", number, digits)]
  }

  /// `connected_clients:1` under `# Clients`.
  private func fields(_ lines: [Substring]) -> [Capture] {
    var captures: [Capture] = []
    for line in lines where !line.hasPrefix("# ") {
      guard let colon = line.firstIndex(of: ":"), Self.isName(line[..<colon]) else { return [] }
      let value = line[line.index(after: colon)...].trimmed
      if value.isEmpty { continue }
      captures += database(line[..<colon], value) ?? [field(line[..<colon], value)]
    }
    return captures
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first.isLetter else { return false }
    return text.utf8.count <= 100
      && text.utf8.allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
  }

  /// `db0:keys=1,expires=0,avg_ttl=0`
  private func database(_ title: Substring, _ value: Substring) -> [Capture]? {
    guard title.dropping(prefix: "db")?.smallCount != nil else { return nil }
    var captures: [Capture] = []
    for part in value.split(separator: ",") {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let number = QuantityReader.read(pair[1]) else { return nil }
      captures.append(quantity("\(title).\(pair[0])", number, pair[1]))
    }
    return captures
  }

  private func field(_ title: Substring, _ value: Substring) -> Capture {
    let title = String(title)
    if title.hasSuffix("_human"), let size = HumanSize.read(value, .binary) {
      return quantity(title, size, value)
    }
    let isCode = ["version", "sha1", "id", "build", "replid"].contains { title.contains($0) }
    guard !isCode, let number = QuantityReader.read(value) else { return text(title, value) }
    guard number.unit == .none, let unit = Self.unit(of: title) else {
      return quantity(title, number, value)
    }
    return quantity(title, Quantity(number.value, unit), value)
  }

  private static func unit(of name: String) -> Unit? {
    let bytes = [
      "used_memory", "used_memory_rss", "used_memory_peak", "used_memory_dataset",
      "used_memory_overhead", "total_system_memory", "maxmemory", "allocator_allocated",
    ]
    if bytes.contains(name) || name.hasSuffix("_bytes") { return .byte }
    if name.hasSuffix("_in_seconds") { return .second }
    if name.hasSuffix("_in_days") { return Unit.named("d") }
    return name.hasSuffix("_ms") ? .millisecond : nil
  }
}
