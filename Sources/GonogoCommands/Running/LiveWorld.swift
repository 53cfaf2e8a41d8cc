internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoSandbox

/// What the shells of a run share: the sandbox, the state handed from step to step, where output
/// goes.
final class LiveWorld {
  let plan: Plan
  let sandbox: Sandbox
  let evidence: EvidenceFiles
  let screen: RunScreen
  let secrets: SecretTables
  /// The default time limit of a step, in seconds.
  let timeLimit: Double
  /// How much of what a command prints on each stream is kept, in bytes.
  let outputLimit: Int
  /// The descriptor on which signals can be read, or -1.
  let signals: Int32
  /// Where everything is kept as it was printed, or nil.
  let rawCopy: RawCopy?
  /// What nobody granted and a command may have needed, as a sentence; nil when there is none.
  let missingGrants: (PlannedCommand) -> String?
  /// What the last step's shell handed on.
  var state = ShellState.initial {
    didSet { hasNewState = true }
  }
  /// True when the journal does not hold the state yet.
  var hasNewState = false
  /// The commands that a person has approved, by their positions in the plan.
  var approved: Set<Int> = []
  /// How many secrets were replaced in what commands printed, by name.
  private(set) var redactions: [String: Int] = [:]

  init(
    plan: Plan, sandbox: Sandbox, evidence: EvidenceFiles, screen: RunScreen, secrets: SecretTables,
    timeLimit: Double, outputLimit: Int, signals: Int32, rawCopy: RawCopy?,
    missingGrants: @escaping (PlannedCommand) -> String? = { _ in nil }
  ) {
    self.missingGrants = missingGrants
    self.plan = plan
    self.sandbox = sandbox
    self.evidence = evidence
    self.screen = screen
    self.secrets = secrets
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
    self.signals = signals
    self.rawCopy = rawCopy
  }

  /// Adds what the redactors of a command's streams have counted.
  func count(_ redactions: [String: Int]...) {
    for counts in redactions { self.redactions.merge(counts, uniquingKeysWith: +) }
  }

  /// The time limit of a step, its own or the run's, in seconds.
  func timeLimit(of planned: PlannedStep) -> Double {
    planned.step.attributes.timeout ?? timeLimit
  }

  /// The name that bash's messages begin with.
  var documentName: String {
    plan.checklist.document.path.split(separator: "/").last.map(String.init) ?? "checklist"
  }

  /// True for a command that only reads or that a person approved.
  func isApproved(_ command: Int) -> Bool {
    plan.commands[command].effect == .reads || approved.contains(command)
  }
}
