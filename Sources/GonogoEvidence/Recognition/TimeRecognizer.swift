import GonogoCore

/// Reads what the shell's keyword `time` reports: `real` is the result, `user` and `sys` beside it.
struct TimeRecognizer: Recognizer {
  let name = "time"
  var standing: RecognizerStanding { .beside }

  func captures(in output: CommandOutput) -> [Capture] {
    let timed = output.commands.filter(\.isTimed)
    guard timed.count == 1 else { return [] }
    let reports = reports(in: output.errorLines)
    if reports.count == 1 { return reports[0] }
    guard reports.isEmpty, !output.isTruncated, Self.joinsErrors(output.command) else { return [] }
    // `{ time …; } 2>&1`: the report is then the last thing on standard output.
    let inOutput = self.reports(in: output.lines)
    let tail = output.lines.lastIndex { !$0.isBlank }.map { output.lines[...$0].suffix(3) } ?? []
    return inOutput.count == 1 && self.reports(in: Array(tail)).count == 1 ? inOutput[0] : []
  }

  private static func joinsErrors(_ command: String) -> Bool {
    command.split(whereSeparator: { $0 == " " || $0 == ";" || $0 == "\n" || $0 == "|" })
      .contains("2>&1")
  }

  private func reports(in lines: [Substring]) -> [[Capture]] {
    var reports: [[Capture]] = []
    for index in lines.indices {
      if let report = zsh(lines[index]) { reports.append(report) }
      guard index + 2 < lines.count else { continue }
      var report: [Capture] = []
      for (offset, label) in ["real", "user", "sys"].enumerated() {
        guard let time = time(lines[index + offset], label: label) else { break }
        report.append(time)
      }
      if report.count == 3 { reports.append(report) }
    }
    return reports
  }

  /// `real⇥0m0.012s` as bash has it, `real 0.01` as POSIX has it (`time -p`).
  private func time(_ line: Substring, label: String) -> Capture? {
    guard let rest = line.dropping(prefix: label), let mark = rest.first else { return nil }
    let text = rest.dropFirst()
    var seconds: Double?
    if mark == "\t", let minute = text.firstIndex(of: "m"),
      let minutes = text[..<minute].smallCount,
      let rest = text[text.index(after: minute)...].dropping(suffix: "s")
    {
      seconds = Self.decimal(rest).map { Double(minutes) * 60 + $0 }
    } else if mark == " " {
      seconds = Self.decimal(text)
    }
    return seconds.map { capture(label, $0, text) }
  }

  /// `sleep 1  0.00s user 0.00s system 0% cpu 1.003 total`, zsh's one line.
  private func zsh(_ line: Substring) -> [Capture]? {
    guard let head = line.dropping(suffix: " total") else { return nil }
    let fields = head.fields.suffix(7)
    guard fields.count == 7 else { return nil }
    let part = Array(fields)
    guard part[1] == "user", part[3] == "system", part[5] == "cpu", part[4].hasSuffix("%"),
      let user = part[0].dropping(suffix: "s").flatMap(Self.decimal),
      let system = part[2].dropping(suffix: "s").flatMap(Self.decimal),
      let total = Self.clock(part[6])
    else { return nil }
    return [
      capture("real", total, part[6]), capture("user", user, part[0]),
      capture("sys", system, part[2]),
    ]
  }

  private func capture(_ label: String, _ seconds: Double, _ text: Substring) -> Capture {
    Capture(
      name: label, value: .quantity(Quantity(seconds, .second)), text: String(text),
      recognizer: name, isPrimary: label == "real")
  }

  /// `1:02.34` or `0.012`.
  private static func clock(_ text: Substring) -> Double? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 3, let last = parts.last, let seconds = decimal(last) else { return nil }
    var total = 0.0
    for part in parts.dropLast() {
      guard let count = part.smallCount else { return nil }
      total = total * 60 + Double(count)
    }
    return total * 60 + seconds
  }

  /// Digits, a point (or the comma of the locale), digits.
  private static func decimal(_ text: Substring) -> Double? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count == 2, let whole = parts[0].smallCount, parts[1].smallCount != nil else {
      return nil
    }
    return Double("\(whole).\(parts[1])")
  }
}
