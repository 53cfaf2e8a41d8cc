import GonogoCore

/// Reads the tables of `ss` and `netstat`: one row for each socket.
struct SocketRecognizer: Recognizer {
  let name = "sockets"

  private typealias Table = (columns: [String], rows: [[String]])

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let command = output.speaker("ss", "netstat"),
      let table = command.program == "ss" ? Self.ss(output.lines) : Self.netstat(output.lines)
    else { return [] }
    let isListening = command.hasOption("l", "--listening")
    let found = count(isListening ? "listening_sockets" : "sockets", table.rows.count)
    guard !table.rows.isEmpty else { return [found] }
    var reader = TableCaptures(recognizer: name, unit: { _ in nil })
    reader.quantity = { cell, column in
      ["Recv-Q", "Send-Q"].contains(column) ? QuantityReader.read(cell) : nil
    }
    return reader.captures(columns: table.columns, rows: table.rows) + [found]
  }

  private static func ss(_ lines: [Substring]) -> Table? {
    var columns = ["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port"]
    guard let header = lines.first?.fields.joined(separator: " ") else { return nil }
    if header.hasPrefix("Netid ") { columns.insert("Netid", at: 0) }
    // The title of the last column is glued to the one before it, or not there.
    let titles = columns.joined(separator: " ")
    guard header == titles || header == titles + "Process" || header == titles + " Process" else {
      return nil
    }
    return table(lines.dropFirst(), columns, last: "Process")
  }

  private static func netstat(_ lines: [Substring]) -> Table? {
    guard lines.count > 1, lines[0].hasPrefix("Active Internet connections (") else { return nil }
    let columns = ["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State"]
    let titles = columns.joined(separator: " ")
    let header = lines[1].fields.joined(separator: " ")
    guard header == titles || header == titles + " PID/Program name" else { return nil }
    return table(lines.dropFirst(2), columns, last: header == titles ? nil : "PID/Program name")
  }

  private static func table(
    _ lines: ArraySlice<Substring>, _ columns: [String], last: String?
  ) -> Table? {
    guard let queue = columns.firstIndex(of: "Recv-Q") else { return nil }
    let all = columns + (last.map { [$0] } ?? [])
    var rows: [[String]] = []
    for line in lines {
      var cells = line.split(separator: " ", maxSplits: all.count - 1).map { String($0.trimmed) }
      // netstat leaves the state of a datagram socket blank.
      if columns.last == "State", line.hasPrefix("udp"), cells.count >= 5,
        cells.count == 5 || cells[5] == "-" || cells[5].contains("/")
      {
        cells = Array(cells[..<5]) + [""] + [cells[5...].joined(separator: " ")]
        if last == nil { cells.removeLast() }
      }
      if cells.count == columns.count, last != nil { cells.append("") }
      guard cells.count == all.count, cells[queue].smallCount != nil,
        cells[queue + 1].smallCount != nil
      else { return nil }
      rows.append(cells)
    }
    return (all, rows)
  }
}
