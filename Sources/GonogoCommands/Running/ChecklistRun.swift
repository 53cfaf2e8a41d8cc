internal import Glibc
internal import GonogoCompletion
internal import GonogoCore
internal import GonogoEvidence
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoSettings
internal import GonogoSigning
internal import GonogoStore

/// One run from the command line to the completed document: reads, prepares, runs, writes, signs.
struct ChecklistRun {
  let checklist: ChecklistOptions
  let people: PeopleOptions
  let sandbox: SandboxOptions
  let configuration: ConfigurationOptions
  let running: RunningOptions
  private let arguments: [String]
  private let resumed: ResumedRun?
  private let out = Terminal()

  init(
    checklist: ChecklistOptions, people: PeopleOptions, sandbox: SandboxOptions,
    configuration: ConfigurationOptions, running: RunningOptions, arguments: [String],
    resumed: ResumedRun? = nil
  ) {
    self.arguments = arguments
    self.resumed = resumed
    self.checklist = checklist
    self.people = people
    self.sandbox = sandbox
    self.configuration = configuration
    self.running = running
  }

  func run() throws(CommandFailure) -> ExitStatus {
    // Before any program is started; again once more is known to be secret.
    ChildProcesses.forbidDumps()
    SecretEnvironment.coverUp(
      sandbox.secrets.compactMap { name in
        HostEnvironment.value(name).map { Secret(name: name, value: $0) }
      })
    let timeLimit = try TimeLimit.seconds(running.timeout)
    let outputLimit = try OutputLimit.bytes(running.outputLimit)
    let unfilled = try LoadedChecklist.load(
      checklist.file, sidecarPath: checklist.bindings, isStrict: checklist.strict)
    try resumed?.requireSame(unfilled)
    let identities = identities(of: unfilled)
    let answers = try LoadedAnswers.load(people.answers)
    let watch = NeighbourWatch(
      document: unfilled.document.path,
      others: [unfilled.sidecar?.path, people.answers].compactMap { $0 })
    var notices = [try resumed?.requireSame(answers)]
    let prepared =
      answers.map { PreparedReplies($0.value, checklist: unfilled.plan.checklist) }
      ?? PreparedReplies()
    let diagnostics = unfilled.diagnostics + (answers?.diagnostics ?? []) + prepared.diagnostics
    let errors = Terminal(descriptor: STDERR_FILENO)
    let sources = unfilled.sources + (answers.map { [$0.source] } ?? [])
    DiagnosticPrinter(errors, documents: sources).print(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandFailure(
        .badDocument, "nothing was run: the checklist needs correcting first", cure: nil)
    }
    let identity = try OperatorIdentity(
      given: people.operator, prepared: answers?.value.operatorName, principal: people.principal)
    let principal = running.sign == nil ? nil : try SignCommand.principal(of: identity)
    if let key = running.sign {
      do throws(StoreError) { _ = try SourceFile.read(key) } catch { throw CommandFailure(error) }
    }
    var policy = try PolicyMaking.policy(sandbox)
    try SandboxChoice.refuseUnkept(unfilled.plan, policy.level)
    let unattended = people.nonInteractive || HostEnvironment.isUnattended
    let configured = try ConfigurationFile.load(
      configuration, policy: policy, checklist: unfilled.document.path)
    try resumed?.requireSame(configured)
    let access = try GrantedAccess(
      sandbox, configuration: configured, loaded: unfilled, policy: policy,
      earlier: resumed?.history.askedGrants ?? [],
      terminal: unattended || resumed != nil ? nil : out)
    try access.refuseRuns(in: running.output)
    access.apply(to: &policy)
    let (loaded, variables) = try collectInputs(
      unfilled, access,
      prepared: (resumed?.inputs ?? [:]).merging(answers?.value.inputs ?? [:]) { $1 },
      policy: policy, unattended: unattended)
    let sections = try approvedSections(loaded.plan)
    let approver = Approver(
      plan: loaded.plan, all: people.approvals.contains("all"), sections: sections,
      operatorName: identity.name, terminal: nil)
    let course = try resumed?.course(
      loaded, variables, approver: approver, terminal: unattended ? nil : out)
    notices += course?.notices ?? []
    var waivers = resumed?.history.waivers ?? []
    let words = try WaiverWords.waivers(
      people.waivers, plan: loaded.plan, by: identity.name, time: HostEnvironment.now)
    policy.environment = variables.environment

    SecretEnvironment.coverUp(variables.secrets)
    ChildProcesses.adoptOrphans()
    let signals = ChildProcesses.watchSignals()
    let folder: RunFolder
    if let resumed { folder = resumed.folder } else { folder = try makeFolder(loaded) }
    let box: Sandbox
    let properties: [SandboxProperty]
    let rawCopy: RawCopy?
    do throws(CommandFailure) {
      notices += [try protect(&policy, loaded, folder), resumed?.lost(policy.temporaryFolder)]
      let protected = policy
      rawCopy = try running.keepRaw.map { (path) throws(CommandFailure) in
        try RawCopy(path, policy: protected, output: folder.path)
      }
      (box, properties) = try SandboxChoice(allowsReduced: sandbox.allowReduced).choose(&policy)
    } catch {
      if let made = policy.temporaryFolder, resumed?.had(made) != true {
        FolderRemoval.remove(made)
      }
      if resumed == nil { removeEmpty(folder) }
      throw error
    }
    defer { box.close() }
    let session = try RunSession(
      loaded: loaded, answersDigest: answers?.digest, folder: folder, identity: identity,
      principal: principal,
      policy: policy, variables: variables, access: access, bindings: sandbox.bindings,
      properties: properties,
      rawCopy: rawCopy,
      arguments: RunArguments.kept(arguments, hiding: Set(variables.secrets.map(\.name))),
      earlier: resumed?.history)
    let live = LiveCapabilities(
      session: session, sandbox: box, prepared: prepared,
      approver: Approver(
        plan: loaded.plan, all: people.approvals.contains("all"), sections: sections,
        operatorName: identity.name, terminal: unattended ? nil : out, signals: signals,
        earlier: resumed?.history.approvals ?? [:]),
      screen: RunScreen(out, detail: running.quiet ? .quiet : running.verbose ? .verbose : .normal),
      timeLimit: timeLimit, outputLimit: outputLimit, signals: signals, isUnattended: unattended,
      resumed: resumed)
    let outcome: RunOutcome
    do throws(RunFailure) {
      if let course { try session.resume(leaving: course.left) } else { try session.begin() }
      for waiver in words where !waivers.contains(where: { $0.subject == waiver.subject }) {
        try session.journal.append(EventRecord.members(waiver))
        waivers.append(waiver)
      }
      for notice in notices.compactMap({ $0 }) {
        out.line(out.styled(VisibleText.line(notice), .yellow))
      }
      if !running.quiet { showStart(session) }
      var options = RunOptions()
      options.keepGoing = running.keepGoing
      options.stopOnFail = running.stopOnFail
      options.waivers = waivers
      var runner = Runner(
        plan: loaded.plan, options: options, capabilities: live.capabilities(),
        earlier: course?.earlier ?? EarlierPart())
      outcome = try runner.run()
      try report(watch.changes(), session)
    } catch {
      ChildProcesses.endAll()
      show(watch.changes())
      throw CommandFailure(error)
    }
    if outcome.wasInterrupted { throw interrupted(folder) }
    try refuseReplaced(identities, folder)
    let notes = try notes(answers?.value.notes, loaded.plan, unattended: unattended, signals)
    if Interruption.isWaiting(signals) { throw interrupted(folder) }
    let record = try session.record(
      outcome, notes: notes, approvals: live.approvals, redactions: live.redactions)
    let document = try session.complete(record)
    session.removeTemporaryFolder()
    RunEnd(terminal: out, plan: loaded.plan).show(outcome, waivers, document: document)
    if let key = running.sign {
      out.line("  \(VisibleText.line(try session.sign(document, key: key)))")
    }
    switch outcome.decision.answer {
    case .go: return .go
    case .conditionalGo: return people.noWaivers ? .noGo : .go
    case .noGo: return .noGo
    }
  }

  // MARK: Preparation

  /// Collects what the checklist leaves open, once, before anything runs.
  private func collectInputs(
    _ unfilled: LoadedChecklist, _ access: GrantedAccess, prepared: [String: String],
    policy: SandboxPolicy, unattended: Bool
  ) throws(CommandFailure) -> (LoadedChecklist, VariableSelection) {
    let named = unfilled.namedSecrets(and: sandbox.secrets + access.secrets)
    var collection = InputCollection(unfilled, named: named)
    try collection.take(prepared: prepared)
    try collection.take(settings: checklist.settings)
    var variables = try VariableSelection(
      loaded: unfilled, given: sandbox.variables, inputs: collection.variables, home: policy.home,
      named: named, granted: access.variables)
    // Also while asking: what is known by now must not show in a message.
    ProcessSecrets.hide(variables.secrets)
    if unattended {
      try collection.refuseMissing(variables, file: unfilled.document.path)
    } else {
      collection.ask(for: collection.missing(variables), of: unfilled.document, on: out)
    }
    let loaded = unfilled.filled(with: collection.given)
    variables = try VariableSelection(
      loaded: loaded, given: sandbox.variables, inputs: collection.variables, home: policy.home,
      named: named, granted: access.variables)
    ProcessSecrets.hide(variables.secrets)
    let path = variables.environment.first { $0.name == "PATH" }?.value ?? ""
    let view = policy.view(access, plan: loaded.plan, path: path)
    return (loaded.seen(through: view), variables)
  }

  private func approvedSections(_ plan: Plan) throws(CommandFailure) -> Set<Int> {
    var sections: Set<Int> = []
    for heading in people.approvals where heading != "all" {
      guard case .one(let target) = plan.names.target(heading), case .section(let id) = target
      else {
        throw CommandFailure(
          .usage, "--approve “\(heading)”: no one section is headed like this",
          cure: "write the heading as the checklist does, or all")
      }
      sections.insert(id)
    }
    return sections
  }

  private func makeFolder(_ loaded: LoadedChecklist) throws(CommandFailure) -> RunFolder {
    let base =
      running.output.hasPrefix("/")
      ? running.output : HostEnvironment.workingDirectory + "/" + running.output
    try refuseHidden(base + "/" + loaded.name, loaded)
    var attempts = 0
    while true {
      var random = [UInt8](repeating: 0, count: 3)
      for index in random.indices { random[index] = UInt8.random(in: 0...255) }
      do throws(StoreError) {
        let made = try RunFolder.create(
          output: base, name: loaded.name,
          id: RunIdentifier.make(time: HostEnvironment.now, random: random))
        // A link on the way to it could be led elsewhere by the commands, and our writes with it.
        guard let real = HostPath.resolved(base) else { return made }
        return try RunFolder(output: real, name: made.name, id: made.id)
      } catch {
        // Another run may have drawn the same digits in the same second.
        attempts += 1
        guard error.isTaken, attempts < 10 else { throw CommandFailure(error) }
      }
    }
  }

  /// Which files the checklist and its sidecar are.
  private func identities(of loaded: LoadedChecklist) -> [(path: String, file: FileIdentity?)] {
    let paths = [loaded.document.path] + (loaded.sidecar.map { [$0.path] } ?? [])
    return paths.map { ($0, HostPath.resolved($0).flatMap { FileIdentity(of: $0) }) }
  }

  /// A checklist that was exchanged under the run is not the one that its record speaks of.
  private func refuseReplaced(
    _ identities: [(path: String, file: FileIdentity?)], _ folder: RunFolder
  ) throws(CommandFailure) {
    for (path, file) in identities
    where HostPath.resolved(path).flatMap({ FileIdentity(of: $0) }) != file {
      throw CommandFailure(
        .inputOutput,
        "\(path) was replaced during the run, so the run is not completed; "
          + "what had ended is in \(folder.journal)",
        cure: "see who replaced it, then run it again")
    }
  }

  /// Where the runs of this checklist are kept is hidden from the commands; what they work on must
  /// not be hidden with it.
  private func refuseHidden(_ runs: String, _ loaded: LoadedChecklist) throws(CommandFailure) {
    guard sandbox.level != .none, let runs = HostPath.resolved(runs) else { return }
    let shown = [HostEnvironment.workingDirectory, loaded.document.path]
      .compactMap(HostPath.resolved)
    guard let path = shown.first(where: { HostPath.isInside($0, runs) }) else { return }
    throw CommandFailure(
      .usage, "the runs would be kept in \(runs), which holds \(path) and is hidden from commands",
      cure: "give another --output")
  }

  /// Hides the runs from the commands and keeps the checklist from being written; returns what the
  /// operator must know of it.
  private func protect(
    _ policy: inout SandboxPolicy, _ loaded: LoadedChecklist, _ folder: RunFolder
  ) throws(CommandFailure) -> String? {
    let runs = try HiddenRuns(of: folder, document: loaded.document.path, policy: policy)
    policy.hiddenFolders = runs.folders
    policy.protectedFiles = [loaded.document.path, loaded.sidecar?.path, people.answers]
      .compactMap { $0.flatMap(HostPath.resolved) }
    policy.temporaryFolder = try TemporaryFolder.make(
      in: folder, for: policy.user, resumed: resumed)
    return runs.notice
  }

  /// Tells and records what became of checklists and sidecars while commands ran.
  private func report(
    _ changes: NeighbourWatch.Changes, _ session: RunSession
  ) throws(RunFailure) {
    guard let members = changes.members else { return }
    try session.journal.append(members)
    show(changes)
  }

  private func show(_ changes: NeighbourWatch.Changes) {
    if changes.sentences.isEmpty { return }
    out.freshLine()
    for sentence in changes.sentences {
      out.line("\(out.styled("beware:", .yellow)) \(VisibleText.line(sentence))")
    }
  }

  private func interrupted(_ folder: RunFolder) -> CommandFailure {
    out.freshLine()
    let place = running.output == "output" ? "" : " --output \(ShellQuoting.shown(running.output))"
    return CommandFailure(
      .interrupted, "the run was interrupted; what had ended is in \(folder.journal)",
      cure: "gonogo resume \(folder.id)\(place) goes on with it")
  }

  private func removeEmpty(_ folder: RunFolder) {
    _ = unsafe rmdir(folder.path + "/tmp")
    _ = unsafe rmdir(folder.evidence)
    _ = unsafe rmdir(folder.path)
  }

  private func showStart(_ session: RunSession) {
    out.line(
      out.styled("\(resumed == nil ? "Run" : "Resumed run") \(session.folder.id)", .bold)
        + " of \(VisibleText.line(checklist.file)) by "
        + VisibleText.line(session.identity.name))
    let level = session.policy.level
    let enforced = session.properties.filter(\.isEnforced).map(\.name).joined(separator: ", ")
    let open = session.properties.filter { !$0.isEnforced }.map(\.name).joined(separator: ", ")
    out.line(
      level == .none
        ? out.styled("sandbox none: commands can do whatever you can", .yellow)
        : "sandbox \(level.rawValue): \(enforced)")
    if level != .none, !open.isEmpty {
      out.line(level == .reduced ? out.styled("not: \(open)", .yellow) : "not: \(open)")
    }
    GrantLines(terminal: out, access: session.access).show()
    for name in session.variables.unhidden {
      out.line(
        out.styled("\(name) is too short to hide: its value may show in what is printed", .yellow))
    }
    if session.userID == 0, level != .none {
      out.line(
        out.styled(
          "you are root: commands can read what only root can read; --run-as USER gives that up",
          .yellow))
    }
  }

  /// What fills the Notes field: prepared, or typed now.
  private func notes(
    _ prepared: String?, _ plan: Plan, unattended: Bool, _ signals: Int32
  ) throws(CommandFailure) -> String? {
    if let prepared { return prepared }
    guard !unattended, plan.checklist.blanks.contains(where: { $0.field == .notes }) else {
      return nil
    }
    let text =
      LineInput.answer(to: "  Notes (Enter for none): ", on: out, signals: signals) ?? ""
    return text.isEmpty ? nil : text
  }
}
