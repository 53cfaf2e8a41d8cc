internal import GonogoCore
internal import GonogoSandbox

/// Where a program is, as the commands will see it.
struct ToolFinder {
  /// What was found.
  enum Place: Equatable {
    /// At this path.
    case found(String)
    /// Only at this path, which the sandbox hides.
    case hidden(String)
    /// Nowhere.
    case missing
  }

  /// The folders to look in, in order, and whether commands see each.
  private let folders: [(path: String, isShown: Bool)]

  /// A finder for the PATH that commands are given, under the `policy` in force.
  init(path: String, policy: SandboxPolicy) {
    folders = path.split(separator: ":").map(String.init).map { folder in
      (folder, policy.shows(HostPath.resolved(folder) ?? folder))
    }
  }

  /// True when the first program of this name lies where the sandbox hides it, so that commands run
  /// another, or none.
  func isShadowed(_ name: String) -> Bool {
    guard folders.contains(where: { !$0.isShown }), !name.contains("/") else { return false }
    return folders.first { HostPath.isExecutable($0.path + "/" + name) }?.isShown == false
  }

  /// Looks for `name`.
  func find(_ name: String) -> Place {
    if name.contains("/") { return HostPath.isExecutable(name) ? .found(name) : .missing }
    var hidden: String?
    for folder in folders {
      let candidate = folder.path + "/" + name
      guard HostPath.isExecutable(candidate) else { continue }
      if folder.isShown { return .found(candidate) }
      hidden = hidden ?? candidate
    }
    return hidden.map { .hidden($0) } ?? .missing
  }
}
