internal import GonogoCore
internal import GonogoSandbox

/// Makes the sandbox policy from what the operator gave.
enum PolicyMaking {
  /// The policy for this working directory and these options.
  ///
  /// - Throws: `CommandFailure` when a folder does not exist or a word is no binding.
  static func policy(_ options: SandboxOptions) throws(CommandFailure) -> SandboxPolicy {
    let level = options.level
    let bindings = options.bindings
    let work = HostEnvironment.workingDirectory
    if level != .none, work == "/" {
      throw CommandFailure(
        .usage, "the working directory is /, and it would be writable for the commands",
        cure: "change to the folder the checklist is about")
    }
    let home = HostEnvironment.value("HOME").flatMap(HostPath.resolved) ?? "/nonexistent"
    var policy = SandboxPolicy(level: level, workingDirectory: work, home: home)
    if level != .none, HostPath.isInside(home, work) {
      throw CommandFailure(
        .usage, "the working directory \(work) holds your home, and commands could write all of it",
        cure: "change to the folder the checklist is about, or give --sandbox none")
    }
    policy.limits = try LimitOptions.limits(options)
    policy.user = try options.runAs.map { (text) throws(CommandFailure) in
      try LimitOptions.user(text)
    }
    for text in bindings { policy.bindings.append(try binding(text)) }
    if level == .none, !bindings.isEmpty {
      throw CommandFailure(
        .usage, "--bind needs a sandbox, and --sandbox none was given",
        cure: "leave out one of the two")
    }
    return policy
  }

  private static func binding(_ text: String) throws(CommandFailure) -> FolderBinding {
    var parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let isReadOnly = parts.count > 1 && parts.last == "ro"
    if isReadOnly { parts.removeLast() }
    guard let first = parts.first, parts.count <= 2, let host = HostPath.resolved(first) else {
      throw CommandFailure(
        .usage, "--bind \(text): \(parts.first ?? "") does not exist, or this is no HOST:SANDBOX",
        cure: "write --bind HOST:SANDBOX, or HOST:SANDBOX:ro to make it read-only")
    }
    let inside = parts.count == 2 ? parts[1] : host
    let isClean =
      inside.hasPrefix("/") && inside != "/"
      && !inside.split(separator: "/").contains { $0 == ".." || $0 == "." }
    guard isClean, !["/proc", "/dev", "/sys"].contains(where: { HostPath.isInside(inside, $0) })
    else {
      throw CommandFailure(
        .usage, "--bind \(text): \(inside) cannot be a place in the sandbox",
        cure: "give an absolute path that is not below /proc, /dev or /sys")
    }
    return FolderBinding(host: host, inside: inside, isReadOnly: isReadOnly)
  }
}
