internal import GonogoCore

extension Lint {
  /// Programs and variables that are not here.
  mutating func checkNeeds(_ machine: LintMachine) {
    for need in plan.variables where machine.unsetVariables.contains(need.name) {
      report(
        .warning, code: "unset-variable",
        "the variable \(need.name) is set neither in this document nor here, so nothing would run",
        cure: "export \(need.name), set it in an earlier block, or write ${\(need.name):-default}",
        at: need.location)
    }
    var reported: Set<String> = []
    for planned in plan.steps where plan.isRun(planned) {
      for command in plan.commands[planned.commands] {
        for tool in command.tools {
          guard let path = machine.missingTools[tool], reported.insert(tool).inserted else {
            continue
          }
          report(tool, path, in: command)
        }
      }
    }
  }

  private mutating func report(_ tool: String, _ path: String?, in command: PlannedCommand) {
    let offset = command.text.firstRange(of: tool).map {
      command.text.utf8.distance(from: command.text.startIndex, to: $0.lowerBound)
    }
    let place = places.location(of: offset ?? 0, in: command.text, from: command.line)
    if let path {
      let folder = path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
      report(
        .warning, code: "missing-tool", "the sandbox hides \(tool), which is in \(folder)",
        cure: "run with --bind \(folder):\(folder):ro", at: place)
    } else {
      report(
        .warning, code: "missing-tool", "\(tool) is not installed here, so this command would fail",
        cure: "install it, or put its folder into PATH", at: place)
    }
  }
}
