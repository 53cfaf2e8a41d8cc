internal import GonogoCore
internal import GonogoShell

/// What the comments of a block say against running some of its commands.
extension Planner {
  /// Leaves out the commands of a step that its comments forbid or keep for a case of failure, and
  /// has somebody asked about those that are for some case only.
  mutating func reserve(_ step: Step, from first: Int) {
    guard !step.reservations.isEmpty, first < commands.count else { return }
    var scope = CommentScope(step)
    for id in first..<commands.count {
      let command = commands[id]
      let start = command.line - step.firstLine
      let end = start + command.text.utf8.count { $0 == 0x0A }
      let found = scope.next(
        lines: start...max(start, end), joinsGroup: command.group.lowerBound < id)
      if let refusal = found.refusal {
        commands[id].refusal = "its comment says not to run it here: “\(refusal)”"
      } else if let doubt = found.doubt {
        addHazard("its comment leaves open whether to run it: “\(doubt)”", to: id)
      }
    }
    refuseDependants(from: first)
  }

  /// The reason why all commands of a step are left out, or nil.
  func refusal(ofAllFrom first: Int) -> Obstacle? {
    guard first < commands.count, let refusal = commands[first].refusal,
      commands[first...].allSatisfy({ $0.refusal != nil })
    else { return nil }
    return Obstacle(.skip, refusal)
  }

  private mutating func addHazard(_ text: String, to id: Int) {
    let other = commands[id].hazard
    commands[id].hazard = Hazard(
      kind: other?.kind ?? .marked, text: other.map { "\($0.text); \(text)" } ?? text)
  }

  /// What needs a value, a function or a folder that a command left out would have given is left out
  /// too: `rm -r "$OLD"/*` without the line that sets OLD is another command.
  private mutating func refuseDependants(from first: Int) {
    var unset: Set<String> = []
    var isElsewhere = false
    for id in first..<commands.count {
      if commands[id].refusal == nil,
        isElsewhere || readings[id].reads.contains(where: { unset.contains($0.name) })
      {
        commands[id].refusal = "it builds on a command above it that is not run"
      }
      if commands[id].refusal != nil {
        unset.formUnion(readings[id].assigns)
        if Self.changesShell(commands[id].text) || !readings[id].defines.isEmpty {
          isElsewhere = true
        }
      } else {
        unset.subtract(readings[id].assigns)
      }
    }
  }

  /// True for what leaves the shell in another folder or state.
  private static func changesShell(_ text: String) -> Bool {
    text.split { $0.isWhitespace || ";&|(){}".contains($0) }.contains {
      ["cd", "pushd", "popd", "source", ".", "eval", "set", "shopt", "exec", "trap", "umask"]
        .contains($0)
    }
  }
}
