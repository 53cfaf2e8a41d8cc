internal import GonogoCore
internal import GonogoEvidence

extension Lint {
  /// Criteria that nothing decides, expectations that were not understood.
  mutating func checkClaims() {
    for claim in checklist.claims {
      let rule = plan.claimRules[claim.id]
      guard rule.isPersonal, rule.writtenAt == nil, !explained.contains(claim.id) else { continue }
      if let why = claim.unrunReason {
        report(
          .note, code: "unrun-block",
          "this block is never run, so a person is asked how it went: \(why)",
          cure: "tag it `bash` or `sql` if it is that, or write {skip} behind its tag",
          at: place(of: claim))
        continue
      }
      switch claim.kind {
      case .goCriterion, .noGoCriterion:
        report(
          .note, code: "undecided-criterion", "a person is asked about this criterion: \(rule.why)",
          cure: "write <!-- gonogo: pass when … --> behind it if a command can decide it",
          at: place(of: claim))
      case .expectation, .trigger:
        // In a section without commands it is for people anyway.
        let isMeasurable = hasCommand(above: claim)
        report(
          isMeasurable ? .warning : .note, code: "expectation-not-understood",
          "a person is asked about this expectation: \(rule.why)",
          cure: "write <!-- gonogo: pass when … --> behind it, or <!-- gonogo: ask -->",
          at: place(of: claim))
      case .item: break
      }
    }
  }

  /// Where the text of a claim begins.
  func place(of claim: Claim) -> SourceLocation {
    guard claim.location.column == 1 else { return claim.location }
    let document = checklist.document
    let line = document.text(document.contentRange(ofLine: claim.location.line))
    let words = line.drop { " \t>".contains($0) }
    let isItem = words.first.map { "-*+".contains($0) } ?? false && words.dropFirst().first == " "
    let start = line.count - words.count + (isItem ? 2 : 0)
    return SourceLocation(line: claim.location.line, column: min(start, line.count) + 1)
  }

  private func hasCommand(above claim: Claim) -> Bool {
    plan.index.commands(in: claim.section).contains { id in
      plan.commands[id].line < claim.location.line && plan.isRun(plan.steps[plan.commands[id].step])
    }
  }

  /// Blanks in sections where no command runs: only people fill them.
  mutating func checkBlanks() {
    for blank in checklist.blanks where blank.field == nil && !blank.isPersonal {
      guard case .label = plan.blankRules[blank.id].basis,
        plan.blankRules[blank.id].predicted == nil,
        !plan.index.commands(in: blank.section).contains(where: {
          plan.isRun(plan.steps[plan.commands[$0].step])
        })
      else { continue }
      let name = blank.label.isEmpty ? "this blank" : "“\(blank.label)”"
      report(
        .note, code: "unfilled-blank",
        "no command of this section fills \(name), so a person is asked",
        cure: "write <!-- gonogo: record … --> behind it if a command prints it", at: blank.location
      )
    }
  }
}
