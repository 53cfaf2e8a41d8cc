/// Plain starts of bubblewrap with bash, to compare with.
enum BubblewrapFloor {
  /// The least that separates: own processes and a read-only system.
  static let least = [
    "bwrap", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--unshare-pid",
    "--die-with-parent", "--", "bash", "-c", "true",
  ]

  /// The argument list of gonogo's level `standard` (BubblewrapArguments in GonogoSandbox), written
  /// out again here because a floor must not be made by the code it is the floor of.
  static func standard(workingDirectory: String, document: String) -> [String] {
    var list = [
      "bwrap", "--unshare-user", "--disable-userns", "--unshare-pid", "--unshare-ipc",
      "--unshare-uts", "--unshare-cgroup-try", "--die-with-parent", "--new-session", "--cap-drop",
      "ALL", "--hostname", "gonogo", "--ro-bind", "/", "/",
    ]
    list += ["--dev", "/dev", "--perms", "1777", "--size", "67108864", "--tmpfs", "/dev/shm"]
    list += ["--remount-ro", "/dev", "--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys"]
    for path in ["/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs"] {
      list += ["--ro-bind-try", path, path]
    }
    for folder in ["/tmp", "/var/tmp"] {
      list += ["--perms", "1777", "--size", "268435456", "--tmpfs", folder]
    }
    for folder in ["/run", "/home"] {
      list += ["--perms", "0755", "--size", "16777216", "--tmpfs", folder]
    }
    list += ["--perms", "0700", "--size", "268435456", "--tmpfs", "/root"]
    list += ["--bind", workingDirectory, workingDirectory, "--ro-bind", document, document]
    list += ["--perms", "0555", "--size", "4096", "--tmpfs", workingDirectory + "/runs"]
    list += ["--remount-ro", workingDirectory + "/runs"]
    list += ["--remount-ro", "/run", "--remount-ro", "/home", "--remount-ro", "/"]
    list += ["--chdir", workingDirectory, "--clearenv", "--setenv", "PATH", "/usr/bin:/bin"]
    return list + ["--", "bash", "--noprofile", "--norc", "-c", "true"]
  }
}
