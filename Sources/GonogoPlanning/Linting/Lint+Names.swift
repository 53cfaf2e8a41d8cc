internal import GonogoCore
internal import GonogoEvidence

extension Lint {
  /// Written bindings that name a value which, as far as the texts of the commands tell, none of them
  /// prints: in a run they would stay unknown.
  mutating func checkNames() {
    let commands = plan.steps.filter { plan.isRun($0) }.flatMap {
      $0.commands.map { plan.commands[$0] }
    }
    let printed = PrintedNames(commands)
    if printed.mayBeAnything { return }
    for claim in checklist.claims {
      if case .directive(let directive) = plan.claimRules[claim.id].basis {
        check(directive, printed, at: place(of: claim))
      }
    }
    for blank in checklist.blanks {
      if case .directive(let directive) = plan.blankRules[blank.id].basis {
        check(directive, printed, at: blank.location)
      }
    }
  }

  private mutating func check(
    _ directive: Directive, _ printed: PrintedNames, at location: SourceLocation
  ) {
    for reference in directive.references {
      guard case .capture(let path) = reference.subject,
        !path.readings.contains(where: { printed.contains($0.name) })
      else { continue }
      let near = path.readings.last.flatMap { printed.nearest(to: $0.name) }
      report(
        .warning, code: "unprinted-name", "no command seems to print `\(path)`",
        cure: near.map { "did you mean `\($0)`?" }
          ?? "write the name as the output has it, or look at what a run recorded", at: location)
    }
  }
}
