/// Everything a run found out: what the completed document is made from.
package struct RunRecord: Sendable {
  /// The run's identifier, UTC time and a random part.
  package let identifier: String
  /// The version of gonogo.
  package let version: String
  /// The document as it was given, its path as shown.
  package let documentPath: String
  /// SHA-256 of the document's exact bytes.
  package let documentDigest: String
  /// SHA-256 of the sidecar's exact bytes, or nil when there is none.
  package let sidecarDigest: String?
  /// When it began, in seconds since 1970-01-01 UTC.
  package let started: Int
  /// When it ended, likewise.
  package var ended: Int
  /// Who ran it.
  package let operatorName: String
  /// The numeric user id it ran as.
  package let userID: Int
  /// The machine's name.
  package let host: String
  /// The sandbox that was in force.
  package let sandbox: SandboxLevel
  /// What that enforced, one phrase each.
  package let enforced: [String]
  /// Names of the variables that commands were given, never their values.
  package let variables: [String]
  /// What was put into the commands for placeholders.
  package let inputs: [RunInput]
  /// Folders shown to the commands besides the working directory, as given.
  package let bindings: [String]
  /// What the operator granted beside what every command sees.
  package var grants: [RunGrant] = []
  /// The operator's configuration file, or nil when there is none.
  package var configuration: SettingsSource?
  /// Who approved which command that changes something, and how.
  package var approvals: [RunApproval]
  /// When it was gone on with, in order.
  package var resumptions: [Resumption] = []
  /// What ran in the background, in the order it was started.
  package var backgrounds: [BackgroundRun] = []
  /// What became of every command, in the plan's order.
  package var commands: [CommandResult]
  /// What became of every claim, in document order.
  package var claims: [ClaimResult]
  /// What became of every blank, in document order.
  package var blanks: [BlankResult]
  /// What became of every section with something in it.
  package var sections: [SectionResult]
  /// The decision.
  package var decision: Decision
  /// What the operator wants to add.
  package var notes: String?
  /// What was replaced by its name in what commands printed.
  package var redactions: [Redactions] = []
  /// The names of the secrets that are too short to be replaced.
  package var unhidden: [String] = []
  /// Where a copy of everything that commands printed was kept, secrets included, or nil.
  package var rawCopy: String?
  /// How the journal ended.
  package var journal: JournalSummary

  /// An empty record at the start of a run; see the properties.
  package init(
    identifier: String, version: String, documentPath: String, documentDigest: String,
    sidecarDigest: String?, started: Int, operatorName: String, userID: Int, host: String,
    sandbox: SandboxLevel, enforced: [String], variables: [String], inputs: [RunInput] = [],
    bindings: [String]
  ) {
    self.identifier = identifier
    self.version = version
    self.documentPath = documentPath
    self.documentDigest = documentDigest
    self.sidecarDigest = sidecarDigest
    self.started = started
    self.ended = started
    self.operatorName = operatorName
    self.userID = userID
    self.host = host
    self.sandbox = sandbox
    self.enforced = enforced
    self.variables = variables
    self.inputs = inputs
    self.bindings = bindings
    self.approvals = []
    self.commands = []
    self.claims = []
    self.blanks = []
    self.sections = []
    self.decision = Decision(answer: .noGo, reasons: [], rule: "")
    self.journal = JournalSummary(records: 0, head: "")
  }
}
