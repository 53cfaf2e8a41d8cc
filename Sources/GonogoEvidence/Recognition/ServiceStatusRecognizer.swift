import GonogoCore

/// Reads `systemctl status UNIT` of one unit: the lines between its name and its log.
struct ServiceStatusRecognizer: Recognizer {
  let name = "systemctl-status"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let systemctl = output.speaker("systemctl"),
      systemctl.operands(valued: ["-n", "--lines", "-o", "--output"]).first == "status",
      let head = output.lines.first, Self.isHead(head)
    else { return [] }
    var fields: [(name: Substring, value: Substring)] = []
    for line in output.lines.dropFirst() {
      if line.isBlank { break }
      if let field = Self.field(line) { fields.append(field) }
    }
    // Another unit: whose lines these are could not be told any more.
    guard output.lines.dropFirst().allSatisfy({ !Self.isHead($0) }),
      Set(fields.map(\.name)).count == fields.count
    else { return [] }
    return fields.flatMap { captures($0.name, $0.value) }
  }

  /// `● web.service - The shop's web server`
  private static func isHead(_ line: Substring) -> Bool {
    guard let mark = line.first, "●○×↻*".contains(mark), line.dropFirst().hasPrefix(" ") else {
      return false
    }
    let unit = line.dropFirst(2).prefix { $0 != " " }
    return unit.contains(".") && unit.count > 2
  }

  private static func field(_ line: Substring) -> (name: Substring, value: Substring)? {
    guard line.hasPrefix("  "), let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].trimmed
    let value = line[line.index(after: colon)...]
    let known = ["Loaded", "Active", "Main PID", "Tasks", "Memory", "Status"]
    guard value.hasPrefix(" "), known.contains(where: { $0 == name }), !value.isBlank else {
      return nil
    }
    return (name, value.trimmed)
  }

  private func captures(_ title: Substring, _ value: Substring) -> [Capture] {
    let words = value.fields
    switch title {
    case "Active":
      // `active (running) since Mon 2026-11-23 16:04:11 UTC; 3h ago`
      let states = ["active", "inactive", "failed", "activating", "deactivating", "reloading"]
      guard let state = words.first, states.contains(where: { $0 == state }) else { return [] }
      let inner = words.dropFirst().first.flatMap { word in
        word.dropping(prefix: "(")?.dropping(suffix: ")")
      }
      return [text("Active", value), text("active_state", state)]
        + (inner.map { [text("sub_state", $0)] } ?? [])
    case "Loaded":
      // `loaded (/lib/systemd/system/web.service; enabled; preset: enabled)`
      let parts = value.split(separator: ";").map(\.trimmed)
      let state = parts.count > 1 ? parts[1].dropping(suffix: ")") ?? parts[1] : ""
      let states = ["enabled", "disabled", "static", "masked", "generated", "indirect"]
      return [text("Loaded", value)]
        + (states.contains(where: { $0 == state }) ? [text("unit_file_state", state)] : [])
    case "Tasks":
      return words.first?.smallCount.map { [count("Tasks", $0)] } ?? []
    case "Memory":
      guard let word = words.first, let size = HumanSize.read(word, .binary) else { return [] }
      return [quantity("Memory", size, word)]
    case "Main PID":
      return words.first?.smallCount.map { [count("Main PID", $0, isPrimary: false)] } ?? []
    default: return [text("Status", value)]
    }
  }
}
