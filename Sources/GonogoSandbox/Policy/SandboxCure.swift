/// What to do when bubblewrap cannot set a sandbox up, from what it said.
enum SandboxCure {
  /// The cure for bubblewrap's message.
  static func cure(for message: String) -> String {
    if message.contains("uid map") || message.contains("RTM_NEWADDR") {
      return "on Ubuntu 23.10 and later give bubblewrap an AppArmor profile with `userns,` in "
        + "/etc/apparmor.d/bwrap and reload it, or set "
        + "kernel.apparmor_restrict_unprivileged_userns=0; " + without
    }
    if message.contains("No permissions to create") || message.contains("make / slave") {
      return "in a container start it with `--security-opt seccomp=unconfined` or CAP_SYS_ADMIN, "
        + "on Debian 10 set kernel.unprivileged_userns_clone=1; " + without
    }
    if message.contains("Creating new namespace failed") {
      return "start gonogo outside of any other sandbox, or raise user.max_user_namespaces; "
        + without
    }
    if message.contains("Unknown option") {
      return "this bubblewrap is too old: 0.8 or later is needed; " + without
    }
    return "read bubblewrap's message above; " + without
  }

  /// The way on without a sandbox.
  static let without = "to run without a sandbox, say so with --sandbox none"
}
