import GonogoCore

/// Reads `helm list` and `helm history`, whose columns are set off by tabs, the head of
/// `helm status`, and the last line of `helm lint`.
struct HelmRecognizer: Recognizer {
  let name = "helm"

  private static let valued: Set<String> = [
    "-n", "--namespace", "--kube-context", "--kubeconfig", "-f", "--filter", "-m", "--max", "-l",
    "--selector", "-o", "--output", "--revision", "--offset", "--values", "--set",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let helm = output.speaker("helm") else { return [] }
    switch helm.operands(valued: Self.valued).first {
    case "list", "ls": return releases(output.lines)
    case "history", "hist": return table(output.lines, first: "REVISION") ?? []
    case "status": return status(output.lines)
    case "lint": return lint(output.lines)
    default: return []
    }
  }

  private func releases(_ lines: [Substring]) -> [Capture] {
    guard let rows = Self.rows(lines, first: "NAME"), let header = rows.first,
      let state = header.firstIndex(of: "STATUS")
    else { return [] }
    let states = rows.dropFirst().map { $0[state] }
    return (table(lines, first: "NAME") ?? []) + [
      count("releases", states.count),
      count("deployed_releases", states.count { $0 == "deployed" }),
    ]
  }

  private func table(_ lines: [Substring], first: String) -> [Capture]? {
    guard let rows = Self.rows(lines, first: first), let header = rows.first else { return nil }
    guard rows.count > 1 else { return [] }
    return TableCaptures(recognizer: name, unit: { _ in nil }).captures(
      columns: header, rows: Array(rows.dropFirst()))
  }

  /// The header and the rows, all of the same number of cells.
  private static func rows(_ lines: [Substring], first: String) -> [[String]]? {
    let rows = lines.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0.trimmed) }
    }
    guard let header = rows.first, header.first == first, header.count > 2,
      Set(header).count == header.count, rows.allSatisfy({ $0.count == header.count })
    else { return nil }
    return rows
  }

  /// `KEY: value` lines up to the first that is something else: the notes are the chart's.
  private func status(_ lines: [Substring]) -> [Capture] {
    let known = ["NAME", "LAST DEPLOYED", "NAMESPACE", "STATUS", "REVISION", "CHART", "VERSION"]
    var captures: [Capture] = []
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), known.contains(where: { $0 == line[..<colon] })
      else { break }
      let value = line[line.index(after: colon)...].trimmed
      guard !value.isEmpty else { break }
      let title = String(line[..<colon])
      captures.append(
        title == "REVISION" && value.smallCount != nil
          ? count(title, value.smallCount ?? 0, isPrimary: true) : text(title, value))
    }
    let names = captures.map(\.name)
    return names.first == "NAME" && names.contains("STATUS") && Set(names).count == names.count
      ? captures : []
  }

  /// `2 chart(s) linted, 0 chart(s) failed`
  private func lint(_ lines: [Substring]) -> [Capture] {
    let ends = lines.filter { $0.contains(" chart(s) linted, ") }
    guard ends.count == 1, let end = ends.first else { return [] }
    let words = end.fields
    guard words.count == 6, words[1] == "chart(s)", words[2] == "linted,", words[4] == "chart(s)",
      words[5] == "failed", let linted = words[0].smallCount, let failed = words[3].smallCount
    else { return [] }
    return [count("linted", linted), count("failed", failed)]
  }
}
