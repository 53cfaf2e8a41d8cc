internal import Glibc
internal import GonogoCore

/// Looks at a shell that runs in its sandbox, from outside: what the kernel says it lives under.
struct Inspection {
  let policy: SandboxPolicy
  let layout: HostLayout
  let process: String
  let group: ControlGroup?
  let hasLandlock: Bool
  private let mounts: [ProcessFile.Mount]
  private let status: [String: String]

  init(
    _ process: pid_t, policy: SandboxPolicy, layout: HostLayout, group: ControlGroup?,
    hasLandlock: Bool
  ) {
    self.layout = layout
    self.process = String(process)
    self.policy = policy
    self.group = group
    self.hasLandlock = hasLandlock
    mounts = ProcessFile.mounts(of: self.process)
    status = ProcessFile.status(of: self.process)
  }

  /// What was found, in the order it is told.
  func properties() -> [SandboxProperty] {
    switch policy.level {
    case .none: [environment, terminal] + limits
    case .reduced: [environment, terminal] + powers + reduced + limits + [network]
    case .standard, .strict: namespaces + [environment, terminal] + powers + limits + [network]
    }
  }

  private static let broken = "this bubblewrap does not do what it is told; install another one"

  private var namespaces: [SandboxProperty] {
    let writable = Set(mounts.filter { !$0.isReadOnly }.map(\.place))
    let work = policy.workingDirectory
    var list = [
      SandboxProperty("own processes", isApart("pid"), cure: Self.broken),
      SandboxProperty("read-only system", covering("/")?.isReadOnly == true, cure: Self.broken),
      SandboxProperty("home hidden", covering(policy.home)?.type == "tmpfs", cure: Self.broken),
      SandboxProperty(
        "private temporary folders", mounts.contains { $0.place == "/tmp" }, cure: Self.broken),
      SandboxProperty(
        "kernel settings read-only", hasReadOnlySettings, cure: Self.broken),
    ]
    if policy.level == .strict {
      list.append(
        SandboxProperty(
          "working directory read-only", covering(work)?.isReadOnly == true, cure: Self.broken))
    }
    let system = ["/etc", "/usr", "/var", "/opt", "/sys", "/bin", "/boot", "/dev", "/run", "/home"]
    return list + [
      SandboxProperty(
        "only the working directory and chosen folders writable",
        writable.isDisjoint(with: system), cure: Self.broken)
    ] + versionControl
  }

  /// Of what was not looked at nothing is claimed.
  private var versionControl: [SandboxProperty] {
    let name = "version control read-only unless approved"
    let work = FolderBinding(
      host: policy.workingDirectory, inside: policy.workingDirectory, isReadOnly: false)
    let views = [work] + policy.bindings.filter { !$0.isReadOnly }
    let top = HostPath.joined(policy.workingDirectory, ".git")
    let entries = Set(layout.gitEntries.map(\.path) + (HostPath.exists(top) ? [top] : []))
    let isKept = views.allSatisfy { view in
      entries.filter { HostPath.isInside($0, view.host) }.allSatisfy { entry in
        covering(view.inside + entry.dropFirst(view.host.count))?.isReadOnly == true
      }
    }
    if layout.hasEveryGitEntry { return [SandboxProperty(name, isKept, cure: Self.broken)] }
    return [
      SandboxProperty("the version control that was found read-only", isKept, cure: Self.broken),
      SandboxProperty(
        name, false, isRequired: false,
        cure: "a working directory that holds fewer folders, all of which can be read"),
    ]
  }

  /// What changes the kernel is read-only: for root by mounts, for others by its permissions too.
  private var hasReadOnlySettings: Bool {
    guard covering("/proc/sys")?.isReadOnly == true else { return false }
    guard status["Uid"] == "0" else { return true }
    return ["/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"].allSatisfy { path in
      !HostPath.exists(path) || covering(path)?.isReadOnly == true
    }
  }

  private var environment: SandboxProperty {
    let given = Set(policy.environment.map(\.name)).union(["PWD", "OLDPWD", "SHLVL", "_", "TMPDIR"])
    let names = ProcessFile.bytes("/proc/\(process)/environ").split(separator: 0).map {
      String(decoding: $0.prefix { $0 != 0x3D }, as: UTF8.self)
    }
    return SandboxProperty(
      "clean environment", Set(names).isSubset(of: given), cure: "please report this")
  }

  private var terminal: SandboxProperty {
    // The seventh word of what stands behind the name is the terminal's number.
    let line = ProcessFile.lines("/proc/\(process)/stat").first ?? ""
    let words = line.split(separator: ")").last?.split(separator: " ") ?? []
    return SandboxProperty(
      "no terminal", words.count > 4 && words[4] == "0", cure: "please report this")
  }

  private var powers: [SandboxProperty] {
    let none = ["CapEff", "CapPrm", "CapBnd"].allSatisfy { name in
      // Who is not root and may gain nothing cannot use what stands in the bounding set.
      (name == "CapBnd" && policy.level == .reduced && status["Uid"] != "0")
        || status[name]?.allSatisfy { $0 == "0" } == true
    }
    return [
      SandboxProperty("no capabilities", none, cure: Self.broken),
      SandboxProperty("no new privileges", status["NoNewPrivs"] == "1", cure: Self.broken),
      SandboxProperty(
        "system calls filtered", status["Seccomp"] == "2", isRequired: policy.level == .reduced,
        cure: "there is no filter for this kind of machine; x86-64 and arm64 have one"),
      SandboxProperty(
        "signals and abstract sockets kept inside", hasLandlock && Landlock.version >= 6,
        isRequired: false, cure: "Linux 6.12 or later with Landlock (lsm=…,landlock)"),
    ]
  }

  private var reduced: [SandboxProperty] {
    [
      SandboxProperty("read-only system", hasLandlock, cure: "Linux 5.13 or later with Landlock"),
      SandboxProperty("home hidden", hasLandlock, cure: "Linux 5.13 or later with Landlock"),
      SandboxProperty("own processes", false, isRequired: false, cure: Self.needsBubblewrap),
      SandboxProperty(
        "private temporary folders", false, isRequired: false, cure: Self.needsBubblewrap),
      SandboxProperty(
        "checklist and version control read-only", false, isRequired: false,
        cure: Self.needsBubblewrap),
    ]
  }

  private static let needsBubblewrap = "the level standard, which needs bubblewrap"

  private var limits: [SandboxProperty] {
    let root = status["Uid"] == "0"
    let most = limit("Max processes")
    var list = [
      SandboxProperty(
        "number of processes limited", (!root && most != nil) || isInGroup(.pids),
        isRequired: false,
        cure: "run as an ordinary user, or with --run-as; root needs a cgroup `pids` it may write"),
      SandboxProperty(
        "file size limited", policy.limits.file == 0 || limit("Max file size") != nil,
        cure: "please report this"),
    ]
    if policy.limits.memory != nil {
      list.append(
        SandboxProperty(
          "memory limited", isInGroup(.memory),
          cure: "start gonogo in a cgroup of its own: systemd-run --user --scope -p Delegate=yes, "
            + "or as root where cgroup `memory` can be written"))
    }
    return list
  }

  private var network: SandboxProperty {
    policy.level == .strict
      ? SandboxProperty("network kept away", isApart("net"), cure: Self.broken)
      : SandboxProperty(
        "network kept away", false, isRequired: false,
        cure: "--sandbox strict, or network=off on a block")
  }

  private func isApart(_ kind: String) -> Bool {
    guard let its = ProcessFile.namespace(kind, of: process),
      let ours = ProcessFile.namespace(kind, of: "self")
    else { return false }
    return its != ours
  }

  /// The mount that a path lies on: the last one at the longest place.
  private func covering(_ path: String) -> ProcessFile.Mount? {
    var best: ProcessFile.Mount?
    for mount in mounts where HostPath.isInside(path, mount.place) {
      if mount.place.utf8.count >= best?.place.utf8.count ?? 0 { best = mount }
    }
    return best
  }

  private func limit(_ name: String) -> UInt64? {
    ProcessFile.lines("/proc/\(process)/limits").first { $0.hasPrefix(name) }
      .flatMap { $0.dropFirst(name.count).split(separator: " ").first }.flatMap { UInt64($0) }
  }

  private func isInGroup(_ controller: ControlGroup.Controller) -> Bool {
    guard let group, group.limits(controller) else { return false }
    // A process in a namespace of its own still shows its whole path to who is outside.
    return ProcessFile.lines("/proc/\(process)/cgroup").contains { $0.hasSuffix("/" + group.name) }
  }
}
