import GonogoCore

/// Reads `kubectl get`: the table, and of pods, nodes and workloads how many there are, run and are
/// ready.
struct KubernetesTableRecognizer: Recognizer {
  let name = "kubectl-get"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let call = KubernetesCommand(output), call.verb == "get",
      !call.command.hasOption("w", "--watch", "--watch-only")
    else { return [] }
    if output.lines.isEmpty, let resource = call.resource, Self.saysNone(output) {
      return [count(resource, 0)]
    }
    guard let table = ColumnTable(output.lines), table.columns.contains("NAME")
    else { return [] }
    var reader = TableCaptures(recognizer: name)
    reader.quantity = { cell, column in Self.quantity(cell, column) }
    return reader.captures(columns: table.columns, rows: table.rows) + counts(table, call.resource)
  }

  /// `No resources found in shop namespace.`, which goes to standard error.
  private static func saysNone(_ output: CommandOutput) -> Bool {
    output.exitStatus == 0 && output.errorLines.count == 1
      && output.errorLines[0].hasPrefix("No resources found")
  }

  private static func quantity(_ cell: String, _ column: String) -> Quantity? {
    switch column {
    case "AGE", "DURATION", "LAST SCHEDULE": KubernetesAge.read(cell)
    case "RESTARTS": restarts(cell)
    case "NAME", "NAMESPACE", "VERSION", "IP", "REVISION", "LABELS": nil
    default: QuantityReader.read(cell)
    }
  }

  /// `0`, and `12 (2m ago)` since when.
  private static func restarts(_ cell: String) -> Quantity? {
    let words = cell.fields
    guard let count = words.first?.smallCount,
      words.count == 1 || (words.count == 3 && words[1].hasPrefix("(") && words[2] == "ago)")
    else { return nil }
    return Quantity(Double(count))
  }

  private func counts(_ table: ColumnTable, _ resource: String?) -> [Capture] {
    guard let resource else { return [] }
    var captures = [count(resource, table.rows.count)]
    switch resource {
    case "pods":
      if let cells = table.cells("STATUS") {
        captures.append(count("running_pods", cells.count { $0 == "Running" }))
      }
      captures += ready(table, "ready_pods")
    case "nodes":
      guard let cells = table.cells("STATUS") else { break }
      // A cordoned node is ready and takes no work: what a person calls ready is not certain.
      if cells.allSatisfy({ $0 == "Ready" || $0.hasPrefix("NotReady") }) {
        captures.append(count("ready_nodes", cells.count { $0 == "Ready" }))
      }
    case "pvcs":
      if let cells = table.cells("STATUS") {
        captures.append(count("bound_pvcs", cells.count { $0 == "Bound" }))
      }
    case "deployments", "statefulsets": captures += ready(table, "ready_\(resource)")
    default: break
    }
    return captures
  }

  /// How many have all they should have: `2/2`, and not `0/0`.
  private func ready(_ table: ColumnTable, _ name: String) -> [Capture] {
    guard let cells = table.cells("READY") else { return [] }
    var ready = 0
    for cell in cells {
      let parts = cell.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let has = parts[0].smallCount, let wants = parts[1].smallCount else {
        return []
      }
      if has == wants, has > 0 { ready += 1 }
    }
    return [count(name, ready)]
  }
}
