internal import GonogoCore
internal import GonogoEvidence
internal import GonogoRunner
internal import GonogoStore

/// What the journal says of an earlier part of the same run.
struct RunHistory {
  /// A result and when it was had, in seconds since 1970-01-01 UTC.
  struct Ended {
    let result: CommandResult
    let time: Int
  }

  /// The record of the run's beginning.
  let header: JSONValue
  /// How many records there were.
  let records: Int
  /// When the run began.
  let started: Int
  private(set) var ended: [Int: Ended] = [:]
  /// Commands that had begun and of which no end is known, and when they began.
  private(set) var underWay: [Int: Int] = [:]
  /// The state of the shell after a command.
  private(set) var states: [Int: (text: String?, leftOut: [String])] = [:]
  private(set) var approvals: [Int: RunApproval] = [:]
  private(set) var replies: [Question.Subject: (reply: Reply, time: Int)] = [:]
  /// Questions that a person was done with.
  private(set) var asked: Set<Question.Subject> = []
  private(set) var queries: [String: [(lookup: SQLLookup, time: Int)]] = [:]
  private(set) var waivers: [Waiver] = []
  private(set) var resumptions: [Resumption] = []
  /// What ran in the background, in the order it was started.
  private(set) var backgrounds: [BackgroundRun] = []
  /// The last record of each thing that a resumed run comes by again, without number and time.
  private(set) var latest: [String: JSONObject] = [:]
  /// The digest of the answers that were in force last; nil without answers.
  private(set) var answersDigest: String?
  /// The folder that was `/tmp` for the commands where the run's own could not be; else nil.
  private(set) var temporaryFolder: String?
  /// True when it came to its decision.
  private(set) var isDecided = false
  private let folder: RunFolder

  /// The history in `records`, whose outputs lie in `folder`; nil when no run begins there.
  init?(_ records: [JournalRecord], folder: RunFolder) {
    guard let first = records.first?.value, first["ev"]?.stringValue == "run" else { return nil }
    header = first
    self.folder = folder
    self.records = records.count
    started = Self.time(first["t"]) ?? 0
    takeBeginning(first)
    for record in records.dropFirst() { take(record.value) }
  }

  private mutating func takeBeginning(_ value: JSONValue) {
    answersDigest = value["answers_sha256"]?.stringValue
    temporaryFolder = value["temporary"]?.stringValue
  }

  private mutating func take(_ value: JSONValue) {
    let time = Self.time(value["t"]) ?? 0
    if let key = Self.key(value) { latest[key] = Self.content(value) }
    switch value["ev"]?.stringValue {
    case "start":
      guard let id = value["command"]?.integerValue else { return }
      underWay[id] = time
      ended[id] = nil
    case "end", "left": takeEnd(value, time)
    case "background": takeBackground(value, time)
    case "approval": takeApproval(value)
    case "claim", "blank", "reply": takeReply(value, time)
    case "asked": asked.formUnion((value["questions"]?.arrayValue ?? []).compactMap(Self.subject))
    case "query":
      guard let query = value["sql"]?.stringValue else { return }
      let lookup =
        value["value"]?.stringValue.map { SQLLookup.value($0) }
        ?? .failed(value["error"]?.stringValue ?? "")
      queries[query, default: []].append((lookup, time))
    case "waiver": takeWaiver(value)
    case "resumed":
      resumptions.append(Resumption(time: time, by: value["by"]?.stringValue ?? ""))
      takeBeginning(value)
    case "decision": isDecided = true
    default: break
    }
  }

  private mutating func takeEnd(_ value: JSONValue, _ time: Int) {
    guard let id = value["command"]?.integerValue,
      let outcome = value["outcome"]?.stringValue.flatMap(CommandResult.Outcome.init(rawValue:))
    else { return }
    if let state = value["state"] {
      states[id] = (
        state.stringValue, (value["left_out"]?.arrayValue ?? []).compactMap(\.stringValue)
      )
    }
    // What was ended with the run has come to no end of its own.
    if outcome == .interrupted, value["ev"]?.stringValue == "end" { return }
    underWay[id] = nil
    guard let result = ResultJSON(folder).result(id, outcome, value) else {
      underWay[id] = time
      return
    }
    ended[id] = Ended(result: result, time: time)
  }

  private mutating func takeBackground(_ value: JSONValue, _ time: Int) {
    guard let step = value["step"]?.integerValue else { return }
    if value["state"]?.stringValue == "started" {
      for id in (value["commands"]?.arrayValue ?? []).compactMap(\.integerValue) {
        underWay[id] = time
        ended[id] = nil
      }
      // Unless its end is told, it ended with the run.
      backgrounds.append(BackgroundRun(step: step, since: time, until: nil, ending: .withRun))
    } else if let index = backgrounds.lastIndex(where: { $0.step == step }) {
      backgrounds[index] = BackgroundRun(
        step: step, since: Self.time(value["since"]) ?? time, until: Self.time(value["until"]),
        ending: value["how"]?.stringValue.flatMap(BackgroundRun.Ending.init(rawValue:)) ?? .withRun)
    }
  }

  private mutating func takeApproval(_ value: JSONValue) {
    guard let id = value["command"]?.integerValue else { return }
    approvals[id] = nil
    guard value["approved"] == true, let by = value["by"]?.stringValue,
      let how = value["how"]?.stringValue, let digest = value["cmd_sha256"]?.stringValue
    else { return }
    approvals[id] = RunApproval(command: id, by: by, how: how, digest: digest)
  }

  private mutating func takeReply(_ value: JSONValue, _ time: Int) {
    guard let subject = Self.subject(value), let by = value["by"]?.stringValue,
      let answer = value["said"]?.stringValue.flatMap(Attestation.Answer.init(rawValue:))
    else { return }
    let word = Attestation(
      by: by, time: Self.time(value["said_at"]) ?? time, answer: answer,
      note: value["note"]?.stringValue, preparedIn: value["prepared"]?.stringValue)
    switch subject {
    case .claim: replies[subject] = (.answer(word), time)
    case .blank:
      guard let text = value["text"]?.stringValue else { return }
      replies[subject] = (.value(text, word), time)
    }
  }

  private mutating func takeWaiver(_ value: JSONValue) {
    let subject: Reason.Subject
    if let id = value["command"]?.integerValue {
      subject = .command(id)
    } else if let id = value["claim"]?.integerValue {
      subject = .claim(id)
    } else if let id = value["blank"]?.integerValue {
      subject = .blank(id)
    } else {
      return
    }
    waivers.removeAll { $0.subject == subject }
    waivers.append(
      Waiver(
        subject: subject, text: value["what"]?.stringValue ?? "",
        line: value["line"]?.integerValue ?? 0, reason: value["why"]?.stringValue ?? "",
        by: value["by"]?.stringValue ?? "", time: Self.time(value["said_at"]) ?? 0,
        isPrepared: value["prepared"] == true))
  }

  /// Takes the oldest answer that a query had and that has not been taken yet.
  mutating func takeAnswer(to query: String, notBefore oldest: Int?) -> SQLLookup? {
    guard let first = queries[query]?.first else { return nil }
    queries[query]?.removeFirst()
    if let oldest, first.time < oldest { return nil }
    return first.lookup
  }

  /// True when the last record of this thing says the same.
  func holds(_ members: JSONObject) -> Bool {
    let kept = JSONValue.object(RunText.clean(members))
    guard let key = Self.key(kept) else { return false }
    return latest[key] == Self.content(kept)
  }

  // MARK: Reading

  private static func time(_ value: JSONValue?) -> Int? {
    value?.stringValue.flatMap { Timestamp(iso8601: $0)?.seconds }
  }

  private static func subject(_ value: JSONValue) -> Question.Subject? {
    if let id = value["claim"]?.integerValue { return .claim(id) }
    return value["blank"]?.integerValue.map { .blank($0) }
  }

  private static func key(_ value: JSONValue) -> String? {
    guard let event = value["ev"]?.stringValue else { return nil }
    let name: String
    switch event {
    case "passed over": name = "line"
    case "approval": name = "command"
    case "claim": name = "claim"
    case "blank": name = "blank"
    default: return nil
    }
    return value[name]?.integerValue.map { "\(event)/\($0)" }
  }

  private static func content(_ value: JSONValue) -> JSONObject {
    (value.objectValue ?? []).filter { !["i", "prev", "t"].contains($0.name) }
      .sorted { $0.name < $1.name }
  }
}
