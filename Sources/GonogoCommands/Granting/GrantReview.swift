internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox

/// What a grant comes to on this machine: what of it is there, and not given to commands anyway.
struct GrantReview {
  let grant: Grant
  /// Files and folders, read-only.
  private(set) var files: [FolderBinding] = []
  private(set) var sockets: [SocketBinding] = []
  /// Names of variables that are set.
  private(set) var variables: [String] = []
  /// Why something of it must not be shown.
  private(set) var fault: CommandFailure?
  private let policy: SandboxPolicy

  /// True when there is nothing to grant.
  var isEmpty: Bool { files.isEmpty && sockets.isEmpty && variables.isEmpty }

  /// The names of its variables whose values are secret.
  var secrets: [String] { variables.filter(grant.secrets.contains) }

  /// Looks at the machine. `given` are variables that commands are given anyway; `value` gives the
  /// operator's value of a variable.
  init(
    _ grant: Grant, policy: SandboxPolicy, given: Set<String>, value: (String) -> String?
  ) {
    self.grant = grant
    self.policy = policy
    for file in grant.files {
      let path = policy.home + file.dropFirst()
      if HostPath.exists(path) { show(path, "--grant \(grant.name)") }
    }
    for name in grant.pathVariables {
      guard let list = value(name), !list.isEmpty else { continue }
      if !given.contains(name) { variables.append(name) }
      for path in list.split(separator: ":").map(String.init) {
        let absolute = path.hasPrefix("/") ? path : policy.workingDirectory + "/" + path
        if HostPath.exists(absolute) { show(absolute, "--grant \(grant.name), \(name)") }
      }
    }
    for socket in grant.sockets { connect(socket, given, value) }
    for name in grant.variables + grant.secrets
    where !given.contains(name) && value(name)?.isEmpty == false {
      variables.append(name)
    }
  }

  private mutating func show(_ path: String, _ source: String) {
    if let host = HostPath.resolved(path), policy.shows(path), policy.shows(host) { return }
    do throws(CommandFailure) {
      let file = try SharedPath(policy: policy, source: source).binding(path)
      let isIncluded = files.contains { other in
        HostPath.isInside(file.inside, other.inside) && HostPath.isInside(file.host, other.host)
      }
      if !isIncluded { files.append(file) }
    } catch { fault = fault ?? error }
  }

  private mutating func connect(
    _ socket: Grant.Socket, _ given: Set<String>, _ value: (String) -> String?
  ) {
    switch socket {
    case .path(let path):
      if let host = hiddenSocket(path) { sockets.append(SocketBinding(host: host)) }
    case .variable(let name):
      guard let text = value(name), !text.isEmpty else { return }
      if !given.contains(name) { variables.append(name) }
      let prefix = text.hasPrefix("unix://") ? "unix://" : ""
      guard let host = hiddenSocket(String(text.dropFirst(prefix.count))) else { return }
      sockets.append(SocketBinding(host: host, variable: name, prefix: prefix))
    }
  }

  private func hiddenSocket(_ path: String) -> String? {
    guard path.hasPrefix("/"), let host = HostPath.resolved(path),
      HostPath.kind(host) == .socket, !policy.shows(host)
    else { return nil }
    return host
  }

  /// Its files and sockets as people read them.
  var shown: [String] {
    files.map { policy.shown($0) } + sockets.map { "the socket \(policy.shown($0.host))" }
  }

  /// All of it as people read it: `~/.kube and KUBECONFIG`.
  var text: String {
    let all = shown + variables
    guard let last = all.last, all.count > 1 else { return all.first ?? "nothing" }
    return all.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `kubectl needs ~/.kube, which is hidden: --grant kubectl`.
  var sentence: String {
    let isOne = shown.count + variables.count == 1
    let hidden =
      switch (shown.isEmpty, isOne) {
      case (true, _): "which commands are not given"
      case (false, true): "which is hidden"
      case (false, false): "which are hidden"
      }
    let verb = grant.isSeldomNeeded ? "may need" : "needs"
    return "\(grant.name) \(verb) \(text), \(hidden): --grant \(grant.name)"
  }
}
