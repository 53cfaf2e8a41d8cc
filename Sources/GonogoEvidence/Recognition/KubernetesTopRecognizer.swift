import GonogoCore

/// Reads `kubectl top`: processors in cores, memory in bytes, shares of both.
struct KubernetesTopRecognizer: Recognizer {
  let name = "kubectl-top"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let call = KubernetesCommand(output), call.verb == "top",
      let table = ColumnTable(output.lines, unitsInParentheses: true),
      table.columns.contains("CPU(cores)"), table.columns.contains("MEMORY(bytes)")
    else { return [] }
    var reader = TableCaptures(recognizer: name, unit: { _ in nil })
    reader.quantity = { cell, column in
      switch column {
      case "CPU(cores)": Self.cores(cell)
      case "MEMORY(bytes)":
        // Without a unit the header's holds.
        QuantityReader.read(cell).flatMap {
          $0.unit == .none ? Quantity($0.value, .byte) : $0.unit.dimension == .data ? $0 : nil
        }
      case "CPU%", "MEMORY%", "CPU(%)", "MEMORY(%)":
        QuantityReader.read(cell).flatMap { $0.unit == .percent ? $0 : nil }
      default: nil
      }
    }
    return reader.captures(columns: table.columns, rows: table.rows)
  }

  /// `250m` is a quarter of a core.
  private static func cores(_ cell: String) -> Quantity? {
    if let thousandths = cell.dropping(suffix: "m")?.smallCount {
      return Quantity(Double(thousandths) / 1000)
    }
    return cell.smallCount.map { Quantity(Double($0)) }
  }
}
