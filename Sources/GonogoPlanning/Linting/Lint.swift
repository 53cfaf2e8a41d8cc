internal import GonogoCore
internal import GonogoEvidence
internal import GonogoShell

/// Looks a plan over for what its author should know before it is run.
///
/// An error would run wrong or not at all; a warning wants a person's look; a note says who will be
/// asked what.
package struct Lint {
  let plan: Plan
  let places: StepPlace
  var findings = LintFindings()
  /// Claims of which a finding says more than that nobody understood them.
  var explained: Set<Int> = []

  private init(_ plan: Plan) {
    self.plan = plan
    places = StepPlace(plan.checklist.document)
  }

  /// Checks `plan`. Without a `machine` nothing is said of programs and variables.
  package static func check(_ plan: Plan, machine: LintMachine? = nil) -> LintFindings {
    var lint = Lint(plan)
    lint.checkSteps()
    lint.checkLimits()
    lint.checkClaims()
    lint.checkBlanks()
    lint.checkNames()
    lint.checkDecision()
    if let machine { lint.checkNeeds(machine) }
    return lint.findings
  }

  var checklist: Checklist { plan.checklist }

  mutating func report(
    _ severity: Diagnostic.Severity, code: String, _ message: String, cure: String,
    at location: SourceLocation
  ) {
    findings.diagnostics.append(
      Diagnostic(
        severity, code: code, message, cure: cure, file: checklist.document.path, at: location))
  }
}
