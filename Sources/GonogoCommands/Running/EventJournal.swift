internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoRunner
internal import GonogoStore

/// Writes events into the run's journal, each on the device before it is shown.
struct EventJournal {
  /// Output up to this many bytes is kept in the journal itself, as durable as the event.
  private static let inlineLimit = 4096

  let journal: Journal

  /// Appends what must not be lost of an event; what can be worked out again is left out.
  func append(_ event: RunEvent) throws(RunFailure) {
    guard let members = Self.members(event) else { return }
    try append(members)
  }

  /// Appends a record of its own kind.
  func append(_ members: JSONObject) throws(RunFailure) {
    let time = JSONMember("t", .string(Timestamp(HostEnvironment.now).iso8601))
    do throws(StoreError) {
      try journal.append([time] + RunText.clean(members))
    } catch {
      throw RunFailure(
        .output, error.message,
        cure: "the run was stopped, because it cannot be recorded; " + error.cure)
    }
  }

  private static func members(_ event: RunEvent) -> JSONObject? {
    func named(_ name: String, _ rest: JSONObject) -> JSONObject {
      [JSONMember("ev", .string(name))] + rest
    }
    switch event {
    case .sectionStarted, .sectionEnded: return nil
    case .stepPassedOver(let step, let reason):
      return named(
        "passed over",
        [JSONMember("line", .integer(step.step.firstLine)), JSONMember("why", .string(reason))])
    case .commandStarted(let command): return named("start", identity(command))
    case .commandEnded(let command, let result):
      return named("end", identity(command) + members(result))
    case .approval(let command, let isApproved, let by):
      return named(
        "approval",
        identity(command)
          + [
            JSONMember("approved", .bool(isApproved)), JSONMember("by", .string(by)),
            JSONMember("cmd_sha256", .string(Digest.sha256(Array(command.shown.utf8)))),
          ])
    case .claimDecided(let claim, let result):
      return named(
        "claim",
        [
          JSONMember("claim", .integer(claim.id)),
          JSONMember("line", .integer(claim.location.line)),
          JSONMember("verdict", .string(result.verdict.rawValue)),
          JSONMember("because", .string(result.because)),
        ] + members(result.source))
    case .blankFilled(let blank, let result):
      return named(
        "blank",
        [
          JSONMember("blank", .integer(blank.id)),
          JSONMember("line", .integer(blank.location.line)),
          JSONMember("text", result.text.map { .string($0) } ?? .null),
          JSONMember("because", .string(result.because)),
        ] + members(result.source))
    case .stopped(let reason):
      return named(
        "stopped",
        [JSONMember("line", .integer(reason.line)), JSONMember("why", .string(reason.text))])
    case .decided(let decision):
      return named(
        "decision",
        [
          JSONMember("decision", .string(decision.answer.rawValue)),
          JSONMember("reasons", .array(decision.reasons.map { .string($0.text) })),
        ])
    }
  }

  private static func identity(_ command: PlannedCommand) -> JSONObject {
    [
      JSONMember("command", .integer(command.id)), JSONMember("step", .integer(command.step)),
      JSONMember("line", .integer(command.line)),
    ]
  }

  private static func members(_ result: CommandResult) -> JSONObject {
    [
      JSONMember("outcome", .string(result.outcome.rawValue)),
      JSONMember("exit", result.status.map { .integer($0) } ?? .null),
      JSONMember("pipeline", .array(result.pipeline.map { .integer($0) })),
      JSONMember("ms", .integer(Int(result.nanoseconds / 1_000_000))),
      JSONMember("note", result.note.map { .string($0) } ?? .null),
      JSONMember("stdout", output(result.stdout)), JSONMember("stderr", output(result.stderr)),
    ]
  }

  private static func output(_ output: OutputRecord) -> JSONValue {
    guard output.bytes > 0 else { return .null }
    var members: JSONObject = [
      JSONMember("bytes", .integer(output.bytes)), JSONMember("sha256", .string(output.digest)),
      JSONMember("file", output.file.map { .string($0) } ?? .null),
    ]
    if output.text.utf8.count <= inlineLimit {
      members.append(JSONMember("text", .string(output.text)))
    }
    return .object(members)
  }

  private static func members(_ source: Source) -> JSONObject {
    switch source {
    case .explicit(let place):
      [JSONMember("source", "explicit"), JSONMember("at", .string(place))]
    case .inferred(let why): [JSONMember("source", "inferred"), JSONMember("how", .string(why))]
    case .attestation(let word):
      [
        JSONMember("source", "attested"), JSONMember("by", .string(word.by)),
        JSONMember("said", .string(word.answer.rawValue)),
        JSONMember("said_at", .string(Timestamp(word.time).iso8601)),
        JSONMember("note", word.note.map { .string($0) } ?? .null),
        JSONMember("prepared", word.preparedIn.map { .string($0) } ?? .null),
      ]
    case .none: [JSONMember("source", "open")]
    }
  }
}
