internal import Glibc
internal import GonogoCompletion
internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoSigning
internal import GonogoStore

/// What is kept of a run: its folder, its journal, its record, its document.
final class RunSession {
  let loaded: LoadedChecklist
  let folder: RunFolder
  let identity: OperatorIdentity
  let policy: SandboxPolicy
  let variables: VariableSelection
  let journal: EventJournal
  /// What the sandbox was seen to see to, or not.
  let properties: [SandboxProperty]
  /// Who the commands run as.
  let userID: Int
  let rawCopy: RawCopy?
  /// What the operator granted, and what nobody did.
  let access: GrantedAccess
  /// The digest of the answers file, or nil.
  private let answersDigest: String?
  private let principal: String?
  private let bindings: [String]
  private let arguments: [String]
  private let started: Int
  private let earlier: RunHistory?

  /// Opens the journal.
  init(
    loaded: LoadedChecklist, answersDigest: String?, folder: RunFolder,
    identity: OperatorIdentity, principal: String?,
    policy: SandboxPolicy, variables: VariableSelection, access: GrantedAccess, bindings: [String],
    properties: [SandboxProperty], rawCopy: RawCopy?, arguments: [String],
    earlier: RunHistory? = nil
  ) throws(CommandFailure) {
    self.properties = properties
    userID = policy.user.map { Int($0.user) } ?? HostEnvironment.userID
    self.arguments = arguments
    self.earlier = earlier
    started = earlier?.started ?? HostEnvironment.now
    self.loaded = loaded
    self.answersDigest = answersDigest
    self.folder = folder
    self.identity = identity
    self.principal = principal
    self.policy = policy
    self.variables = variables
    self.bindings = bindings
    self.access = access
    self.rawCopy = rawCopy
    do throws(StoreError) {
      journal = EventJournal(journal: try Journal(path: folder.journal))
    } catch { throw CommandFailure(error) }
    if let earlier, journal.journal.records != earlier.records {
      throw CommandFailure(
        .inputOutput, "\(folder.journal) was written by another gonogo just now",
        cure: "see `gonogo runs`, then try again")
    }
  }

  /// Journals that the run is gone on with, and what is left unknown from now on.
  func resume(leaving left: [CommandResult]) throws(RunFailure) {
    try journal.append(
      [
        JSONMember("ev", "resumed"), JSONMember("gonogo", .string(Version.current)),
        JSONMember("by", .string(identity.name)), JSONMember("uid", .integer(userID)),
        JSONMember("host", .string(HostEnvironment.hostName)),
        JSONMember("grants", .array(access.records.map(\.json))),
        JSONMember("dropped_bytes", .integer(journal.journal.droppedBytes)),
      ] + reusable)
    for result in left {
      try journal.append([
        JSONMember("ev", "left"), JSONMember("command", .integer(result.command)),
        JSONMember("outcome", .string(result.outcome.rawValue)),
        JSONMember("note", result.note.map { .string($0) } ?? .null),
      ])
    }
  }

  /// What a part of the run that may follow must find as it is.
  private var reusable: JSONObject {
    let temporary = policy.user == nil ? nil : policy.temporaryFolder
    return [
      JSONMember("answers_sha256", answersDigest.map { .string($0) } ?? .null),
      JSONMember("temporary", temporary.map { .string($0) } ?? .null),
    ]
  }

  /// When the run was gone on with: before, and now.
  private var resumptions: [Resumption] {
    guard let earlier else { return [] }
    return earlier.resumptions + [Resumption(time: resumedAt, by: identity.name)]
  }

  private let resumedAt = HostEnvironment.now

  /// Journals the beginning of the run.
  func begin() throws(RunFailure) {
    try journal.append(
      [
        JSONMember("ev", "run"), JSONMember("v", 1), JSONMember("run", .string(folder.id)),
        JSONMember("gonogo", .string(Version.current)),
        JSONMember("source", .string(loaded.document.path)),
        JSONMember("sha256", .string(loaded.digest)),
        JSONMember("sidecar_sha256", loaded.sidecar.map { .string($0.digest) } ?? .null),
        JSONMember(
          "configuration_sha256",
          access.configuration.map { .string($0.source.digest) } ?? .null),
        JSONMember("operator", .string(identity.name)), JSONMember("uid", .integer(userID)),
        JSONMember("host", .string(HostEnvironment.hostName)),
        JSONMember("sandbox", .string(policy.level.rawValue)),
        JSONMember(
          "enforced", .array(properties.filter(\.isEnforced).map { .string($0.name) })),
        JSONMember("variables", .array(variables.names.map { .string($0) })),
        JSONMember("values", variables.digests),
        JSONMember(
          "inputs",
          .object(inputs.map { JSONMember($0.name, $0.value.map { .string($0) } ?? .null) })),
        JSONMember("raw_copy", rawCopy.map { .string($0.path) } ?? .null),
        JSONMember("unhidden", .array(variables.unhidden.map { .string($0) })),
        JSONMember("bindings", .array(bindings.map { .string($0) })),
        JSONMember("grants", .array(access.records.map(\.json))),
        JSONMember("plan_sha256", .string(PlanDigest.digest(of: loaded.plan))),
        JSONMember("arguments", .array(arguments.map { .string($0) })),
        JSONMember("directory", .string(policy.workingDirectory)),
      ] + reusable)
  }

  /// What was put into the commands; secrets without their value.
  private var inputs: [RunInput] {
    let given = loaded.given
    return given.values.sorted { $0.key < $1.key }.map { name, value in
      RunInput(name: name, value: given.hidden.contains(name) ? nil : value)
    }
  }

  /// The record of the run; the journal's end is pinned in it.
  func record(
    _ outcome: RunOutcome, notes: String?, approvals: [RunApproval], redactions: [String: Int]
  ) throws(CommandFailure) -> RunRecord {
    var record = RunRecord(
      identifier: folder.id, version: Version.current, documentPath: loaded.document.path,
      documentDigest: loaded.digest, sidecarDigest: loaded.sidecar?.digest, started: started,
      operatorName: identity.name, userID: userID, host: HostEnvironment.hostName,
      sandbox: policy.level, enforced: properties.filter(\.isEnforced).map(\.name),
      variables: variables.names, inputs: inputs, bindings: bindings)
    record.grants = access.records
    record.configuration = access.configuration?.source
    // The clock may have been set back.
    record.ended = max(started, HostEnvironment.now)
    record.resumptions = resumptions
    record.backgrounds = (earlier?.backgrounds ?? []) + outcome.backgrounds
    record.approvals = approvals
    record.commands = outcome.observations.commands.enumerated().map {
      $1 ?? CommandResult(command: $0, outcome: .notRun, note: "the run had ended before")
    }
    record.claims = outcome.observations.claims.compactMap { $0 }
    record.blanks = outcome.observations.blanks.compactMap { $0 }
    record.sections = outcome.sections
    record.decision = outcome.decision
    record.notes = notes
    record.redactions = redactions.sorted { $0.key < $1.key }.map {
      Redactions(name: $0.key, count: $0.value)
    }
    record.unhidden = variables.unhidden
    record.rawCopy = rawCopy?.path
    do throws(RunFailure) {
      try journal.append([
        JSONMember("ev", "ended"), JSONMember("notes", notes.map { .string($0) } ?? .null),
      ])
    } catch { throw CommandFailure(error) }
    let position = journal.journal.position
    record.journal = JournalSummary(records: position.records, head: position.head)
    return record
  }

  /// Writes the completed document and `run.json`, and returns the document's path.
  func complete(_ record: RunRecord) throws(CommandFailure) -> String {
    let file = folder.signedDocument.split(separator: "/").last.map(String.init) ?? ""
    let signer = principal ?? identity.principal ?? "NAME"
    let check = PlainPipeline.commands(
      documentName: file, signers: [(role: "operator", principal: signer)])
    let record = RunText.clean(record)
    let summary = RunText.clean(
      RecordSummary.json(loaded.plan, record, check: check) { Digest.sha256(Array($0.utf8)) })
    let bytes: [UInt8]
    do throws(EditError) {
      bytes = try Completion.complete(loaded.plan, record: record, summary: summary)
    } catch {
      throw CommandFailure(
        .internalFault, "the document cannot be completed: \(error)",
        cure: "the run is kept in \(folder.path); please report this")
    }
    do throws(StoreError) {
      try RunText.write(
        bytes, to: folder.completedDocument, result: summary, to: folder.result)
    } catch { throw CommandFailure(error) }
    return folder.completedDocument
  }

  /// Signs the completed document as its operator and returns the path of the signed one.
  func sign(_ document: String, key: String) throws(CommandFailure) -> String {
    do throws(CommandFailure) {
      return try SignCommand.sign(
        document, key: key, role: "operator", principal: principal ?? identity.name)
    } catch {
      throw CommandFailure(
        error.status, "the run is complete, but not signed: \(error.message)",
        cure: (error.cure.map { "\($0); then " } ?? "") + "gonogo sign \(document) --key \(key)")
    }
  }

  /// Removes the folder that was `/tmp` for the commands.
  func removeTemporaryFolder() {
    guard let path = policy.temporaryFolder else { return }
    FolderRemoval.remove(path)
  }
}
