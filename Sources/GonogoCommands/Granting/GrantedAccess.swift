internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox

/// What the operator grants to commands beside what every command sees. Nothing that a document or its
/// sidecar says comes in here but which programs it runs and which variables it is given anyway.
struct GrantedAccess {
  /// What is granted, for the record.
  private(set) var records: [RunGrant] = []
  /// The grants that were given, as they are on this machine.
  private(set) var granted: [GrantReview] = []
  /// What the commands of the plan may need and is not granted, where there is something to grant.
  private(set) var missing: [GrantReview] = []
  /// Grants of the configuration that no command of the plan needs; they are not given.
  private(set) var unused: [String] = []
  /// The configuration, or nil.
  let configuration: ConfigurationFile?
  private var shares: [FolderBinding] = []
  private var opensGit = false
  /// Variables that the configuration gives.
  private var configured: [String] = []

  /// The names of the variables that are given.
  var variables: [String] { configured + granted.flatMap(\.variables) }
  /// Those whose values are secret.
  var secrets: [String] { granted.flatMap(\.secrets) }

  /// Reads what the options grant, and asks for what the plan needs when there is a `terminal`.
  /// `earlier` is what was granted at the prompt when the run was begun. What the `configuration`
  /// grants to a program is given where the plan needs it, as if somebody had been asked.
  ///
  /// - Throws: `CommandFailure` for a name that is no grant, and for what must not be shown.
  init(
    _ options: SandboxOptions, configuration: ConfigurationFile?, loaded: LoadedChecklist,
    policy: SandboxPolicy, earlier: [String] = [], terminal: Terminal? = nil
  ) throws(CommandFailure) {
    self.configuration = configuration
    try share(options, policy)
    if options.gitWrite { try openGit(policy) }
    if let configuration { try take(configuration, policy) }
    var given = Set(loaded.plan.variables.map(\.name) + loaded.declaredVariables)
    given.formUnion(configured)
    var values: [String: String] = [:]
    for text in options.variables {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      given.insert(String(parts[0]))
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
    }
    var base = policy
    base.shares = shares
    let reviews = GrantCatalog.standard.grants.map { grant in
      GrantReview(grant, policy: base, given: given) { values[$0] ?? HostEnvironment.value($0) }
    }
    for name in options.grants {
      guard let review = reviews.first(where: { $0.grant.name == name }) else {
        throw Self.unknown(name)
      }
      try take(review, how: "--grant \(name)")
    }
    for review in reviews where earlier.contains(review.grant.name) {
      try take(review, how: Self.asked)
    }
    let needed = Set(GrantCatalog.standard.needed(by: loaded.plan.tools).map(\.name))
    for entry in configuration?.value.grants ?? [] {
      guard let review = reviews.first(where: { $0.grant.name == entry.text }),
        let configuration
      else { continue }
      if needed.contains(entry.text) {
        try take(review, how: configuration.how)
      } else if !granted.contains(where: { $0.grant.name == entry.text }) {
        unused.append(entry.text)
      }
    }
    for open in reviews where needed.contains(open.grant.name) && !open.isEmpty {
      if granted.contains(where: { $0.grant.name == open.grant.name }) { continue }
      if let terminal, !open.grant.isSeldomNeeded, Self.ask(open, on: terminal) {
        try take(open, how: Self.asked)
      } else {
        missing.append(open)
      }
    }
  }

  /// How a grant at the prompt is recorded.
  static let asked = "asked"

  private mutating func share(
    _ options: SandboxOptions, _ policy: SandboxPolicy
  ) throws(CommandFailure) {
    if policy.level == .none, !options.shares.isEmpty {
      throw CommandFailure(
        .usage, "--share needs a sandbox, and --sandbox none was given",
        cure: "leave out one of the two")
    }
    for path in options.shares {
      let binding = try SharedPath(policy: policy, source: "--share").binding(path)
      guard !shares.contains(binding) else { continue }
      shares.append(binding)
      records.append(
        RunGrant(
          name: policy.shown(binding.inside), how: "--share", shows: [policy.shown(binding)],
          variables: []))
    }
  }

  private mutating func openGit(_ policy: SandboxPolicy) throws(CommandFailure) {
    guard policy.level == .standard else {
      throw CommandFailure(
        .usage,
        "--git-write needs a sandbox that has it to give, and --sandbox \(policy.level.rawValue) "
          + "was given",
        cure: "leave out one of the two")
    }
    opensGit = true
    records.append(RunGrant(name: "git-write", how: "--git-write", shows: [".git"], variables: []))
  }

  /// Takes over what the configuration gives to every checklist, and checks the rest of it.
  private mutating func take(
    _ configuration: ConfigurationFile, _ policy: SandboxPolicy
  ) throws(CommandFailure) {
    let names = GrantCatalog.standard.grants.map(\.name)
    for entry in configuration.value.grants where !names.contains(entry.text) {
      throw CommandFailure(
        .badDocument,
        "\(configuration.place(of: entry)): there is no grant called “\(entry.text)”",
        cure: "it is one of \(names.sorted().joined(separator: ", "))")
    }
    for entry in configuration.value.shares where policy.level != .none {
      let path = configuration.path(entry)
      var shows: [String] = []
      // A team's file names what not everybody has.
      if HostPath.exists(path) {
        let binding = try SharedPath(policy: policy, source: configuration.place(of: entry))
          .binding(path)
        if shares.contains(binding) { continue }
        shares.append(binding)
        shows = [policy.shown(binding)]
      }
      records.append(
        RunGrant(name: entry.text, how: configuration.how, shows: shows, variables: []))
    }
    let variables = configuration.value.variables.map(\.text)
    if variables.isEmpty { return }
    configured = variables.filter { HostEnvironment.value($0) != nil }
    records.append(
      RunGrant(name: "env", how: configuration.how, shows: [], variables: configured))
  }

  private mutating func take(_ review: GrantReview, how: String) throws(CommandFailure) {
    guard !granted.contains(where: { $0.grant.name == review.grant.name }) else { return }
    if let fault = review.fault { throw fault }
    granted.append(review)
    records.append(
      RunGrant(
        name: review.grant.name, how: how, shows: review.shown, variables: review.variables))
  }

  private static func unknown(_ name: String) -> CommandFailure {
    let names = GrantCatalog.standard.grants.map(\.name).sorted().joined(separator: ", ")
    return CommandFailure(
      .usage, "--grant \(name): there is no grant of this name",
      cure: "it is one of \(names); show other files with --share PATH, give variables with --env")
  }

  private static func ask(_ review: GrantReview, on terminal: Terminal) -> Bool {
    terminal.line(
      "\(review.grant.name) needs what commands are not given: \(VisibleText.line(review.text))")
    if let warning = review.grant.warning { terminal.line("  \(warning)") }
    let question = "  Grant it for this run, files read-only? [y/N] "
    let answer = LineInput.answer(to: question, on: terminal)?.lowercased()
    return answer == "y" || answer == "yes"
  }

  /// Adds what is granted to what commands see.
  func apply(to policy: inout SandboxPolicy) {
    policy.opensGit = opensGit
    let all = shares + granted.flatMap(\.files)
    for share in all where !policy.shares.contains(share) { policy.shares.append(share) }
    // What holds another is shown first, or it would cover it.
    policy.shares.sort { $0.inside < $1.inside }
    for socket in granted.flatMap(\.sockets) where !policy.sockets.contains(socket) {
      policy.sockets.append(socket)
    }
  }

  /// What the configuration grants and the plan has no use for, as a sentence; nil when there is none.
  var unusedLine: String? {
    guard let configuration, !unused.isEmpty else { return nil }
    return "not granted, since no command here names it: \(unused.joined(separator: ", ")) "
      + "(\(configuration.how))"
  }

  /// What `command` may need and nobody granted.
  func missing(to command: PlannedCommand) -> [GrantReview] {
    Self.needed(by: command, of: missing)
  }

  /// What `command` may need and is granted.
  func granted(to command: PlannedCommand) -> [GrantReview] {
    Self.needed(by: command, of: granted)
  }

  private static func needed(
    by command: PlannedCommand, of reviews: [GrantReview]
  ) -> [GrantReview] {
    let names = Set(GrantCatalog.standard.needed(by: command.tools).map(\.name))
    return reviews.filter { names.contains($0.grant.name) }
  }

  /// Refuses to show what is kept of runs.
  func refuseRuns(in output: String) throws(CommandFailure) {
    guard let output = HostPath.resolved(output),
      let share = (shares + granted.flatMap(\.files)).first(where: {
        HostPath.isInside($0.host, output)
      })
    else { return }
    throw CommandFailure(
      .usage, "\(share.host) cannot be shown to commands: runs are kept there",
      cure: "share something else, or give another --output")
  }
}
