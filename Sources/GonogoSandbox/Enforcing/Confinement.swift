/// What a child process puts on itself before it becomes its program.
struct Confinement: Sendable {
  /// What setrlimit(2) limits, by its numbers on Linux.
  enum Resource: Int32, Sendable {
    case fileSize = 1
    case processes = 6
    case openFiles = 7
  }

  /// A resource and the most of it.
  struct Limit: Sendable, Equatable {
    var resource: Resource
    var most: UInt64
  }

  /// Limits, beside that of core dumps, which is always 0.
  var limits: [Limit] = []
  /// Open `tasks` files of the control groups it joins (version 1).
  var controlGroups: [Int32] = []
  /// The control group it is started in (version 2), or nil.
  var unifiedGroup: ControlGroup.Unified?
  /// Who it becomes; nil to stay who we are.
  var user: ProcessUser?
  /// A Landlock ruleset, or -1.
  var landlock: Int32 = -1
  /// System call filters it lives under itself; bubblewrap is given its own.
  var filters: [SystemCallFilter] = []
  /// True to give up what root can do.
  var dropsCapabilities = false
  /// True to become the parent of the orphans among what it starts.
  var adoptsOrphans = false
}
