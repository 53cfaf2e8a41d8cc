internal import GonogoCore

/// What a document lets stay open, counted, so that nobody takes a GO for more than it says.
struct LeftOpen {
  private var notRun = 0
  private var commands = 0
  private var items = 0
  private var blanks = 0
  private var others = 0

  /// Counts one reason that does not stand against a GO.
  mutating func add(_ reason: Reason, _ observations: Observations) {
    switch reason.subject {
    case .command(let id):
      switch observations.commands[id]?.verdict {
      case nil, .skipped: notRun += 1
      default: commands += 1
      }
    case .claim: items += 1
    case .blank: blanks += 1
    case nil: others += 1
    }
  }

  /// `1 command not run, 2 items open`, or nil.
  var text: String? {
    let parts = [
      Self.count(notRun, "command", "not run"), Self.count(commands, "command", "open"),
      Self.count(items, "item", "open"), Self.count(blanks, "blank", "open"),
      Self.count(others, "block", "open"),
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func count(_ number: Int, _ noun: String, _ state: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s") \(state)"
  }
}
