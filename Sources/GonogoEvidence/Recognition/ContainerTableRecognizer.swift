import GonogoCore

/// Reads the tables of `docker ps`, `docker images`, `docker stats --no-stream` and
/// `docker compose ps`, and podman's like them.
struct ContainerTableRecognizer: Recognizer {
  let name = "docker"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated,
      let docker = output.speaker("docker", "podman", "nerdctl", "docker-compose"),
      let kind = Self.kind(docker)
    else { return [] }
    if kind == .containers, output.lines.count == 1, Self.isBareHeader(output.lines[0]) {
      return counts([])
    }
    guard let table = ColumnTable(output.lines)
    else { return [] }
    var captures: [Capture] = []
    switch kind {
    case .containers:
      guard let states = table.cells("STATUS"), states.allSatisfy(Self.isState) else { return [] }
      captures = counts(states)
    case .images:
      guard table.columns.contains("REPOSITORY") else { return [] }
      captures = [count("images", table.rows.count)]
    case .statistics:
      guard table.columns.contains("CPU %") else { return [] }
      captures = [count("containers", table.rows.count)]
    }
    let (columns, rows) = kind == .statistics ? Self.split(table) : (table.columns, table.rows)
    var reader = TableCaptures(recognizer: name)
    reader.quantity = { cell, column in
      ["CONTAINER ID", "IMAGE ID", "CONTAINER", "TAG", "NAME", "NAMES"].contains(column)
        ? nil : QuantityReader.read(cell)
    }
    return reader.captures(columns: columns, rows: rows) + captures
  }

  private enum Kind { case containers, images, statistics }

  private static func kind(_ docker: ShellCommand) -> Kind? {
    let valued: Set<String> = [
      "-f", "--file", "--filter", "-p", "--project-name", "--format", "--context", "-H", "--host",
      "--env-file", "--profile", "-n", "--last", "--status", "--project-directory",
    ]
    var words = docker.operands(valued: valued)
    if docker.program == "docker-compose" { words.insert("compose", at: 0) }
    switch words.first {
    case "ps": return .containers
    case "images": return .images
    case "stats": return docker.hasOption(nil, "--no-stream") ? .statistics : nil
    case "compose": return words.dropFirst().first == "ps" ? .containers : nil
    case "container", "image":
      let isList = ["ls", "list", "ps"].contains(words.dropFirst().first ?? "")
      return isList ? words.first == "image" ? .images : .containers : nil
    default: return nil
    }
  }

  /// The header with no row under it.
  private static func isBareHeader(_ line: Substring) -> Bool {
    line.hasPrefix("CONTAINER ID  ") && line.contains("  STATUS  ")
  }

  /// How docker describes a container's state.
  private static func isState(_ cell: String) -> Bool {
    let opener = cell.fields.first ?? ""
    return ["Up", "Exited", "Created", "Restarting", "Dead", "Removal", "Paused"].contains(opener)
  }

  private func counts(_ states: [String]) -> [Capture] {
    [
      count("containers", states.count),
      count(
        "running_containers", states.count { $0.hasPrefix("Up ") && !$0.hasSuffix("(Paused)") }),
      count("healthy_containers", states.count { $0.hasSuffix("(healthy)") }),
      count("unhealthy_containers", states.count { $0.hasSuffix("(unhealthy)") }),
    ]
  }

  /// `MEM USAGE / LIMIT` is two columns.
  private static func split(_ table: ColumnTable) -> (columns: [String], rows: [[String]]) {
    guard let memory = table.columns.firstIndex(of: "MEM USAGE / LIMIT") else {
      return (table.columns, table.rows)
    }
    var rows: [[String]] = []
    for row in table.rows {
      let parts = row[memory].fields
      guard parts.count == 3, parts[1] == "/" else { return (table.columns, table.rows) }
      rows.append(row.replacing(memory, with: [String(parts[0]), String(parts[2])]))
    }
    return (table.columns.replacing(memory, with: ["MEM USAGE", "LIMIT"]), rows)
  }
}

extension [String] {
  /// The same with one element replaced by several.
  fileprivate func replacing(_ index: Int, with others: [String]) -> [String] {
    Array(self[..<index]) + others + Array(self[(index + 1)...])
  }
}
