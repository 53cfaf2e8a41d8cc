import GonogoCore

/// Reads how many units `systemctl list-units` lists, and `systemctl --failed`.
struct ServiceListRecognizer: Recognizer {
  let name = "systemctl-list"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let systemctl = output.speaker("systemctl") else { return [] }
    let words = systemctl.operands(valued: ["-t", "--type", "--state"])
    let isFailed =
      systemctl.hasOption(nil, "--failed", "--state=failed")
      || zip(systemctl.arguments, systemctl.arguments.dropFirst()).contains {
        $0 == "--state" && $1 == "failed"
      }
    guard words.first == "list-units" || (words.isEmpty && isFailed),
      !systemctl.hasOption("q", "--quiet", "--no-legend", "--legend=false")
    else { return [] }
    let footers = output.lines.compactMap(Self.footer)
    guard footers.count == 1, footers[0] == rows(output.lines) else { return [] }
    return [count(isFailed ? "failed_units" : "units", footers[0])]
  }

  /// `2 loaded units listed.`, with more words behind it where some are hidden.
  private static func footer(_ line: Substring) -> Int? {
    let words = line.fields
    guard words.count >= 4, words[1] == "loaded", words[2] == "units", words[3].hasPrefix("listed.")
    else { return nil }
    return words[0].smallCount
  }

  /// The lines between the header and the first empty line.
  private func rows(_ lines: [Substring]) -> Int? {
    guard let head = lines.firstIndex(where: { $0.fields.prefix(3) == ["UNIT", "LOAD", "ACTIVE"] })
    else { return lines.first.flatMap(Self.footer) == 0 ? 0 : nil }
    guard head == 0 else { return nil }
    let rows = lines.dropFirst().prefix { !$0.isBlank && Self.footer($0) == nil }
    return rows.count
  }
}
