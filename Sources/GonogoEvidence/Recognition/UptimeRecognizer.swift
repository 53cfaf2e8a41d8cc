import GonogoCore

/// Reads `uptime` and `/proc/loadavg`: the three load averages, how long the machine is up.
struct UptimeRecognizer: Recognizer {
  let name = "uptime"

  private static let names = ["load_average_1m", "load_average_5m", "load_average_15m"]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.lines.count == 1, let command = output.speaker else {
      return []
    }
    let line = output.lines[0]
    if command.program == "cat", command.arguments.elementsEqual(["/proc/loadavg"]) {
      let words = line.fields
      guard words.count == 5, words[3].contains("/") else { return [] }
      return loads(Array(words.prefix(3)))
    }
    guard command.program == "uptime" else { return [] }
    if let rest = line.dropping(prefix: "up ") {
      return Self.sum(rest).map { [quantity("uptime", $0, rest)] } ?? []
    }
    return full(line)
  }

  /// ` 19:41:34 up  3:36,  0 user,  load average: 0.17, 0.70, 0.66`
  private func full(_ line: Substring) -> [Capture] {
    let parts = line.split(separator: ",").map(\.trimmed)
    guard parts.count >= 5, let first = parts[parts.count - 3].dropping(prefix: "load average: "),
      let users = parts[parts.count - 4].dropping(suffix: " users")
        ?? parts[parts.count - 4].dropping(suffix: " user"), let userCount = users.smallCount
    else { return [] }
    let loads = loads([first, parts[parts.count - 2], parts[parts.count - 1]])
    let head = parts[..<(parts.count - 4)].joined(separator: ", ")
    guard !loads.isEmpty, let clock = head.fields.first, clock.utf8.first?.isDigit == true,
      let up = head.dropFirst(clock.count).trimmed.dropping(prefix: "up ")?.trimmed,
      let time = Self.sum(up)
    else { return [] }
    return loads + [quantity("uptime", time, up), count("users", userCount, isPrimary: false)]
  }

  private func loads(_ texts: [Substring]) -> [Capture] {
    let loads = texts.compactMap { text -> Quantity? in
      // A comma instead of the point would have cut the number in two.
      guard text.contains("."), let load = QuantityReader.read(text), load.unit == .none else {
        return nil
      }
      return load
    }
    guard loads.count == 3, texts.count == 3 else { return [] }
    return zip(Self.names, zip(loads, texts)).map { quantity($0, $1.0, $1.1) }
  }

  /// `5 days, 3:24`, `3:36`, `2 min`, `1 week, 2 days, 4 hours, 1 minute` in seconds.
  private static func sum(_ text: some StringProtocol) -> Quantity? {
    let factors = [
      "week": 604_800, "day": 86_400, "hour": 3600, "minute": 60, "min": 60,
    ]
    var seconds = 0
    for part in text.split(separator: ",") {
      let words = part.fields
      if words.count == 1 {
        let clock = words[0].split(separator: ":")
        guard clock.count == 2, let hours = clock[0].smallCount, let minutes = clock[1].smallCount
        else { return nil }
        seconds += hours * 3600 + minutes * 60
      } else {
        guard words.count == 2, let number = words[0].smallCount,
          let factor = factors[String(words[1].dropping(suffix: "s") ?? words[1])]
        else { return nil }
        seconds += number * factor
      }
    }
    return seconds > 0 ? Quantity(Double(seconds), .second) : nil
  }
}
