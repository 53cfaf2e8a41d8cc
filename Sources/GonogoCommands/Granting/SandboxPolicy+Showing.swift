internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox
internal import GonogoShell

extension SandboxPolicy {
  /// True when commands see what stands at `path`, an absolute path without links.
  func shows(_ path: String) -> Bool {
    if level == .none { return true }
    let shown = [workingDirectory] + (bindings + shares).map(\.inside)
    if shown.contains(where: { HostPath.isInside(path, $0) }) { return true }
    return !(SandboxView.ownFolders + [home]).contains { HostPath.isInside(path, $0) }
  }

  /// What commands see of the machine with what is granted to them.
  /// `tools` are the programs they name, `path` is where they look for them.
  func view(_ access: GrantedAccess, plan: Plan, path: String) -> SandboxView {
    let finder = ToolFinder(path: path, policy: self)
    let names = Set(plan.tools).union(plan.commands.flatMap(\.lookedAt.sought))
    return SandboxView(
      isApart: level.hasNamespaces, home: home,
      shown: [workingDirectory] + (bindings + shares).map(\.inside) + sockets.map(\.inside),
      withheld: Set(access.missing.flatMap(\.grant.programs)), work: workingDirectory,
      shadowed: level.hasNamespaces ? names.filter(finder.isShadowed) : [])
  }

  /// A path as people write it: with `~` for the home.
  func shown(_ path: String) -> String {
    HostPath.isInside(path, home) ? "~" + path.dropFirst(home.count) : path
  }

  /// What a binding shows, as people read it.
  func shown(_ binding: FolderBinding) -> String {
    let place = shown(binding.inside)
    return binding.host == binding.inside ? place : "\(place) (that is \(binding.host))"
  }
}
