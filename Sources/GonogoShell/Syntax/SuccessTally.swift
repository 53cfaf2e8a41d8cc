/// Works out, while a list of commands is read, what its success tells.
struct SuccessTally: Sendable {
  private enum Joint { case and, or }

  /// True where the shell reports a failing command that is not the last: not in a subshell.
  var isSeen = true
  /// True in a script that another shell runs (`ssh host '…'`): of it only the last status is seen, and
  /// of a pipeline that of its last program.
  var isForeign = false
  /// True in `until …; do`, which ends only when its condition succeeded.
  var isUntil = false
  /// True behind `!`.
  var isNegated = false
  /// True when what is read next is the body of a function.
  var isFunction = false
  /// The compound command that has just ended.
  var compound: SuccessPart?
  /// The last substitution in the command that is read.
  var substitution: SuccessPart?
  private var pipeline: SuccessPart?
  private var chain: SuccessPart?
  private var joint: Joint?
  private var sequence: SuccessPart?
  private var condition: SuccessPart?
  private var branches: [SuccessPart] = []
  private var hasElse = false

  /// Takes note of one program of a pipeline.
  mutating func add(_ part: SuccessPart) {
    if let before = pipeline {
      pipeline = before.and(part)
      if isForeign, before.value == .proves { pipeline?.value = .hidesFailure }
    } else {
      pipeline = part
    }
    compound = nil
    substitution = nil
  }

  /// Takes note that a pipeline has ended.
  mutating func endPipeline() {
    guard var part = pipeline else { return }
    pipeline = nil
    if isNegated {
      isNegated = false
      part.failsSurely = false
      part.program = nil
      if part.value == .trivial { part.value = .proves }
    }
    guard let before = chain, let joint else {
      chain = part
      return
    }
    chain = joint == .and ? before.and(part) : before.or(part)
    chain?.isChain = true
    self.joint = nil
  }

  /// Takes note of `&&`.
  mutating func joinAnd() { joint = .and }

  /// Takes note of `||`.
  mutating func joinOr() { joint = .or }

  /// Takes note that a statement of the list has ended.
  mutating func endStatement() {
    endPipeline()
    joint = nil
    guard let part = chain else { return }
    chain = nil
    sequence = sequence?.then(part, isSeen: isSeen, isForeign: isForeign) ?? part
  }

  /// Takes note of `then` or `do`: what stands before is a condition.
  mutating func endCondition() {
    endStatement()
    if let part = sequence { condition = condition?.and(part) ?? part }
    sequence = nil
  }

  /// Takes note of `elif`, `else` or `;;`.
  mutating func endBranch(isElse: Bool = false) {
    endStatement()
    branches.append(sequence ?? SuccessPart(value: .trivial))
    sequence = nil
    hasElse = hasElse || isElse
  }

  /// The whole list, when it has ended.
  mutating func part(of kind: ShellList.Kind) -> SuccessPart {
    endStatement()
    switch kind {
    case .text, .subshell, .substitution, .braces:
      var whole = sequence ?? SuccessPart(value: .trivial)
      whole.isChain = false
      whole.program = nil
      return whole
    case .loop:
      if isUntil || condition?.program == nil && condition?.value == .proves {
        // It may give up: by another way out of its condition, or by a `break`.
        let mayGiveUp = condition?.value == .hidesFailure || sequence?.breaks == true
        return SuccessPart(value: mayGiveUp ? .hidesFailure : .proves)
      }
      return SuccessPart(value: sequence?.value ?? .trivial)
    case .ifClause, .caseClause:
      endBranch()
      var part = branched(kind)
      part.breaks = branches.contains(where: \.breaks)
      return part
    }
  }

  /// The whole of an `if` or `case`, when it has ended.
  private func branched(_ kind: ShellList.Kind) -> SuccessPart {
    if kind == .ifClause, condition?.value == .trivial { return alternatives }
    if branches.contains(where: \.failsSurely) { return SuccessPart(value: .proves) }
    let all = alternatives
    if all.value == .trivial, condition == nil { return all }
    let isCovered = hasElse && branches.allSatisfy { $0.value == .proves }
    return isCovered ? all : SuccessPart(value: .hidesFailure)
  }

  private var alternatives: SuccessPart {
    branches.dropFirst().reduce(branches.first ?? SuccessPart(value: .trivial)) { $0.and($1) }
  }
}
