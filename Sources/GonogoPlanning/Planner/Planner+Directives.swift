internal import GonogoCore
internal import GonogoEvidence
internal import GonogoShell

extension Planner {
  mutating func parsed(_ annotation: Annotation, _ names: Names) -> Directive? {
    let directive: Directive
    do throws(DirectiveError) {
      directive = try DirectiveParser.parse(annotation.text)
    } catch {
      report(error, annotation)
      return nil
    }
    let faults =
      Checker.faults(in: directive, names: PlanScope.scope(names)) + queryFaults(directive)
    for fault in faults { report(fault, annotation) }
    if let own = selfReference(in: directive, of: annotation.subject, names) {
      report(
        DirectiveError(
          "this is a part of the section it refers to, so it can never be decided",
          at: own.offset, cure: "refer to a command, or to another section"),
        annotation, code: "refers-to-itself")
      return nil
    }
    if case .claim = annotation.subject, case .record = directive {
      report(
        "record-without-blank", "`record` fills blanks, and this is a sentence",
        cure: "use `pass when …` or `fail when …`", annotation)
      return nil
    }
    if case .blank = annotation.subject {
      switch directive {
      case .passWhen, .failWhen:
        report(
          "condition-on-blank", "a blank is filled, it does not pass or fail",
          cure: "use `record …`", annotation)
        return nil
      default: break
      }
    }
    return faults.isEmpty ? directive : nil
  }

  /// The reference of a directive to a section that waits for what the directive decides.
  private func selfReference(
    in directive: Directive, of subject: Annotation.Subject, _ names: Names
  ) -> Reference? {
    let home: Int
    switch subject {
    case .claim(let id):
      let claim = checklist.claims[id]
      guard !claim.isCriterion else { return nil }
      home = claim.section
    case .blank(let id): home = checklist.blanks[id].section
    }
    return directive.references.first { reference in
      guard case .passed(let name) = reference.subject,
        case .one(.section(let section)) = names.target(name)
      else { return false }
      return checklist.isSection(home, within: section)
    }
  }

  /// Queries run without being asked about, so they must plainly only read.
  private func queryFaults(_ directive: Directive) -> [DirectiveError] {
    directive.references.compactMap { reference in
      guard case .sql(let query) = reference.subject else { return nil }
      let reading = reader.read("psql -c " + ShellQuoting.quoted(query))
      guard reading.effect != .reads else { return nil }
      return DirectiveError(
        "this query may change something: \(reading.effectReason)", at: reference.offset,
        cure: "ask with a plain SELECT or SHOW, or write a ```sql block and approve it")
    }
  }

  /// What to do where the message itself offers nothing nearer.
  private static let generalCure =
    "take names as the document and the output write them; a whole directive is "
    + "`pass when real < 500 ms` or `pass when passed(\"a heading or label\")`"

  private mutating func report(
    _ error: DirectiveError, _ annotation: Annotation, code: String = "directive"
  ) {
    let place = annotation.location
    diagnostics.append(
      Diagnostic(
        .error, code: code, error.message, cure: error.cure ?? Self.generalCure,
        file: annotation.file,
        at: SourceLocation(line: place.line, column: place.column + error.offset)))
  }

  mutating func report(
    _ code: String, _ message: String, cure: String, _ annotation: Annotation
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, cure: cure, file: annotation.file, at: annotation.location))
  }

  /// The sidecar's entries, each with the claim or blank it names.
  mutating func resolvedEntries() -> [Annotation] {
    guard let sidecar else { return [] }
    let finder = SubjectFinder(checklist: checklist)
    var annotations: [Annotation] = []
    for entry in sidecar.entries {
      switch finder.find(section: entry.section, text: entry.text) {
      case .success(let subject):
        annotations.append(
          Annotation(
            subject: subject, text: entry.directive, file: sidecar.file,
            location: entry.directiveLocation))
      case .failure(let problem):
        diagnostics.append(
          Diagnostic(
            .error, code: problem.isSection ? "unknown-section" : "unknown-text", problem.message,
            cure: problem.cure, file: sidecar.file,
            at: problem.isSection ? entry.sectionLocation : entry.textLocation))
      }
    }
    return annotations
  }
}
