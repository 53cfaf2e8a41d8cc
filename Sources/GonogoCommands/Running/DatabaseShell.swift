internal import GonogoCore
internal import GonogoDatabase
internal import GonogoEvidence
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoStore

/// Runs SQL blocks through libpq; by default read-only.
final class DatabaseShell: StepShell {
  private let world: LiveWorld
  private let planned: PlannedStep
  private let address: String?
  private let variable: String

  /// A shell for the block; `address` is the connection string in `variable`, or nil.
  init(_ planned: PlannedStep, in world: LiveWorld, variable: String, address: String?) {
    self.world = world
    self.planned = planned
    self.variable = variable
    self.address = address
  }

  func run(_ index: Int) throws(RunFailure) -> CommandEnding {
    let command = world.plan.commands[planned.commands.lowerBound + index]
    let start = Clock.now()
    let (raw, step) = (world.rawCopy, "\(command.step + 1).\(index + 1)")
    var out = OutputCollector(secrets: world.secrets, limit: world.outputLimit)
    var err = OutputCollector(secrets: world.secrets, limit: world.outputLimit)
    var captures: [Capture] = []
    var status = 0
    do throws(DatabaseError) {
      guard let address else {
        throw DatabaseError(.badAddress, "\(variable) is not set, so there is no database to ask")
      }
      let connection = try Connection(url: address, tending: world.background.tending)
      let seconds = world.timeLimit(of: planned)
      let result = try connection.query(
        command.text, readOnly: planned.step.attributes.mutates != true,
        timeoutSeconds: Int(seconds.rounded(.up)))
      raw?.append(Array(QueryText.text(result).utf8)[...], to: step + ".out")
      let clean = QueryResult(
        columns: result.columns,
        rows: result.rows.map { $0.map { $0.map { Redaction.plain($0, world.secrets) } } },
        commandTag: result.commandTag)
      captures = clean.captures().map(Self.withNamedUnit)
      world.screen.output(out.take(Array(QueryText.text(clean).utf8)[...]))
    } catch {
      status = 1
      let text = Array(QueryText.text(error).utf8)
      raw?.append(text[...], to: step + ".err")
      world.screen.output(err.take(text[...]))
    }
    world.screen.output(out.finish())
    world.screen.output(err.finish())
    world.screen.endOutput()
    world.count(out.redactions, err.redactions)
    try raw?.requireWhole()
    return CommandEnding(
      outcome: .ran, status: status, pipeline: [status], nanoseconds: Clock.now() - start,
      stdout: try world.evidence.write(out.record(file: nil), of: command, index: index, .stdout),
      stderr: try world.evidence.write(err.record(file: nil), of: command, index: index, .stderr),
      captures: captures)
  }

  /// A plain number in a column that states its unit (`max_seconds`) is in that unit.
  private static func withNamedUnit(_ capture: Capture) -> Capture {
    guard let quantity = capture.quantity, quantity.unit == .none,
      let unit = NameUnit.unit(of: capture.name)
    else { return capture }
    return Capture(
      name: capture.name, row: capture.row, value: .quantity(Quantity(quantity.value, unit)),
      text: capture.text, recognizer: capture.recognizer, isPrimary: capture.isPrimary)
  }

  func finish() throws(RunFailure) {}
}
