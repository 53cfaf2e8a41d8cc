package import GonogoCore
package import GonogoEvidence

/// What a run has found out so far.
package struct Observations: Sendable {
  /// What became of each command; by the command's position, nil while it has not been reached.
  package var commands: [CommandResult?]
  /// What became of each claim; by the claim's position.
  package var claims: [ClaimResult?]
  /// What became of each blank; by the blank's position.
  package var blanks: [BlankResult?]
  /// Answers of the database to the queries of the expression being evaluated.
  package var queries: [String: SQLLookup]

  /// Nothing found out yet.
  package init(plan: Plan) {
    commands = Array(repeating: nil, count: plan.commands.count)
    claims = Array(repeating: nil, count: plan.checklist.claims.count)
    blanks = Array(repeating: nil, count: plan.checklist.blanks.count)
    queries = [:]
  }
}
