internal import GonogoCore
internal import GonogoEvidence

extension Planner {
  /// What documents made for other tools compare output with, as directives: a regular expression
  /// that gonogo understands is matched; everything else, a score above all, is asked.
  func expectedOutputDirectives(_ names: Names) -> [Annotation] {
    checklist.expectedOutputs.map { expected in
      Annotation(
        subject: .claim(expected.claim), text: directive(for: expected, names),
        file: checklist.document.path, location: expected.location)
    }
  }

  private func directive(for expected: ExpectedOutput, _ names: Names) -> String {
    guard let pattern = expected.pattern, let step = expected.step, steps[step].obstacle == nil
    else { return "ask" }
    let quoted = pattern.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let name = "line \(steps[step].step.blockLine)"
    let text = "pass when output(\"\(name)\") matches \"\(quoted)\""
    do throws(DirectiveError) {
      let directive = try DirectiveParser.parse(text)
      return Checker.faults(in: directive, names: PlanScope.scope(names)).isEmpty ? text : "ask"
    } catch {
      return "ask"
    }
  }
}
