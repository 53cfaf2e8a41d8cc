internal import GonogoCore
internal import GonogoShell

extension Lint {
  mutating func checkSteps() {
    for planned in plan.steps {
      checkSecrets(planned.step)
      let isMeant = plan.isRun(planned) || planned.step.obstacle?.kind == .comment
      if planned.commands.isEmpty, isMeant, !planned.step.attributes.skip {
        report(
          .warning, code: "empty-block",
          "this block holds no command, so it checks nothing and its section stays open",
          cure: "write the command, mark the block {skip}, or take its tag away",
          at: SourceLocation(line: planned.step.blockLine))
      }
      for command in plan.commands[planned.commands] { check(command, planned) }
    }
  }

  private mutating func checkSecrets(_ step: Step) {
    for hazard in ShellHazard.secrets(in: step.script) {
      guard case .secret(let what) = hazard.kind else { continue }
      let bytes = Array(step.script.utf8)[hazard.range]
      findings.secrets.append(String(decoding: bytes, as: UTF8.self))
      report(
        .warning, code: "secret-in-argument",
        "a \(what) is written out here, for everybody who reads the document or the process list",
        cure: "take it from the environment (\"$NAME\") or from a file, and change it",
        at: places.location(
          of: hazard.range.lowerBound, in: step.script, from: step.firstLine))
    }
  }

  private mutating func check(_ command: PlannedCommand, _ planned: PlannedStep) {
    guard planned.step.language == .shell else { return }
    if let hazard = command.hazard, !hazard.runsByItself, plan.isRun(planned) {
      report(
        .warning, code: "unattended-command", "this command cannot run by itself: \(hazard.text)",
        cure:
          "give it an end (a count, a time limit, `ssh host 'command'`), or mark the block {skip}",
        at: place(of: 0, in: command))
    }
    for hazard in ShellHazard.all(in: command.text) {
      let location = place(of: hazard.range.lowerBound, in: command)
      switch hazard.kind {
      case .secret: break
      case .placeholder(let name):
        report(
          .warning, code: "unquoted-placeholder",
          "a shell reads \(name) as a redirection; until it is replaced, this is not run",
          cure: "write a variable instead: \"$\(Self.variable(name))\"", at: location)
      case .alwaysSucceeds(let part):
        guard plan.isRun(planned) else { break }
        report(
          .warning, code: "always-succeeds",
          "`\(part)` hides whether this command failed, so its success proves nothing",
          cure: "leave it out, or say what counts: <!-- gonogo: pass when … -->", at: location)
      }
    }
  }

  private func place(of offset: Int, in command: PlannedCommand) -> SourceLocation {
    places.location(of: offset, in: command.text, from: command.line)
  }

  /// `<your cluster>` as the name of a variable.
  private static func variable(_ placeholder: String) -> String {
    let words = placeholder.uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? "NAME" : words.joined(separator: "_")
  }
}
