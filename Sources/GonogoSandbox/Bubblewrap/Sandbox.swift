internal import Glibc
internal import GonogoCore

/// Starts the shell of each step as the policy says.
package struct Sandbox: Sendable {
  /// What commands may see, write and know.
  package var policy: SandboxPolicy
  private let layout: HostLayout
  private let bubblewrap: String?
  private let bash: String
  let group: ControlGroup?

  /// A sandbox for a run.
  ///
  /// - Throws: `SandboxError` when bash, or what the level asks for, is not there.
  package init(policy: SandboxPolicy) throws(SandboxError) {
    self.policy = policy
    layout =
      policy.level == .none
      ? HostLayout() : HostLayout(writable: policy.writableFolders, user: policy.user)
    guard let bash = Self.find("bash") else {
      throw SandboxError("bash is not installed", cure: "apt-get install bash")
    }
    self.bash = bash
    bubblewrap = policy.level.hasNamespaces ? Self.find("bwrap") : nil
    if policy.level.hasNamespaces, bubblewrap == nil {
      throw SandboxError(
        "bubblewrap is not installed, so there is no sandbox",
        cure: "apt-get install bubblewrap; " + SandboxCure.without)
    }
    if policy.level == .reduced, Landlock.version == 0 || SystemCallFilter.standard.bytes.isEmpty {
      throw SandboxError(
        "this kernel has no Landlock, so there is not even a reduced sandbox",
        cure: "install bubblewrap; " + SandboxCure.without)
    }
    // The limit of a user's processes does not hold for root, and counts all that the user has.
    let limits = policy.limits
    let isRoot = geteuid() == 0
    group =
      isRoot || limits.memory != nil
      ? ControlGroup(processes: isRoot ? limits.processes : nil, memory: limits.memory) : nil
    if limits.memory != nil, group?.limits(.memory) != true {
      throw SandboxError(
        "memory cannot be limited: there is no control group that we may use",
        cure: "start gonogo with `systemd-run --user --scope -p Delegate=yes`, or as root, "
          + "or leave out --memory")
    }
  }

  /// Starts the shell of a step. `document` is the name bash's messages begin with; `signals` is
  /// the descriptor of `ChildProcesses.watchSignals`, or -1; `background` is looked after while the
  /// session waits. One that is to become a part of it `outlives` the steps after it.
  package func start(
    _ commands: [ShellCommand], state: ShellState, writesGit: Bool, isOffline: Bool = false,
    document: String, signals: Int32, beside background: Background? = nil, outlives: Bool = false
  ) throws(SandboxError) -> ShellSession {
    ChildProcesses.reapOrphans(except: background?.processes ?? [])
    let program = try ChildProcess.memoryFile(
      ShellDriver.program(state: state, commands: commands))
    let control = try ChildProcess.socketPair()
    let ours = Descriptor(owning: control.ours)
    let childs = Descriptor(owning: control.childs)
    let stdout = try ChildProcess.pipe()
    let stdoutRead = Descriptor(owning: stdout.read)
    let stdoutWrite = Descriptor(owning: stdout.write)
    let stderr = try ChildProcess.pipe()
    let stderrRead = Descriptor(owning: stderr.read)
    let stderrWrite = Descriptor(owning: stderr.write)
    let nothing = try Self.openNull()
    let descriptors: [(ours: Int32, child: Int32)] = [
      (nothing.number, 0), (stdoutWrite.number, 1), (stderrWrite.number, 2),
      (childs.number, ShellDriver.Channel.socket),
      (program.number, ShellDriver.Channel.program),
    ]
    let shell = ["--noprofile", "--norc", "-c", ShellDriver.script, document]
    let child: ChildProcess =
      if let bubblewrap {
        try startInNamespaces(bubblewrap, shell, writesGit, isOffline, descriptors)
      } else {
        try startInPlace(shell, isOffline, descriptors, adoptsOrphans: outlives)
      }
    let process = ShellProcess(
      child: child, channel: ShellChannel(ours), stdout: stdoutRead, stderr: stderrRead,
      hasNamespaces: bubblewrap != nil,
      disks: DiskWatch(
        policy.writableFolders + (policy.temporaryFolder.map { [$0] } ?? []),
        freeSpace: policy.limits.freeSpace))
    return ShellSession(process, signals: signals, background: background)
  }

  private func startInNamespaces(
    _ bubblewrap: String, _ shell: [String], _ writesGit: Bool, _ isOffline: Bool,
    _ descriptors: [(ours: Int32, child: Int32)]
  ) throws(SandboxError) -> ChildProcess {
    let list = BubblewrapArguments(
      policy: policy, layout: layout, writesGit: writesGit, isOffline: isOffline,
      exists: HostPath.exists
    ).list()
    let file = try ChildProcess.memoryFile(list.flatMap { Array($0.utf8) + [0] })
    var arguments = ["--args", "8"]
    let filter = SystemCallFilter.standard.bytes
    let filterFile = try ChildProcess.memoryFile(filter)
    var all = descriptors + [(file.number, 8)]
    if !filter.isEmpty {
      arguments += ["--seccomp", "9"]
      all.append((filterFile.number, 9))
    }
    var confinement = confinement
    // A setuid bubblewrap could not do its work without gaining privileges.
    let landlock = FileIdentity.isSetuid(bubblewrap) ? nil : Landlock.scope()
    confinement.landlock = Descriptor.number(of: landlock)
    return try ChildProcess.start(
      bubblewrap, arguments + ["--", bash] + shell, environment: [], directory: nil,
      descriptors: all, confinement: confinement)
  }

  private func startInPlace(
    _ shell: [String], _ isOffline: Bool, _ descriptors: [(ours: Int32, child: Int32)],
    adoptsOrphans: Bool
  ) throws(SandboxError) -> ChildProcess {
    var confinement = confinement
    // Without a process namespace this alone tells what it has left running from what others have.
    confinement.adoptsOrphans = adoptsOrphans
    var environment = policy.environment.map { "\($0.name)=\($0.value)" }
    guard policy.level == .reduced else {
      if isOffline {
        throw SandboxError(
          "this block is marked network=off, and without a sandbox nothing keeps it from the network",
          cure: "run it with --sandbox standard")
      }
      return try ChildProcess.start(
        bash, shell, environment: environment, directory: policy.workingDirectory,
        descriptors: descriptors, confinement: confinement)
    }
    let access = ReducedAccess(policy: policy, resolverFile: layout.resolverFile)
    let landlock = Landlock.files(readable: access.readable(), writable: access.writable())
    confinement.landlock = Descriptor.number(of: landlock)
    guard confinement.landlock >= 0 else {
      throw SandboxError(
        "Landlock refuses its rules", cure: "install bubblewrap; " + SandboxCure.without)
    }
    confinement.filters = isOffline ? [.standard, .localSockets] : [.standard]
    confinement.dropsCapabilities = true
    if let temporary = policy.temporaryFolder { environment.append("TMPDIR=" + temporary) }
    return try ChildProcess.start(
      bash, shell, environment: environment, directory: policy.workingDirectory,
      descriptors: descriptors, confinement: confinement)
  }

  /// What every block lives under, whatever the level.
  private var confinement: Confinement {
    Confinement(
      limits: policy.limits.confinement(running: ResourceLimits.runningThreads()),
      controlGroups: group?.entrances ?? [], unifiedGroup: group?.unified, user: policy.user)
  }

  /// Starts the shell of a step that does nothing, to learn at once whether a sandbox can be had and
  /// what it enforces here.
  ///
  /// - Throws: `SandboxError` when it cannot be had, or does not do what its level is about.
  package func probe() throws(SandboxError) -> [SandboxProperty] {
    let properties = try inspect()
    if let missing = properties.first(where: { $0.isRequired && !$0.isEnforced }) {
      throw SandboxError(
        "the sandbox does not enforce this: \(missing.name)", cure: missing.cure)
    }
    return properties
  }

  /// The same, whatever was found.
  package func inspect() throws(SandboxError) -> [SandboxProperty] {
    let session = try start(
      [], state: .initial, writesGit: false, document: "gonogo", signals: -1)
    try session.waitUntilReady(deadline: Clock.now() + 20_000_000_000)
    let hasLandlock =
      policy.level == .reduced
      || bubblewrap.map { !FileIdentity.isSetuid($0) && Landlock.version >= 6 } == true
    let properties = session.shell.map {
      Inspection(
        $0, policy: policy, layout: layout, group: group, hasLandlock: hasLandlock
      ).properties()
    }
    _ = session.finish(deadline: Clock.now() + 5_000_000_000)
    guard let properties else {
      throw SandboxError(
        "the shell in the sandbox cannot be found, so nothing can be said of it",
        cure: "mount /proc; " + SandboxCure.without)
    }
    return properties
  }

  /// Removes what a run needs beside its processes; after the last of them.
  package func close() { group?.remove() }

  /// What git would be told by in the folders that commands may write, to be compared after a step
  /// that was approved to write to git; nil where there is no sandbox to keep up.
  package func gitWatch() -> GitWatch? {
    !policy.level.hasNamespaces ? nil : GitWatch(layout.gitEntries.map(\.path))
  }

  /// The absolute path of a program of the system, or nil.
  package static func find(_ name: String) -> String? {
    for folder in ["/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin"] {
      let path = folder + "/" + name
      if HostPath.isExecutable(path) { return path }
    }
    return nil
  }
}
