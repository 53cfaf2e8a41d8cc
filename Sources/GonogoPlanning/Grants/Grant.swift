/// What a well-known program needs of the operator beside what every command sees, under the name
/// by which the operator grants it.
package struct Grant: Sendable, Hashable {
  /// A socket that a program connects to.
  package enum Socket: Sendable, Hashable {
    /// At this absolute path.
    case path(String)
    /// Where this variable says.
    case variable(String)
  }

  /// What the operator calls it; the first of its programs.
  package let name: String
  /// The programs that need it.
  package let programs: [String]
  /// Files and folders below the home that are shown read-only, each beginning with `~/`.
  package internal(set) var files: [String] = []
  /// Sockets it connects to.
  package internal(set) var sockets: [Socket] = []
  /// Variables that are given when they are set.
  package internal(set) var variables: [String] = []
  /// Variables that name files, which are shown read-only.
  package internal(set) var pathVariables: [String] = []
  /// Variables whose values are secret.
  package internal(set) var secrets: [String] = []
  /// What it may need too, and is shared only by its own name.
  package internal(set) var apart: [String] = []
  /// True when the program often works without.
  package internal(set) var isSeldomNeeded = false
  /// What the operator should know before granting it, or nil.
  package internal(set) var warning: String?

  /// The names of all its variables.
  package var allVariables: [String] {
    let places = sockets.compactMap { socket -> String? in
      guard case .variable(let name) = socket else { return nil }
      return name
    }
    return pathVariables + places + variables + secrets
  }

  init(name: String, programs: [String]) {
    self.name = name
    self.programs = programs
  }
}
