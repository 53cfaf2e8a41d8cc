import Testing

/// A tracing pre-flight that the tests know by heart.
struct Preflight: Sendable, CustomTestStringConvertible {
  /// A command as the plan must show it.
  struct Command: Sendable, Equatable {
    let line: Int
    let effect: String
    let label: String?
    /// What its text begins with.
    let start: String

    init(_ line: Int, _ effect: String, _ label: String?, _ start: String) {
      self.line = line
      self.effect = effect
      self.label = label
      self.start = start
    }
  }

  let testDescription: String
  /// Paths.
  let source: String
  let sidecar: String
  let answers: String
  /// Where the document expects the repository, when that is not the working directory.
  let expectedRepository: String?
  let commands: [Command]
  /// The queries that the three blanks of section 2 must agree with, by their lines.
  let recorded: [Int: String]
  /// Lines of boxes.
  let teamBoxes: [Int]
  let goBoxes: ClosedRange<Int>
  let noGoBoxes: ClosedRange<Int>
  /// The lines of the sign-off: date, by, decision, notes.
  let signOff: ClosedRange<Int>
  /// The operator's notes in the answers.
  let notes: String
  let table: Table
  let lines: Lines

  /// The table that section 4 writes into, and takes away again.
  struct Table: Sendable {
    let name: String
    /// The heading of that section, which `--approve all` does not cover for that reason.
    let section: String
    /// What follows CREATE TABLE NAME.
    let columns: String
  }

  /// Lines that faults show in.
  struct Lines: Sendable {
    let connect: Int
    let poolSize: Int
    let databaseSize: Int
    let modalSecret: Int
    let traceLogs: Int
    let routerLogs: Int
    let insert: Int
    let inserted: Int
    let goTest: Int
    /// Boxes of the decision.
    let writesAreQuick: Int
    let databaseIssues: Int
    let uncommitted: Int
    let slowestQuery: Int
  }

  /// The lines of all boxes.
  var boxes: [Int] { teamBoxes + goBoxes + noGoBoxes }

  /// Those that can be tested here.
  static let available = [own] + (seed.map { [$0] } ?? [])
}
