/// The system call filters, made from `Scripts/seccomp/filters.c`.
enum SystemCallFilter: Int32, Sendable {
  /// Refuses what no check of a system needs and what reaches around the sandbox.
  case standard = 0
  /// Refuses every socket but local ones, where no namespace takes the network away.
  case localSockets = 1
}
