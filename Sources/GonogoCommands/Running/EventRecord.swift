internal import GonogoCore
internal import GonogoEvidence
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoStore

/// The journal's records of events: what must not be lost of them.
enum EventRecord {
  /// Output up to this many bytes is kept in the journal itself, as durable as the event.
  private static let inlineLimit = 4096

  /// The members of an event's record; nil for what can be worked out again.
  static func members(_ event: RunEvent) -> JSONObject? {
    switch event {
    case .sectionStarted, .sectionEnded, .commandTakenOver: nil
    case .stepPassedOver(let step, let reason):
      named(
        "passed over",
        [JSONMember("line", .integer(step.step.firstLine)), JSONMember("why", .string(reason))])
    case .commandStarted(let command): named("start", identity(command))
    case .backgroundStarted(let step, let commands):
      named(
        "background",
        identity(step)
          + [
            JSONMember("state", "started"),
            JSONMember("commands", .array(commands.map { .integer($0.id) })),
          ])
    case .backgroundEnded(let step, let run):
      named(
        "background",
        identity(step)
          + [
            JSONMember("state", "ended"), JSONMember("how", .string(run.ending.rawValue)),
            JSONMember("since", .string(Timestamp(run.since).iso8601)),
            JSONMember("until", text(run.until.map { Timestamp($0).iso8601 })),
          ])
    case .commandEnded(let command, let result): named("end", identity(command) + members(result))
    case .approval(let command, let isApproved, let by, let how):
      named(
        "approval",
        identity(command)
          + [
            JSONMember("approved", .bool(isApproved)), JSONMember("by", .string(by)),
            JSONMember("how", .string(how)), JSONMember("cmd_sha256", .string(digest(of: command))),
          ])
    case .claimDecided(let claim, let result):
      named(
        "claim",
        [
          JSONMember("claim", .integer(claim.id)),
          JSONMember("line", .integer(claim.location.line)),
          JSONMember("verdict", .string(result.verdict.rawValue)),
          JSONMember("because", .string(result.because)),
        ] + members(result.source))
    case .blankFilled(let blank, let result):
      named(
        "blank",
        [
          JSONMember("blank", .integer(blank.id)),
          JSONMember("line", .integer(blank.location.line)), JSONMember("text", text(result.text)),
          JSONMember("because", .string(result.because)),
        ] + members(result.source))
    case .stopped(let reason):
      named(
        "stopped",
        [JSONMember("line", .integer(reason.line)), JSONMember("why", .string(reason.text))])
    case .decided(let decision):
      named(
        "decision",
        [
          JSONMember("decision", .string(decision.answer.rawValue)),
          JSONMember("reasons", .array(decision.reasons.map { .string($0.text) })),
        ])
    }
  }

  /// What a person said, kept before it is shown.
  static func members(_ reply: Reply, to question: Question.Subject) -> JSONObject? {
    switch reply {
    case .none: nil
    case .answer(let word): named("reply", subject(question) + attested(word))
    case .value(let value, let word):
      named("reply", subject(question) + [JSONMember("text", .string(value))] + attested(word))
    }
  }

  /// That a person was done with these questions.
  static func asked(_ questions: [Question.Subject]) -> JSONObject {
    let subjects = questions.map { JSONValue.object(subject($0)) }
    return named("asked", [JSONMember("questions", .array(subjects))])
  }

  /// What a person accepted.
  static func members(_ waiver: Waiver) -> JSONObject {
    let kind: (String, Int) =
      switch waiver.subject {
      case .command(let id): ("command", id)
      case .claim(let id): ("claim", id)
      case .blank(let id): ("blank", id)
      }
    return named(
      "waiver",
      [
        JSONMember(kind.0, .integer(kind.1)), JSONMember("line", .integer(waiver.line)),
        JSONMember("what", .string(waiver.text)), JSONMember("why", .string(waiver.reason)),
        JSONMember("by", .string(waiver.by)),
        JSONMember("said_at", .string(Timestamp(waiver.time).iso8601)),
        JSONMember("prepared", .bool(waiver.isPrepared)),
      ])
  }

  /// What the database answered to a query of an expression.
  static func query(_ query: String, _ lookup: SQLLookup) -> JSONObject {
    let answer =
      switch lookup {
      case .value(let value): JSONMember("value", .string(value))
      case .failed(let why): JSONMember("error", .string(why))
      }
    return named("query", [JSONMember("sql", .string(query)), answer])
  }

  /// What an approval is bound to.
  static func digest(of command: PlannedCommand) -> String {
    Digest.sha256(Array(command.shown.utf8))
  }

  private static func named(_ name: String, _ rest: JSONObject) -> JSONObject {
    [JSONMember("ev", .string(name))] + rest
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func subject(_ subject: Question.Subject) -> JSONObject {
    switch subject {
    case .claim(let id): [JSONMember("claim", .integer(id))]
    case .blank(let id): [JSONMember("blank", .integer(id))]
    }
  }

  private static func identity(_ step: PlannedStep) -> JSONObject {
    [
      JSONMember("step", .integer(step.step.id)), JSONMember("line", .integer(step.step.firstLine)),
    ]
  }

  private static func identity(_ command: PlannedCommand) -> JSONObject {
    [
      JSONMember("command", .integer(command.id)), JSONMember("step", .integer(command.step)),
      JSONMember("line", .integer(command.line)),
    ]
  }

  private static func members(_ result: CommandResult) -> JSONObject {
    // What a query gave cannot be read again from the text that is shown of it.
    let queried = result.captures.filter { $0.recognizer == "sql" }
    return [
      JSONMember("outcome", .string(result.outcome.rawValue)),
      JSONMember("exit", result.status.map { .integer($0) } ?? .null),
      JSONMember("pipeline", .array(result.pipeline.map { .integer($0) })),
      JSONMember("expected", .integer(result.expectedStatus)),
      JSONMember("inner", inner(result.inner)), JSONMember("ends_step", .bool(result.endsStep)),
      JSONMember("ms", .integer(Int(result.nanoseconds / 1_000_000))),
      JSONMember("ns", .integer(Int(clamping: result.nanoseconds))),
      JSONMember("note", text(result.note)), JSONMember("stdout", output(result.stdout)),
      JSONMember("stderr", output(result.stderr)),
      JSONMember("captures", .array(queried.map(CaptureJSON.json))),
    ] + (result.foundNothing ? [JSONMember("found_nothing", true)] : [])
  }

  private static func inner(_ inner: InnerFailure) -> JSONValue {
    switch inner {
    case .none: .null
    case .failed(let status): ["failed": .integer(status)]
    case .mayBeMeant(let status): ["may_be_meant": .integer(status)]
    case .unseen(let why): ["unseen": .string(why)]
    }
  }

  private static func output(_ output: OutputRecord) -> JSONValue {
    guard output.bytes > 0 else { return .null }
    var members: JSONObject = [
      JSONMember("bytes", .integer(output.bytes)), JSONMember("sha256", .string(output.digest)),
      JSONMember("file", text(output.file)), JSONMember("file_sha256", text(output.fileDigest)),
      JSONMember("truncated", .bool(output.isTruncated)),
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
    case .attestation(let word): [JSONMember("source", "attested")] + attested(word)
    case .none: [JSONMember("source", "open")]
    }
  }

  private static func attested(_ word: Attestation) -> JSONObject {
    [
      JSONMember("by", .string(word.by)), JSONMember("said", .string(word.answer.rawValue)),
      JSONMember("said_at", .string(Timestamp(word.time).iso8601)),
      JSONMember("note", text(word.note)), JSONMember("prepared", text(word.preparedIn)),
    ]
  }
}
