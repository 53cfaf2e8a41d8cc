/// Which paths of the host the level `reduced` lets commands read and write.
///
/// Landlock can only allow, and what it allows holds for all that lies below: to leave a folder out,
/// its neighbours are allowed one by one.
struct ReducedAccess {
  let policy: SandboxPolicy
  let resolverFile: String?

  /// Folders that are left out wherever they lie.
  private var hidden: [String] {
    ["/home", "/root", "/tmp", "/run", "/var/run", "/var/tmp", "/dev", "/lost+found", policy.home]
      + policy.hiddenFolders
  }

  /// Devices that are harmless to write.
  private static let devices = [
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty",
  ]

  /// What may be read and executed.
  func readable() -> [String] {
    var list: [String] = []
    // Folders that hold something hidden, and so are looked into.
    var pending = ["/"]
    while let folder = pending.popLast() {
      for (name, isFolder) in HostPath.entries(of: folder).sorted(by: { $0.name < $1.name }) {
        let path = HostPath.joined(folder, name)
        if hidden.contains(where: { HostPath.isInside(path, $0) }) { continue }
        if isFolder, hidden.contains(where: { HostPath.isInside($0, path) }) {
          pending.append(path)
        } else {
          list.append(path)
        }
      }
    }
    return list + policy.bindings.filter(\.isReadOnly).map(\.host) + policy.shares.map(\.host)
      + (resolverFile.map { [$0] } ?? [])
  }

  /// What may be written.
  func writable() -> [String] {
    policy.writableFolders + (policy.temporaryFolder.map { [$0] } ?? []) + Self.devices
  }
}
