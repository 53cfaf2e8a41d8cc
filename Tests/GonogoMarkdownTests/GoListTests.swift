import GonogoCore
import Testing

struct GoListTests {
  private func checklist(_ heading: String) -> Checklist {
    read("# T\n\n- [ ] a\n\n## \(heading)\n\n- [ ] b\n")
  }

  @Test(arguments: [
    "GO if all", "✅ GO if ALL true:", "GO criteria", "3. GO criteria", "GO when all of these hold",
    "Conditions for GO", "GO wenn alle erfüllt sind", "GO si todos se cumplen", "GO条件",
    "GO if all 3 hold", "Criterios GO", "满足全部条件则 GO", "所有条件满足时 GO", "すべて満たせば GO",
    "すべての条件を満たす場合 GO",
  ])
  func takesAListThatNamesAllForAllOfIt(heading: String) {
    #expect(checklist(heading).shownClaims == ["item a", "goCriterion b"])
    #expect(checklist(heading).decisionTexts.isEmpty)
  }

  @Test(arguments: [
    "GO only if", "GO only if all", "NO-GO unless all of these hold", "Do not go unless all", "GO",
    "GO if", "Example GO criteria", "Minimum GO criteria", "Additional GO criteria",
    "Nice-to-have GO criteria", "Hotfix GO criteria", "Customer GO criteria", "GO criteria (old)",
    "GO criteria for phase 2", "GO if possible", "Where to go when it is over",
  ])
  func letsNothingStayOpenBesideAnyOtherList(heading: String) {
    #expect(checklist(heading).decisionTexts.map { $0.rule } == [.needed])
    let lead = read("# T\n\n- [ ] a\n\n**\(heading):**\n\n- [ ] b\n")
    #expect(lead.decisionTexts.map { $0.rule } == [.needed])
  }

  @Test(arguments: [
    "GO actions", "GO steps", "GO meeting", "GO votes", "GO decision", "GO communication",
    "Conditional GO", "部分条件满足则 GO", "すべて満たさなければ GO",
  ])
  func takesWhatOnlyNamesGoForNoList(heading: String) {
    #expect(checklist(heading).shownClaims == ["item a", "item b"])
  }

  @Test(arguments: [
    "On GO", "After GO", "After the GO", "When GO", "Once GO is given", "In case of GO", "Nach GO",
    "Après GO", "Tras el GO", "GO 后", "GO 时", "On NO-GO", "After NO-GO", "NO-GO actions",
    "NO-GO procedure", "What to do on NO-GO", "In the event of NO-GO", "NO-GO communication",
    "Bei NO-GO", "En caso de NO-GO", "En cas de NO-GO", "NO-GOの場合", "NO-GO 时",
  ])
  func takesWhatComesAfterTheDecisionForACase(heading: String) {
    #expect(checklist(heading).sections.last?.role == .conditional)
    #expect(checklist(heading).shownClaims == ["item a"])
  }

  @Test(arguments: [
    "When to go if all", "When do we go", "On the go", "Following GO criteria", "After go live",
    "NO-GO: stop immediately", "Once GO criteria are met",
  ])
  func takesOtherHeadingsForNoCase(heading: String) {
    #expect(checklist(heading).sections.last?.role != .conditional)
    #expect(checklist(heading).claims.count == 2)
  }

  @Test(arguments: [
    "GO if ANY of these is true", "GO if one of these holds", "GO si alguno se cumple",
    "CONDITIONAL GO criteria", "GO with conditions", "Conditional GO if",
  ])
  func saysThatItIsNotCertainHowAListDecides(heading: String) {
    #expect(checklist(heading).decisionTexts.map { $0.rule } == [.unclear(heading)])
  }

  @Test(arguments: [
    "GO if ≥ 90% of the boxes are ticked.", "CONDITIONAL GO: 1-2 boxes open, with a plan.",
    "| Outcome | When |\n|---|---|\n| CONDITIONAL GO | At most 2 boxes open |",
    "Every box must be ticked or have a ticket number.",
  ])
  func saysThatItIsNotCertainHowASentenceDecides(text: String) {
    let rules = read("# T\n\n- [ ] a\n\n## Decision\n\n\(text)\n").decisionTexts.map { $0.rule }
    #expect(rules.count == 1 && rules != [.allBoxes])
  }
}
