internal import GonogoCore
internal import GonogoSandbox
internal import GonogoStore

/// Which folders with runs are hidden from the commands of a run: its own and those of every other
/// checklist. Who could write them could put results and commands into a run that is resumed later.
struct HiddenRuns {
  /// The folders, as absolute paths without links.
  private(set) var folders: [String] = []
  /// What the operator must know of it; nil when all is as usual.
  private(set) var notice: String?
  /// What commands must see.
  private let shown: [String]

  /// For the run in `folder` of the checklist at `document`.
  ///
  /// - Throws: `CommandFailure` when commands are to be shown what must be hidden.
  init(of folder: RunFolder, document: String, policy: SandboxPolicy) throws(CommandFailure) {
    shown = [policy.workingDirectory, document].compactMap(HostPath.resolved)
    // There nothing can be hidden.
    if policy.level == .none { return }
    let own = HostPath.parent(of: HostPath.resolved(folder.path) ?? folder.path)
    let root = HostPath.parent(of: own)
    let (runs, others) = RunCatalog.contents(of: root)
    let held = shown.first { HostPath.isInside($0, root) }
    // What is worked on must be seen; so of such a folder of runs only what holds some is hidden.
    let near = held == nil ? [root] : runs + [own]
    folders = Set(near + distant(in: policy, near: near)).sorted()
      .flatMap { covered($0) }
    notice =
      held.map { Self.openRoot(root, holding: $0) }
      ?? Self.apart(others).map { "hidden from commands with the runs in \(root): \($0)" }
    for binding in policy.bindings + policy.shares {
      if let folder = folders.first(where: { HostPath.isInside(binding.host, $0) }) {
        throw CommandFailure(
          .usage, "\(binding.host) cannot be shown to commands: runs are kept in \(folder)",
          cure: "bind something else, or give another --output")
      }
    }
  }

  private static func openRoot(_ root: String, holding held: String) -> String {
    "runs are kept in \(root), which holds \(held) and so cannot be hidden as a whole: what begins "
      + "there from now on, commands can change; give another --output"
  }

  /// The folder, or, where it holds what must be seen, the runs in it.
  private func covered(_ folder: String) -> [String] {
    holdsShown(folder) ? RunCatalog.runs(ofChecklist: folder) : [folder]
  }

  private func holdsShown(_ folder: String) -> Bool {
    shown.contains { HostPath.isInside($0, folder) }
  }

  /// The folders of runs that were begun with another `--output` or elsewhere, as far as they are
  /// found in what commands may write.
  private func distant(in policy: SandboxPolicy, near: [String]) -> [String] {
    let writable = policy.writableFolders
    let found = FolderWalk(writable, depth: 4, limit: 2_000, user: policy.user) {
      folder, children in
      let isNear = near.contains { HostPath.isInside(folder, $0) }
      return !isNear && children.contains { $0.isFolder && RunIdentifier.isValid($0.name) }
        ? folder : nil
    } enters: { name, _ in
      name != ".git" && !RunIdentifier.isValid(name)
    }.found
    // A folder of nothing but runs is hidden as a whole, with what will begin in it; asked once for
    // all the folders in it, for there may be hundreds.
    var holdsOthers: [String: Bool] = [:]
    return found.map { folder in
      let root = HostPath.parent(of: folder)
      let isOther =
        holdsOthers[root]
        ?? (holdsShown(root) || writable.contains { HostPath.isInside($0, root) }
          || Self.apart(RunCatalog.contents(of: root).others) != nil)
      holdsOthers[root] = isOther
      return isOther ? folder : root
    }
  }

  /// What lies beside runs and belongs to somebody else, as words; nil when there is nothing.
  private static func apart(_ names: [String]) -> String? {
    let names = names.filter { !$0.hasPrefix(".") && $0 != "README.md" }
    if names.isEmpty { return nil }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.prefix(5).joined(separator: ", ") + more
  }
}
