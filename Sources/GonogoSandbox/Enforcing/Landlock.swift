/// Landlock, the part of the kernel by which a process takes rights from itself.
///
/// A ruleset without rights on files keeps signals and abstract sockets inside, and leaves mounting
/// alone: bubblewrap can be started under it, so nothing has to be started inside the sandbox.
enum Landlock {}
