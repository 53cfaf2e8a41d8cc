import GonogoCore
import GonogoEvidence
import GonogoMarkdown
import GonogoPlanning

/// The plan for a text, with bindings of a sidecar when some are given.
func plan(_ text: String, bindings: [Sidecar.Entry] = []) -> Plan {
  let checklist = MarkdownReader.read(Document(path: "a.md", bytes: Array(text.utf8)))
  let sidecar =
    bindings.isEmpty ? nil : Sidecar(file: "a.gonogo.yaml", variables: [], entries: bindings)
  var planner = Planner(checklist: checklist, sidecar: sidecar)
  return planner.plan()
}

/// An entry of a sidecar.
func binding(_ section: String, _ text: String, _ directive: String) -> Sidecar.Entry {
  Sidecar.Entry(
    section: section, sectionLocation: SourceLocation(line: 3, column: 3), text: text,
    textLocation: SourceLocation(line: 4, column: 5), directive: directive,
    directiveLocation: SourceLocation(line: 4, column: 20))
}

extension Plan {
  /// How the claim with this text is decided, in one word and its target.
  func basis(_ text: String) -> String {
    guard let claim = checklist.claims.last(where: { $0.text == text }) else { return "no claim" }
    let rule = claimRules[claim.id]
    let sign = rule.isNegated ? "not " : ""
    switch rule.basis {
    case .directive(let directive): return "\(directive)"
    case .threshold(let threshold): return "limit \(threshold.shown)"
    case .assertion(let assertion): return assertion.shown
    case .blank(let id, let threshold):
      return "blank \(checklist.blanks[id].label) \(threshold.shown)"
    case .commands(let ids): return sign + "command " + commands[ids.lowerBound].name
    case .section(let id): return sign + "section " + checklist.heading(of: id)
    case .claim(let id): return sign + "claim " + checklist.claims[id].text
    case .count(let name, _): return sign + "count " + name
    case .person: return "person"
    case .leftOut: return "left out"
    }
  }

  /// The one thing a name means, or nil.
  func target(_ name: String) -> Names.Target? {
    if case .one(let target) = names.target(name) { return target }
    return nil
  }

  /// The codes of its diagnostics.
  var codes: [String] { diagnostics.map(\.code) }
}

extension Assessor {
  /// Notes that a command ran to its end and printed these values.
  mutating func observe(_ command: Int, status: Int = 0, _ captures: [Capture] = []) {
    observations.commands[command] = CommandResult(
      command: command, outcome: .ran, status: status, pipeline: [status], captures: captures)
  }

  /// Notes that every command ran and passed.
  mutating func observeAllPassing() {
    for id in observations.commands.indices { observe(id) }
  }
}

/// A value as a recognizer would give it.
func value(_ name: String, _ number: Double, _ unit: String = "", row: Int? = nil) -> Capture {
  Capture(
    name: name, row: row, value: .quantity(Quantity(number, Unit.named(unit) ?? .none)),
    text: "\(number)", recognizer: "test")
}
