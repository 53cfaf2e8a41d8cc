/// What running a command may do to the world, judged from its text alone.
package enum Effect: String, Sendable, Hashable, Codable, Comparable {
  /// It only looks.
  case reads
  /// Nothing known says what it does; treated like `changes`: a person is asked.
  case unknown
  /// It changes something: files, a database, a service, a repository.
  case changes

  /// From harmless to not: the effect of a compound command is the greatest of its parts.
  package static func < (left: Effect, right: Effect) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .reads: 0
    case .unknown: 1
    case .changes: 2
    }
  }
}
