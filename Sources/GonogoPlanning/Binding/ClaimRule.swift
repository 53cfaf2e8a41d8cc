internal import GonogoCore
package import GonogoEvidence

/// How a claim is decided, and how that was worked out.
package struct ClaimRule: Sendable {
  /// What decides it.
  package enum Basis: Sendable {
    /// A directive that somebody wrote.
    case directive(Directive)
    /// A limit on a value measured in its section.
    case threshold(Threshold)
    /// Anything else that its sentence states, compared with what `commands` of the rule printed.
    case assertion(Assertion)
    /// A limit, compared with what fills a blank on its line.
    case blank(Int, Threshold)
    /// The passing of the commands under one comment.
    case commands(Range<Int>)
    /// A section's passing.
    case section(Int)
    /// Another claim.
    case claim(Int)
    /// A count that a command prints being above zero.
    case count(String, command: Int)
    /// A person; the role says whose answer it is.
    case person(role: String?)
    /// Nothing: it is left out on purpose.
    case leftOut
  }

  /// What decides it.
  package let basis: Basis
  /// True when the claim is the opposite of its basis.
  package let isNegated: Bool
  /// The commands whose output decides it; nil where the basis says so itself, or where all of its
  /// section do.
  package let commands: [Int]?
  /// Where the rule was written (`file:line`), when somebody wrote it.
  package let writtenAt: String?
  /// How it was worked out, or why it was not.
  package let why: String

  init(
    _ basis: Basis, isNegated: Bool = false, commands: [Int]? = nil, writtenAt: String? = nil,
    why: String
  ) {
    self.basis = basis
    self.commands = commands
    self.isNegated = isNegated
    self.writtenAt = writtenAt
    self.why = why
  }

  /// True when only a person can decide it.
  package var isPersonal: Bool {
    if case .person = basis { return true }
    return false
  }
}
