/// What the success of one part of a command tells: of a simple command, a pipeline, a list.
struct SuccessPart: Sendable {
  /// What its success tells.
  var value: Success
  /// True when it ends with a failure whatever happens: `exit 1`.
  var failsSurely = false
  /// True when it may leave the loop around it: `break`.
  var breaks = false
  /// True when it is several pipelines joined by `&&` or `||`.
  var isChain = false
  /// The program it begins with, when it is a simple command.
  var program: String?

  /// Both run and either failure shows, as in a pipeline or joined by `&&`.
  func and(_ next: SuccessPart) -> SuccessPart {
    SuccessPart(
      value: Self.joined(value, next.value), failsSurely: next.failsSurely,
      breaks: breaks || next.breaks, isChain: isChain, program: program)
  }

  /// The next one runs only when this one failed; then only its own failure shows.
  func or(_ next: SuccessPart) -> SuccessPart {
    // Another try of the same finds out the same; `|| exit 1` passes the failure on.
    let isRetry = program != nil && program == next.program && next.value == .proves
    let keeps = next.failsSurely || isRetry || value == .trivial
    return SuccessPart(
      value: keeps ? value : .hidesFailure, breaks: breaks || next.breaks, program: next.program)
  }

  /// The next one runs whatever became of this one.
  ///
  /// `isSeen` tells whether the shell reports a failure of a part that is not the last; `isForeign` that
  /// nobody here sees inside of the shell that runs it.
  func then(_ next: SuccessPart, isSeen: Bool, isForeign: Bool) -> SuccessPart {
    var sum = next
    sum.value = Self.joined(value, next.value)
    sum.breaks = breaks || next.breaks
    if isForeign, value == .proves, !next.failsSurely, program.map(Self.prepares) != true {
      sum.value = .hidesFailure
    }
    if value == .proves, next.value == .trivial, !next.failsSurely, !isSeen || isChain {
      sum.value = .hidesFailure
    }
    return sum
  }

  /// True for what only makes the shell ready: what follows fails where it did.
  private static func prepares(_ program: String) -> Bool {
    ["cd", "source", ".", "export", "set", "pushd", "ulimit"].contains(program)
  }

  private static func joined(_ one: Success, _ other: Success) -> Success {
    if one == .hidesFailure || other == .hidesFailure { return .hidesFailure }
    return one == .proves || other == .proves ? .proves : .trivial
  }
}
