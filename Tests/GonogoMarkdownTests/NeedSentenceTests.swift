import GonogoCore
import Testing

struct NeedSentenceTests {
  private func read(under heading: String, _ text: String) -> Checklist {
    GonogoMarkdownTests.read("# T\n\n- [ ] a\n\n## \(heading)\n\n\(text)\n")
  }

  @Test(arguments: [
    "GO requires sign-off from at least two approvers.", "A GO decision needs a unanimous vote.",
    "Deployment must be approved by the CTO before proceeding.", "Do not deploy on Fridays.",
    "Only the release manager may decide GO.", "Launch only when the on-call engineer confirms.",
    "All stakeholders must vote GO.", "Freigabe nur, wenn der Kunde zustimmt.",
    "GO seulement si le client valide.", "只有经理批准后才能上线。", "責任者の承認がある場合のみGO。",
    "Ship it if the error rate stays low.", "No deployment without the customer.",
    "Die Freigabe erteilt der Projektleiter.", "No open faults of the first kind.",
  ])
  func asksForWhatASentenceOfTheDecisionDemands(sentence: String) {
    let plain = read(under: "Decision", sentence)
    #expect(plain.shownClaims == ["item a", "goCriterion \(sentence)"])
    #expect(plain.decisionTexts.map { $0.rule } == [.stated])
    #expect(read(under: "Final GO/NO-GO decision", "- \(sentence)").claims.count == 2)
  }

  @Test(arguments: [
    "Write the outcome down here.", "**Decision**: ____", "Approved by: the board",
    "If NO-GO, do not go on before it is mended.", "NO-GO: do not go on.", "GO → you must begin",
    "- [ ] GO\n- [ ] NO-GO", "Must we wait?", "Next step: mend it before the launch",
    "- **Bad**\n  - It must be mended",
  ])
  func passesOverWhatDemandsNothing(text: String) {
    #expect(read(under: "Decision", text).claims.map { $0.kind } == [.item])
  }

  @Test func readsSentencesAboutAGoAnywhere() {
    let sentence = "A GO needs two votes."
    #expect(read(under: "Rules", sentence).shownClaims == ["item a", "goCriterion \(sentence)"])
    for text in ["It must be dry.", "The GO/NO-GO call must be short.", "You must go."] {
      #expect(read(under: "Rules", text).shownClaims == ["item a"])
    }
  }

  @Test(arguments: [
    "GO only if the security team agrees.", "NO-GO unless the QA lead signs.",
    "GO if the team agrees.", "GO criteria: the team agrees",
  ])
  func takesASentenceForWhatIsNeededAndNotForAll(sentence: String) {
    let checklist = read(under: "Decision", sentence)
    #expect(checklist.claims.map { $0.kind } == [.item, .goCriterion])
    #expect(checklist.decisionTexts.map { $0.rule } == [.needed])
  }
}
