import GonogoCore

/// Reads `systemctl is-active`, `is-enabled`, `is-failed` and `is-system-running`: one word for each
/// unit asked about.
struct ServiceStateRecognizer: Recognizer {
  let name = "systemctl"

  /// What is captured, and the words that may be printed, by the verb.
  private static let verbs: [String: (name: String, words: Set<Substring>)] = [
    "is-active": ("active_state", activeStates), "is-failed": ("active_state", activeStates),
    "is-enabled": (
      "unit_file_state",
      [
        "enabled", "enabled-runtime", "linked", "linked-runtime", "alias", "masked",
        "masked-runtime", "static", "indirect", "disabled", "generated", "transient", "bad",
        "not-found",
      ]
    ),
    "is-system-running": (
      "system_state",
      ["initializing", "starting", "running", "degraded", "maintenance", "stopping", "offline"]
    ),
  ]
  private static let activeStates: Set<Substring> = [
    "active", "reloading", "inactive", "failed", "activating", "deactivating", "maintenance",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let systemctl = output.speaker("systemctl") else { return [] }
    let words = systemctl.operands(valued: ["-H", "--host", "-M", "--machine", "-t", "--type"])
    guard let verb = words.first, let kind = Self.verbs[verb] else { return [] }
    let units = verb == "is-system-running" ? ["system"] : Array(words.dropFirst())
    let states = output.lines.map(\.trimmed)
    guard states.count == units.count, states.allSatisfy(kind.words.contains) else { return [] }
    if states.count == 1 { return [text(kind.name, states[0])] }
    let rows = zip(units, states).map { [$0, String($1)] }
    return TableCaptures(recognizer: name).captures(columns: ["unit", kind.name], rows: rows)
  }
}
