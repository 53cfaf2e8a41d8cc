internal import GonogoSandbox

/// Checks what is to be shown to commands, read-only, at the place where it stands.
struct SharedPath {
  let policy: SandboxPolicy
  /// What asks for it, as messages begin.
  let source: String

  /// The binding for `path`. What a link in the home leads to shows where the link stands.
  ///
  /// - Throws: `CommandFailure` for what does not exist or must not be shown.
  func binding(_ path: String) throws(CommandFailure) -> FolderBinding {
    let absolute = path.hasPrefix("/") ? path : policy.workingDirectory + "/" + path
    guard let host = HostPath.resolved(absolute) else {
      throw refusal(path, "it does not exist", cure: "see how it is written")
    }
    let named = host == absolute ? path : "\(path) (that is \(host))"
    switch HostPath.kind(host) {
    case .file, .folder: break
    case .socket:
      throw refusal(
        named, "it is a socket, and what listens there does what it is told",
        cure: "grant the program it belongs to with --grant, or show it with --bind")
    case .other:
      throw refusal(named, "it is neither a file nor a folder", cure: "leave it out")
    }
    if HostPath.isInside(policy.home, host) {
      throw refusal(
        named, "it holds your whole home", cure: "name only what the commands need")
    }
    if host == "/" || ["/proc", "/dev", "/sys"].contains(where: { HostPath.isInside(host, $0) }) {
      throw refusal(named, "commands have their own", cure: "leave it out")
    }
    if let folder = policy.writableFolders.first(where: { HostPath.isInside(host, $0) }) {
      // A step could put a link to anything in its place, to be followed for the next one.
      throw refusal(
        named, "commands write in \(folder), and could exchange it",
        cure: "leave it out, or keep it elsewhere")
    }
    let inside = place(of: absolute) ?? host
    let isOwn = [policy.home, policy.workingDirectory].contains { HostPath.isInside(inside, $0) }
    if HostPath.isInside(inside, "/tmp"), !isOwn {
      throw refusal(
        named, "commands have a /tmp of their own",
        cure: "give --bind \(host):ELSEWHERE:ro, or keep it elsewhere")
    }
    return FolderBinding(host: host, inside: inside, isReadOnly: true)
  }

  /// Where a path below the home stands, with the links of its folders resolved; else nil.
  private func place(of path: String) -> String? {
    let parts = path.split(separator: "/")
    guard let name = parts.last, name != ".", name != "..",
      let folder = HostPath.resolved("/" + parts.dropLast().joined(separator: "/")),
      HostPath.isInside(folder, policy.home)
    else { return nil }
    return folder + "/" + name
  }

  private func refusal(_ path: String, _ why: String, cure: String) -> CommandFailure {
    CommandFailure(.usage, "\(source): \(path) cannot be shown to commands: \(why)", cure: cure)
  }
}
