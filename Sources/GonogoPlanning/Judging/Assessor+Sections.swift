package import GonogoCore

extension Assessor {
  /// The conjunction of everything in a section and under it that is checked: commands, items,
  /// expectations and blanks. Nil when there is nothing.
  package func sectionResult(_ id: Int) -> SectionResult? {
    let checklist = plan.checklist
    let here = checked(in: id)
    var passed: [Int] = []
    var verdicts: [Verdict] = []
    var reasons: [Reason] = []
    var nanoseconds: UInt64 = 0
    var left = 0
    for step in here.flatMap(plan.index.steps) {
      let planned = plan.steps[step]
      if planned.step.attributes.skip || planned.step.isConditional { continue }
      if planned.commands.isEmpty {
        // An empty check has checked nothing.
        verdicts.append(.unknown)
        reasons.append(
          Reason(
            verdict: .unknown, section: planned.step.section, line: planned.step.firstLine,
            text: "the block in line \(planned.step.firstLine) has no command"))
      }
      for id in planned.commands {
        let command = plan.commands[id]
        let result = observations.commands[id]
        let verdict = result?.verdict ?? .unknown
        nanoseconds += result?.nanoseconds ?? 0
        verdicts.append(verdict)
        if result?.outcome == .background { left += 1 }
        if verdict == .pass {
          passed.append(id)
        } else {
          reasons.append(
            Reason(
              verdict: verdict, section: command.section, line: command.line,
              text: CommandWording.sentence(command, result), subject: .command(id)))
        }
      }
    }
    for id in plan.index.subtree(of: id).flatMap(plan.index.claims) {
      let claim = checklist.claims[id]
      guard !claim.isCriterion, checklist.counts(claim) else { continue }
      if case .leftOut = plan.claimRules[claim.id].basis { continue }
      let result = observations.claims[claim.id]
      let holds = result?.verdict ?? .unknown
      let verdict = claim.isTrigger ? !holds : holds
      verdicts.append(verdict)
      if verdict != .pass {
        reasons.append(
          Reason(
            verdict: verdict, section: claim.section, line: claim.location.line,
            text: "“\(claim.text)”: " + (result?.because ?? "not reached"),
            subject: .claim(claim.id)))
      }
    }
    // Of a case that need not arise only the blanks are kept that are written before it can.
    for id in plan.index.subtree(of: id).flatMap(plan.index.blanks) {
      let blank = checklist.blanks[id]
      if blank.field != nil { continue }
      if case .leftOut = plan.blankRules[blank.id].basis { continue }
      let result = observations.blanks[blank.id]
      if blank.isRoom, result?.text == nil { continue }
      if let text = result?.text, let objection = FilledVerdict.objection(text, in: blank) {
        verdicts.append(.fail)
        reasons.append(
          Reason(
            verdict: .fail, section: blank.section, line: blank.location.line, text: objection,
            subject: .blank(blank.id)))
        continue
      }
      verdicts.append(result?.text == nil ? .unknown : .pass)
      if result?.text == nil {
        reasons.append(
          Reason(
            verdict: .unknown, section: blank.section, line: blank.location.line,
            text: "“\(blank.label)” is not filled: " + (result?.because ?? "not reached"),
            subject: .blank(blank.id)))
      }
    }
    if passed.count == verdicts.count, let hiding = onlyHidden(passed) {
      verdicts.append(.unknown)
      reasons.append(
        Reason(
          verdict: .unknown, section: hiding.section, line: hiding.line,
          text: CommandSuccess.sentence(hiding),
          subject: .command(hiding.id)))
    }
    guard !verdicts.isEmpty else { return nil }
    return SectionResult(
      section: id, verdict: Verdict.all(verdicts),
      reasons: reasons.sorted { ($0.line, $0.text) < ($1.line, $1.text) },
      nanoseconds: nanoseconds, checksSomething: left < verdicts.count)
  }

  /// The results of all sections that have something of their own in them, in document order.
  package func sectionResults() -> [SectionResult] {
    var own: Set<Int> = []
    own.formUnion(plan.checklist.steps.map(\.section))
    own.formUnion(
      plan.checklist.claims.filter { !$0.isCriterion && plan.checklist.counts($0) }.map(\.section))
    own.formUnion(plan.checklist.blanks.filter { $0.field == nil }.map(\.section))
    return own.sorted().compactMap(sectionResult)
  }
}
