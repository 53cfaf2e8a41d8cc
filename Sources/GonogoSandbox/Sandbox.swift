internal import GonogoCore

/// Starts the shell of each step as the policy says.
package struct Sandbox: Sendable {
  /// What commands may see, write and know.
  package var policy: SandboxPolicy
  private let layout: HostLayout
  private let bubblewrap: String?
  private let bash: String

  /// A sandbox for a run.
  ///
  /// - Throws: `SandboxError` when bash, or bubblewrap where the policy asks for it, is not
  ///   installed.
  package init(policy: SandboxPolicy) throws(SandboxError) {
    self.policy = policy
    layout =
      policy.level == .none ? HostLayout() : HostLayout(writable: policy.writableFolders)
    guard let bash = Self.find("bash") else {
      throw SandboxError("bash is not installed", cure: "apt-get install bash")
    }
    self.bash = bash
    bubblewrap = policy.level == .none ? nil : Self.find("bwrap")
    if policy.level != .none, bubblewrap == nil {
      throw SandboxError(
        "bubblewrap is not installed, so there is no sandbox",
        cure: "apt-get install bubblewrap; " + SandboxCure.without)
    }
  }

  /// Runs `true` in the sandbox, to learn at once whether it can be had.
  package func probe() throws(SandboxError) {
    let session = try start(
      [], state: .initial, writesGit: false, document: "gonogo", signals: -1)
    try session.waitUntilReady(deadline: Clock.now() + 20_000_000_000)
    _ = session.finish(deadline: Clock.now() + 5_000_000_000)
  }

  /// Starts the shell of a step. `document` is the name bash's messages begin with; `signals` is
  /// the descriptor of `ChildProcesses.watchSignals`, or -1.
  package func start(
    _ commands: [ShellCommand], state: ShellState, writesGit: Bool, document: String,
    signals: Int32
  ) throws(SandboxError) -> ShellSession {
    ChildProcesses.reapOrphans()
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
    var descriptors: [(ours: Int32, child: Int32)] = [
      (nothing.number, 0), (stdoutWrite.number, 1), (stderrWrite.number, 2),
      (childs.number, ShellDriver.Channel.socket),
      (program.number, ShellDriver.Channel.program),
    ]
    let shell = ["--noprofile", "--norc", "-c", ShellDriver.script, document]
    let child: ChildProcess
    if let bubblewrap {
      let list = BubblewrapArguments(
        policy: policy, layout: layout, writesGit: writesGit, exists: HostPath.exists
      ).list()
      let file = try ChildProcess.memoryFile(
        list.flatMap { Array($0.utf8) + [0] })
      descriptors.append((file.number, 8))
      child = try ChildProcess.start(
        bubblewrap, ["--args", "8", "--", bash] + shell, environment: [], directory: nil,
        descriptors: descriptors, fileLimit: policy.fileLimit)
    } else {
      child = try ChildProcess.start(
        bash, shell, environment: policy.environment.map { "\($0.name)=\($0.value)" },
        directory: policy.workingDirectory, descriptors: descriptors,
        fileLimit: policy.fileLimit)
    }
    return ShellSession(
      child: child, channel: ShellChannel(ours), stdout: stdoutRead, stderr: stderrRead,
      signals: signals)
  }

  /// What git would be told by in the folders that commands may write, to be compared after a step
  /// that was approved to write to git; nil where there is no sandbox to keep up.
  package func gitWatch() -> GitWatch? {
    policy.level == .none ? nil : GitWatch(layout.gitEntries.map(\.path))
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
