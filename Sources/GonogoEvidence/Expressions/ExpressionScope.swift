package import GonogoCore

/// What expressions can ask the world: closures, so that planning, a run and tests each bring
/// their own.
package struct ExpressionScope: Sendable {
  /// The capture `name` in the step, section or command that the qualifier names (outermost first,
  /// empty when none is written), and for tables in that row, counted from 1.
  package let captures:
    @Sendable (_ qualifier: [String], _ name: String, _ row: Int?) -> CaptureLookup
  /// How the section, step or command came out.
  package let passed: @Sendable (_ name: String) -> NameLookup<Verdict>
  /// The exit status of the step or command.
  package let exit: @Sendable (_ name: String) -> NameLookup<Int>
  /// What the step or command printed.
  package let output: @Sendable (_ name: String) -> NameLookup<ObservedOutput>
  /// Runs a read-only query. The evaluator asks for every query of an expression it evaluates.
  package let sql: @Sendable (_ query: String) -> SQLLookup
  /// The number an earlier run recorded under that name.
  package let baseline: @Sendable (_ name: String) -> NameLookup<Quantity>

  /// A scope; what is left out knows no names, and no database.
  package init(
    captures:
      @escaping @Sendable (_ qualifier: [String], _ name: String, _ row: Int?) -> CaptureLookup = {
        _, _, _ in .none(nearest: [])
      },
    passed: @escaping @Sendable (_ name: String) -> NameLookup<Verdict> = { _ in
      .none(nearest: [])
    },
    exit: @escaping @Sendable (_ name: String) -> NameLookup<Int> = { _ in .none(nearest: []) },
    output: @escaping @Sendable (_ name: String) -> NameLookup<ObservedOutput> = { _ in
      .none(nearest: [])
    },
    sql: @escaping @Sendable (_ query: String) -> SQLLookup = { _ in .failed("no database") },
    baseline: @escaping @Sendable (_ name: String) -> NameLookup<Quantity> = { _ in
      .none(nearest: [])
    }
  ) {
    self.captures = captures
    self.passed = passed
    self.exit = exit
    self.output = output
    self.sql = sql
    self.baseline = baseline
  }

  /// The one capture that `path` means. Every way of reading the path is tried; when more than one
  /// of them finds a capture the path is ambiguous, however well one of them fits.
  func capture(_ path: CapturePath) -> CaptureLookup {
    var found: [(name: String, capture: Capture)] = []
    var several: [String] = []
    var reason: String?
    var nearest: [String] = []
    for reading in path.readings {
      switch captures(reading.qualifier, reading.name, reading.row) {
      case .one(let capture):
        let place = reading.qualifier.joined(separator: ", ")
        let name = "`\(capture.reference)`" + (place.isEmpty ? "" : " of \(place)")
        found.append((name, capture))
      case .ambiguous(let names): several += names
      case .notYet(let why): reason = reason ?? why
      case .none(let names): nearest += names.filter { !nearest.contains($0) }
      }
    }
    if let only = found.first, found.count == 1, several.isEmpty { return .one(only.capture) }
    if !found.isEmpty || !several.isEmpty { return .ambiguous(found.map(\.name) + several) }
    return reason.map { .notYet($0) } ?? .none(nearest: nearest)
  }
}
