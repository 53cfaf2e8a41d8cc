/// A part of the machine that a command looks at, and that a sandbox shows otherwise than it is.
package enum Sight: String, Sendable, Hashable, CaseIterable {
  /// Which processes run.
  case processes
  /// The variables of the environment.
  case environment
  /// Who is logged in.
  case sessions
  /// What is mounted where.
  case mounts
  /// Queues, semaphores and memory that processes share.
  case messages
  /// The machine's name.
  case hostname
  /// How much of everything a process may have.
  case limits
  /// What the program keeps in the home, without being told where.
  case home
}
