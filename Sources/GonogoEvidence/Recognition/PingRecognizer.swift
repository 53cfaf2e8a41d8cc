import GonogoCore

/// Reads the statistics at the end of `ping`: packets, loss, round-trip times.
struct PingRecognizer: Recognizer {
  let name = "ping"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.lineSpeaker("ping", "ping6") != nil else { return [] }
    var packets: [Capture]?
    var times: [Capture]?
    for line in output.lines {
      if let found = packetCounts(withoutTime(line)) {
        guard packets == nil else { return [] }
        packets = found
      } else if let found = roundTrips(line) {
        guard times == nil else { return [] }
        times = found
      }
    }
    return (packets ?? []) + (times ?? [])
  }

  /// The line without `, time 2029ms` at its end.
  private func withoutTime(_ line: Substring) -> Substring {
    guard line.hasSuffix("ms"), let comma = line.lastIndex(of: ","),
      line[comma...].hasPrefix(", time ")
    else { return line }
    return line[..<comma]
  }

  /// `3 packets transmitted, 3 received, +1 errors, 0% packet loss`
  private func packetCounts(_ line: Substring) -> [Capture]? {
    let parts = line.split(separator: ",").map(\.trimmed)
    guard (3...5).contains(parts.count),
      let sent = parts[0].dropping(suffix: " packets transmitted")?.smallCount,
      let received =
        (parts[1].dropping(suffix: " packets received")
        ?? parts[1].dropping(suffix: " received"))?.smallCount,
      let share = parts.last?.dropping(suffix: " packet loss"),
      let loss = QuantityReader.read(share), loss.unit == .percent, sent > 0,
      parts[2..<(parts.count - 1)].allSatisfy(Self.isAside)
    else { return nil }
    return [
      count("packets_transmitted", sent), count("packets_received", received),
      quantity("packet_loss", loss, share),
    ]
  }

  /// `+1 errors`, `+2 duplicates`
  private static func isAside(_ part: Substring) -> Bool {
    let words = part.fields
    return words.count == 2 && words[0].dropping(prefix: "+")?.smallCount != nil
      && ["errors", "duplicates", "corrupted"].contains(words[1])
  }

  /// `rtt min/avg/max/mdev = 0.037/0.278/0.759/0.339 ms`
  private func roundTrips(_ line: Substring) -> [Capture]? {
    guard let rest = line.dropping(prefix: "rtt ") ?? line.dropping(prefix: "round-trip "),
      let equals = rest.firstIndex(of: "="),
      let values = rest[rest.index(after: equals)...].trimmed.dropping(suffix: " ms")
    else { return nil }
    let names = rest[..<equals].trimmed.split(separator: "/")
    let numbers = values.split(separator: "/").map { QuantityReader.read($0) }
    guard
      ["min/avg/max", "min/avg/max/mdev", "min/avg/max/stddev"].contains(rest[..<equals].trimmed),
      names.count == numbers.count, numbers.allSatisfy({ $0?.unit == Unit.none })
    else { return nil }
    return zip(names, zip(numbers, values.split(separator: "/"))).compactMap { name, value in
      value.0.map { quantity("rtt_\(name)", Quantity($0.value, .millisecond), value.1) }
    }
  }
}
