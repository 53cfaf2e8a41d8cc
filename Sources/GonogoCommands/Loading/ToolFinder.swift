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

  /// The folders to look in, in order.
  let path: [String]
  /// The policy in force.
  let policy: SandboxPolicy

  /// A finder for the PATH that commands are given.
  init(path: String, policy: SandboxPolicy) {
    self.path = path.split(separator: ":").map(String.init)
    self.policy = policy
  }

  /// True when the first program of this name lies where the sandbox hides it, so that commands run
  /// another, or none.
  func isShadowed(_ name: String) -> Bool {
    guard policy.level.hasNamespaces, !name.contains("/") else { return false }
    let first = path.first { HostPath.isExecutable($0 + "/" + name) }
    return first.map { !policy.shows(HostPath.resolved($0) ?? $0) } ?? false
  }

  /// Looks for `name`.
  func find(_ name: String) -> Place {
    if name.contains("/") { return HostPath.isExecutable(name) ? .found(name) : .missing }
    var hidden: String?
    for folder in path {
      let candidate = folder + "/" + name
      guard HostPath.isExecutable(candidate) else { continue }
      if policy.shows(HostPath.resolved(folder) ?? folder) { return .found(candidate) }
      hidden = hidden ?? candidate
    }
    return hidden.map { .hidden($0) } ?? .missing
  }
}
