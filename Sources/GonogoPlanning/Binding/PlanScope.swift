internal import GonogoCore
internal import GonogoEvidence

/// What expressions can be asked before anything has run: whether names exist, nothing more.
enum PlanScope {
  /// A scope in which every name that exists is not yet observed.
  static func scope(_ names: Names) -> ExpressionScope {
    ExpressionScope(
      captures: { qualifier, name, _ in
        // What a command prints is only known once it has run; what it is called is known now.
        guard let outer = qualifier.first else { return .notYet("\(name) has not been printed") }
        return switch names.target(outer) {
        case .one: .notYet("\(name) has not been printed")
        case .none(let nearest): .none(nearest: nearest)
        case .ambiguous(let places): .ambiguous(places)
        case .notYet(let why): .notYet(why)
        }
      },
      passed: { names.target($0).notYet() },
      exit: { names.target($0).notYet() },
      output: { names.target($0).notYet() },
      baseline: { _ in .notYet("no earlier run is known") })
  }
}

extension NameLookup {
  /// The same answer for something that is not observed yet.
  func notYet<Other>() -> NameLookup<Other> {
    switch self {
    case .one: .notYet("it has not run yet")
    case .none(let nearest): .none(nearest: nearest)
    case .ambiguous(let places): .ambiguous(places)
    case .notYet(let why): .notYet(why)
    }
  }
}
