/// What is known about programs, each looked up once.
final class KnownPrograms {
  /// Where it is looked up.
  let rules: EffectRules
  private var known: [String: ProgramRules?] = [:]

  init(_ rules: EffectRules) { self.rules = rules }

  /// What the rules say about a program, or nil.
  subscript(name: String) -> ProgramRules? {
    if let found = known[name] { return found }
    let found = rules.program(name)
    known[name] = .some(found)
    return found
  }
}
