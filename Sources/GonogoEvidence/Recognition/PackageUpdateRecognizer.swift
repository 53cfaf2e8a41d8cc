import GonogoCore

/// Reads how many packages `apt list --upgradable` lists, and the last line of `apt-get upgrade`.
struct PackageUpdateRecognizer: Recognizer {
  let name = "apt"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let apt = output.speaker("apt", "apt-get") else { return [] }
    if apt.program == "apt", apt.arguments.first == "list" {
      return apt.arguments.contains("--upgradable") ? list(output) : []
    }
    let sums = output.lines.compactMap(Self.sum)
    guard sums.count == 1, let sum = sums.first else { return [] }
    let names = ["upgraded", "newly_installed", "to_remove", "not_upgraded"]
    return zip(names, sum).map { count($0, $1) }
  }

  /// `bash/stable 5.2.15-2+b13 amd64 [upgradable from: 5.2.15-2+b8]` under `Listing...`
  private func list(_ output: CommandOutput) -> [Capture] {
    guard let first = output.lines.first, first == "Listing..." || first == "Listing... Done",
      output.exitStatus ?? 0 == 0, output.errorLines.allSatisfy(Self.isHarmless)
    else { return [] }
    let rows = output.lines.dropFirst().filter { !$0.isBlank }
    guard rows.allSatisfy({ $0.contains(" [upgradable from: ") && $0.hasSuffix("]") }) else {
      return []
    }
    return [count("upgradable", rows.count)]
  }

  private static func isHarmless(_ line: Substring) -> Bool {
    line.isBlank || line.hasPrefix("WARNING: apt does not have a stable CLI interface.")
  }

  /// `3 upgraded, 0 newly installed, 0 to remove and 5 not upgraded.`
  private static func sum(_ line: Substring) -> [Int]? {
    let words = line.fields
    guard words.count == 12, words[1] == "upgraded,", words[3] == "newly",
      words[4] == "installed,", words[6] == "to", words[7] == "remove", words[8] == "and",
      words[10] == "not", words[11] == "upgraded.", let upgraded = words[0].smallCount,
      let new = words[2].smallCount, let removed = words[5].smallCount,
      let kept = words[9].smallCount
    else { return nil }
    return [upgraded, new, removed, kept]
  }
}
