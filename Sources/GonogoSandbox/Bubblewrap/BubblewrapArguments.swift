internal import GonogoCore

/// The argument list of bubblewrap for one step: a pure function of policy and layout.
///
/// The order matters: an empty folder is mounted before what is shown inside it, and folders are
/// made read-only when everything is in place. The root is the host's, read-only. Where something
/// is to be mounted at a place that the host does not have, it is made of the host's top-level
/// entries instead, each a mount of its own: that takes twice the time, once for every step.
struct BubblewrapArguments {
  let policy: SandboxPolicy
  let layout: HostLayout
  /// True for a step that was approved and writes to git.
  let writesGit: Bool
  /// True for a step that is to have no network.
  var isOffline = false
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
    if isOffline || policy.level == .strict { list.append("--unshare-net") }
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
    list += granted() + shownFolders()
    for file in policy.protectedFiles where exists(file) {
      for place in places(of: file) where place.isWritable {
        list += ["--ro-bind", file, place.path]
      }
    }
    for hidden in policy.hiddenFolders where exists(hidden) {
      // Where it cannot be seen anyway, there is nothing to hide and no place to mount it on.
      let shown = Set([hidden] + places(of: hidden).map(\.path)).sorted()
      for path in shown where !isReplaced(path) || !places(of: hidden).isEmpty {
        list += ["--perms", "0555", "--size", "4096", "--tmpfs", path, "--remount-ro", path]
      }
    }
    list += ["--remount-ro", "/run", "--remount-ro", "/home", "--remount-ro", "/"]
    list += ["--chdir", policy.workingDirectory, "--clearenv"]
    for variable in policy.environment { list += ["--setenv", variable.name, variable.value] }
    for socket in policy.sockets {
      guard let name = socket.variable else { continue }
      list += ["--setenv", name, socket.prefix + socket.inside]
    }
    return list
  }

  /// What the operator grants to be read and connected to. That something is gone by now is no reason
  /// to run nothing.
  private func granted() -> [String] {
    policy.shares.flatMap { ["--ro-bind-try", $0.host, $0.inside] }
      + policy.sockets.flatMap { ["--ro-bind-try", $0.host, $0.inside] }
  }

  /// The read-only system: the host's root, `/dev` and `/proc` with their covers.
  private func system() -> [String] {
    var list: [String] = []
    if hasEveryMountPoint {
      list = ["--ro-bind", "/", "/"]
    } else {
      for entry in layout.rootEntries where !Self.replaced.contains(entry.name) {
        let path = "/" + entry.name
        if let link = entry.link {
          list += ["--symlink", link, path]
        } else {
          list += ["--ro-bind-try", path, path]
        }
      }
    }
    list += ["--dev", "/dev", "--perms", "1777", "--size", "67108864", "--tmpfs", "/dev/shm"]
    list += ["--remount-ro", "/dev", "--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys"]
    // The rest of /proc that root may write bubblewrap covers by itself, which `Inspection` looks
    // at; every cover is a mount, and a mount costs a block a third of a millisecond.
    return list + ["--ro-bind-try", "/proc/fs", "/proc/fs"]
  }

  /// True when the host has every place at which something is mounted, none of them a link.
  private var hasEveryMountPoint: Bool {
    if layout.rootEntries.contains(where: { $0.link != nil && Self.replaced.contains($0.name) }) {
      return false
    }
    let places = ["/dev", "/proc", "/tmp", "/var/tmp", "/run", "/home", "/root", policy.home]
    let shown = (policy.bindings + policy.shares).map(\.inside) + policy.sockets.map(\.inside)
    return (places + shown).allSatisfy { place in
      exists(place)
        || ["/tmp/", "/run/", "/home/", "/root/"].contains { place.hasPrefix($0) }
    }
  }

  /// The working directory and the folders shown besides it.
  private var views: [FolderBinding] {
    let work = FolderBinding(
      host: policy.workingDirectory, inside: policy.workingDirectory,
      isReadOnly: policy.level == .strict)
    return [work] + policy.bindings
  }

  /// Every place inside the sandbox where something of the host shows: a folder may be shown
  /// twice, under two names.
  private func places(of host: String) -> [(path: String, isWritable: Bool)] {
    (policy.shares + views).filter { HostPath.isInside(host, $0.host) }.map { view in
      (Self.place(of: host, in: view.host, at: view.inside), !view.isReadOnly)
    }
  }

  /// Where `path`, which is `root` or lies below it, shows when `root` shows at `inside`.
  private static func place(of path: String, in root: String, at inside: String) -> String {
    inside + (root == "/" ? Substring(path) : path.dropFirst(root.count))
  }

  /// True below a folder that has a private stand-in.
  private func isReplaced(_ path: String) -> Bool {
    Self.replaced.contains { HostPath.isInside(path, "/" + $0) }
      || HostPath.isInside(path, policy.home) || HostPath.isInside(path, "/var/tmp")
  }

  private func shownFolders() -> [String] {
    var list: [String] = []
    for view in views {
      list += [view.isReadOnly ? "--ro-bind" : "--bind", view.host, view.inside]
      guard !view.isReadOnly else { continue }
      var entries = layout.gitEntries.filter { HostPath.isInside($0.path, view.host) }
      let top = HostPath.joined(view.host, ".git")
      if exists(top), !entries.contains(where: { $0.path == top }) {
        entries.insert(GitEntry(path: top, submodules: []), at: 0)
      }
      let kept = policy.protectedFiles + policy.hiddenFolders
      list += held(kept.filter(exists) + entries.map(\.path), in: view.host, at: view.inside)
      for entry in entries {
        let inside = Self.place(of: entry.path, in: view.host, at: view.inside)
        // A .git that is a file only points to a repository elsewhere.
        guard writesGit, exists(entry.path + "/.") else {
          list += ["--ro-bind", entry.path, inside]
          continue
        }
        // .git is a mount of its own, so that it cannot be renamed to get at its hooks.
        list += ["--bind", entry.path, inside] + gitCovers(entry.path, inside)
        list += held(entry.submodules.map { $0 + "/config" }, in: entry.path, at: inside)
        for submodule in entry.submodules {
          list += gitCovers(submodule, Self.place(of: submodule, in: entry.path, at: inside))
        }
      }
    }
    return list
  }

  /// Makes every folder between `root` and one of `paths` a mount of its own, the outer ones first:
  /// a folder that is a mount cannot be renamed, and what is in it cannot be exchanged in that way.
  private func held(_ paths: [String], in root: String, at inside: String) -> [String] {
    var folders: Set<String> = []
    for path in paths where HostPath.isInside(path, root) && path != root {
      var folder = HostPath.parent(of: path)
      while folder != root, HostPath.isInside(folder, root), folders.insert(folder).inserted {
        folder = HostPath.parent(of: folder)
      }
    }
    return folders.sorted().flatMap { ["--bind", $0, Self.place(of: $0, in: root, at: inside)] }
  }

  /// What git would run, or be told by: read-only, and not to be created where it is missing.
  private func gitCovers(_ host: String, _ inside: String) -> [String] {
    var list: [String] = []
    for name in ["commondir", "config.worktree"] where exists(host + "/" + name) {
      list += ["--ro-bind", host + "/" + name, inside + "/" + name]
    }
    if exists(host + "/hooks") {
      list += ["--ro-bind", host + "/hooks", inside + "/hooks"]
    } else {
      let hooks = inside + "/hooks"
      list += ["--perms", "0555", "--size", "4096", "--tmpfs", hooks, "--remount-ro", hooks]
    }
    let config = exists(host + "/config") ? host + "/config" : "/dev/null"
    return list + ["--ro-bind", config, inside + "/config"]
  }
}
