internal import GonogoCore
internal import GonogoEvidence

/// What expressions are told during a run: observed values, verdicts, outputs.
struct RunScope: Sendable {
  let plan: Plan
  let names: Names
  let observations: Observations
  let sections: @Sendable (Int) -> Verdict

  /// The scope for an expression that stands in section `home`: an unqualified capture is looked
  /// for there first, then in the whole document.
  func scope(home: Int) -> ExpressionScope {
    ExpressionScope(
      captures: { qualifier, name, row in capture(qualifier, name, row, home: home) },
      passed: { name in
        names.target(name).map { target in
          switch target {
          case .section(let id): sections(id)
          case .step(let id): verdict(of: plan.steps[id].commands)
          case .commands(let ids): verdict(of: ids)
          }
        }
      },
      exit: { name in
        results(name) { result in
          let command = plan.commands[result.command]
          if result.verdict == .pass, command.hidesFailure {
            return .notYet(CommandSuccess.sentence(command))
          }
          return result.status.map { .one($0) } ?? .notYet(reason(result, name))
        }
      },
      output: { name in
        if case .one(.step(let id)) = names.target(name) { return output(ofStep: id, name) }
        return results(name) { result in
          // What a failed command did not print is no evidence of anything.
          guard result.verdict == .pass else { return .notYet(reason(result, name)) }
          if let blind = blindness([result.command]) { return .notYet(blind) }
          return .one(
            ObservedOutput(
              result.stdout.text + result.stderr.text,
              isTruncated: result.stdout.isTruncated || result.stderr.isTruncated))
        }
      },
      sql: { observations.queries[$0] ?? .failed("no database was asked") },
      baseline: { _ in .notYet("no earlier run is known") })
  }

  private func verdict(of ids: Range<Int>) -> Verdict {
    let verdict = Verdict.all(ids.map { observations.commands[$0]?.verdict ?? .unknown })
    let isEmpty = verdict == .pass && CommandSuccess.obstacle(plan.commands[ids]) != nil
    return isEmpty ? .unknown : verdict
  }

  /// What a whole block printed; only when all of it passed.
  private func output(ofStep id: Int, _ name: String) -> NameLookup<ObservedOutput> {
    var text = ""
    var isTruncated = false
    if let blind = blindness(plan.steps[id].commands) { return .notYet(blind) }
    for command in plan.steps[id].commands {
      guard let result = observations.commands[command], result.verdict == .pass else {
        return .notYet(reason(observations.commands[command], name))
      }
      text += result.stdout.text + result.stderr.text
      isTruncated = isTruncated || result.stdout.isTruncated || result.stderr.isTruncated
    }
    return .one(ObservedOutput(text, isTruncated: isTruncated))
  }

  /// Why what one of the commands printed tells nothing of the machine, or nil.
  private func blindness(_ ids: some Sequence<Int>) -> String? {
    ids.lazy.map { plan.commands[$0] }.first { $0.blindness != nil }
      .map(CommandSuccess.sentence)
  }

  private func reason(_ result: CommandResult?, _ name: String) -> String {
    switch result?.verdict {
    case nil: "“\(name)” has not run"
    case .skipped: "“\(name)” did not run"
    case .fail: "“\(name)” failed"
    case .unknown, .pass: "“\(name)” printed nothing of the kind"
    }
  }

  /// The one command that a name means: the only one under its comment, in its step or section.
  private func results<Value>(
    _ name: String, _ body: (CommandResult) -> NameLookup<Value>
  ) -> NameLookup<Value> {
    switch names.target(name) {
    case .one(let target):
      let ids = commands(in: target)
      guard let id = ids.first, ids.count == 1 else {
        return .ambiguous(ids.map { "“\(plan.commands[$0].name)”" })
      }
      guard let result = observations.commands[id] else { return .notYet(reason(nil, name)) }
      return body(result)
    case .none(let nearest): return .none(nearest: nearest)
    case .ambiguous(let places): return .ambiguous(places)
    case .notYet(let why): return .notYet(why)
    }
  }

  private func commands(in target: Names.Target) -> [Int] {
    switch target {
    case .commands(let ids): Array(ids)
    case .step(let id): Array(plan.steps[id].commands)
    case .section(let id):
      plan.index.subtree(of: id).flatMap(plan.index.commands)
    }
  }

  private func capture(
    _ qualifier: [String], _ name: String, _ row: Int?, home: Int
  ) -> CaptureLookup {
    var pool: [Int]
    if let last = qualifier.last {
      switch names.target(last) {
      case .one(let target): pool = commands(in: target)
      case .none(let nearest): return .none(nearest: nearest)
      case .ambiguous(let places): return .ambiguous(places)
      case .notYet(let why): return .notYet(why)
      }
      return captured(name, row, in: pool)
    }
    pool = plan.index.commands(in: home)
    let near = captured(name, row, in: pool)
    if case .notYet = near {
      let everywhere = captured(name, row, in: plan.commands.map(\.id))
      if case .one = everywhere { return everywhere }
      if case .ambiguous = everywhere { return everywhere }
    }
    return near
  }

  /// Only commands that passed are evidence: one that failed early is quick and prints little.
  private func captured(_ name: String, _ row: Int?, in ids: [Int]) -> CaptureLookup {
    var found: [(command: Int, capture: Capture)] = []
    var failed: String?
    for id in ids {
      guard let result = observations.commands[id] else { continue }
      if result.verdict != .pass {
        if result.verdict == .fail || result.captures.contains(where: { $0.name == name }) {
          failed = failed ?? "“\(plan.commands[id].name)” did not pass"
        }
        continue
      }
      if let blind = blindness([id]) {
        if result.captures.contains(where: { $0.name == name }) { failed = failed ?? blind }
        continue
      }
      for capture in result.captures where capture.name == name && capture.row == row {
        found.append((id, capture))
      }
      // A table of one row can be asked for its first row.
      if row == 1 {
        for capture in result.captures where capture.name == name && capture.row == nil {
          found.append((id, capture))
        }
      }
    }
    if let only = found.first, found.count == 1 { return .one(only.capture) }
    if found.isEmpty { return .notYet(failed ?? "no command printed \(name)") }
    return .ambiguous(found.map { "\(name) of “\(plan.commands[$0.command].name)”" })
  }
}

extension NameLookup {
  /// The same answer with its value changed.
  func map<Other>(_ change: (Value) -> Other) -> NameLookup<Other> {
    switch self {
    case .one(let value): .one(change(value))
    case .none(let nearest): .none(nearest: nearest)
    case .ambiguous(let places): .ambiguous(places)
    case .notYet(let why): .notYet(why)
    }
  }
}
