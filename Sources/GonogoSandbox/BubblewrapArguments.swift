internal import GonogoCore

/// The argument list of bubblewrap for one step: a pure function of policy and layout.
///
/// The order matters: an empty folder is mounted before what is shown inside it, and folders are
/// made read-only when everything is in place. The root is made of the host's top-level entries,
/// because a read-only `/` has no place to mount a folder the host does not have.
struct BubblewrapArguments {
  let policy: SandboxPolicy
  let layout: HostLayout
  /// True for a step that was approved and writes to git.
  let writesGit: Bool
  /// Whether a path exists on the host; passed in so that this stays a pure function.
  let exists: (String) -> Bool

  /// Folders of the host that are never shown: each has a private stand-in.
  static let replaced: Set<String> = ["dev", "proc", "tmp", "run", "home", "root", "lost+found"]

  /// The arguments, each to be passed as it is.
  func list() -> [String] {
    var list = [
      "--unshare-user", "--disable-userns", "--unshare-pid", "--unshare-ipc", "--unshare-uts",
      "--unshare-cgroup-try", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
      "--hostname", "gonogo",
    ]
    list += system()
    list += ["--perms", "1777"]
    if let temporary = policy.temporaryFolder {
      list += ["--dir", "/tmp", "--bind", temporary, "/tmp"]
    } else {
      list += ["--size", "268435456", "--tmpfs", "/tmp"]
    }
    list += ["--perms", "1777", "--size", "268435456", "--tmpfs", "/var/tmp"]
    for folder in ["/run", "/home"] {
      list += ["--perms", "0755", "--size", "16777216", "--tmpfs", folder]
    }
    list += ["--perms", "0700", "--size", "268435456", "--tmpfs", "/root"]
    if policy.home != "/root", policy.home != "/" {
      list += ["--perms", "0700", "--size", "268435456", "--tmpfs", policy.home]
    }
    if let resolver = layout.resolverFile { list += ["--ro-bind", resolver, resolver] }
    list += shownFolders()
    for file in policy.protectedFiles where exists(file) && isWritableInside(file) {
      list += ["--ro-bind", file, file]
    }
    if let hidden = policy.hiddenFolder, exists(hidden) {
      list += ["--perms", "0555", "--size", "4096", "--tmpfs", hidden, "--remount-ro", hidden]
    }
    list += ["--remount-ro", "/run", "--remount-ro", "/home", "--remount-ro", "/"]
    list += ["--chdir", policy.workingDirectory, "--clearenv"]
    for variable in policy.environment { list += ["--setenv", variable.name, variable.value] }
    return list
  }

  /// The read-only system: the host's top-level entries, `/dev` and `/proc` with their covers.
  private func system() -> [String] {
    var list: [String] = []
    for entry in layout.rootEntries where !Self.replaced.contains(entry.name) {
      let path = "/" + entry.name
      if let link = entry.link {
        list += ["--symlink", link, path]
      } else {
        list += ["--ro-bind-try", path, path]
      }
    }
    list += ["--dev", "/dev", "--perms", "1777", "--size", "67108864", "--tmpfs", "/dev/shm"]
    list += ["--remount-ro", "/dev", "--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys"]
    for path in ["/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"] {
      list += ["--ro-bind-try", path, path]
    }
    return list
  }

  private func shownFolders() -> [String] {
    let work = FolderBinding(
      host: policy.workingDirectory, inside: policy.workingDirectory, isReadOnly: false)
    var list: [String] = []
    for binding in [work] + policy.bindings {
      list += [binding.isReadOnly ? "--ro-bind" : "--bind", binding.host, binding.inside]
      let hostGit = binding.host + "/.git"
      guard !binding.isReadOnly, exists(hostGit) else { continue }
      let insideGit = binding.inside + "/.git"
      if writesGit {
        // .git is a mount of its own, so that it cannot be renamed to get at its hooks.
        list += ["--bind", hostGit, insideGit]
        for name in ["hooks", "config"] where exists(hostGit + "/" + name) {
          list += ["--ro-bind", hostGit + "/" + name, insideGit + "/" + name]
        }
      } else {
        list += ["--ro-bind", hostGit, insideGit]
      }
    }
    return list
  }

  private func isWritableInside(_ file: String) -> Bool {
    HostPath.isInside(file, policy.workingDirectory)
      || policy.bindings.contains { !$0.isReadOnly && $0.inside == $0.host
        && HostPath.isInside(file, $0.host) }
  }
}
