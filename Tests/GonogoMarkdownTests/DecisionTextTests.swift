import GonogoCore
import Testing

struct DecisionTextTests {
  private func rules(_ text: String) -> [DecisionText.Rule] {
    read("# T\n\n\(text)\n").decisionTexts.map(\.rule)
  }

  @Test(arguments: [
    "All items must be checked before deployment.", "Do not proceed until every box is ticked.",
    "If any box is NOT checked, DEPLOYMENT IS BLOCKED.", "**If all checkboxes are marked:**",
    "**If any items remain unchecked:**", "Complete all items before launch.",
    "Marcar cada ítem antes del despliegue.", "Todos los puntos deben estar completados.",
    "Alle Punkte müssen abgehakt sein.", "所有检查项必须完成。", "すべての項目をチェックしてからリリースする。",
    "**GO criteria:** All items checked.", "Cochez chaque case avant la mise en production.",
    "Alle Punkte vor dem Rollout abhaken.", "Todos los ítems deben estar en verde antes del GO.",
    "Debe completarse cada punto antes del despliegue.", "所有项目打勾后才能上线。",
    "デプロイ前にすべての項目を確認すること。", "배포 전에 모든 항목을 확인해야 합니다.",
    "Only proceed when all boxes are checked.", "Any unchecked item blocks the release.",
    "This checklist must be completed before each rollout.",
    "All tasks must be done before go-live.",
    "Diese Checkliste muss vor jedem Rollout vollständig abgearbeitet werden.",
    "Every step must be ticked off before the launch.", "请在部署前完成所有检查项。",
    "A single open item is a NO-GO.", "100% of the items must be checked.",
  ])
  func readsThatAllBoxesCount(sentence: String) {
    #expect(rules(sentence) == [.allBoxes])
  }

  @Test(arguments: [
    ("All items not marked Recommended must be checked.", DecisionText.Rule.allButRecommended),
    ("- All items below that are **not marked “Optional”** must be ticked.", .allButRecommended),
    ("All CRITICAL items must pass.", .allCritical),
    ("All required items must be checked.", .allCritical),
    ("All P0 items must be resolved before the launch.", .allCritical),
    ("All required validations must pass before the launch.", .allCritical),
    ("Todos los ítems críticos deben pasar.", .allCritical),
  ])
  func readsWhatMayStayOpen(sentence: String, rule: DecisionText.Rule) {
    #expect(rules(sentence) == [rule])
  }

  @Test(arguments: [
    "All tests must pass.", "Each checked item must have evidence.", "All items are listed below.",
    "If any required gate fails, ask the owner.", "The items above are the checklist.",
    "If any of these checks fail, the script exits.", "- [ ] All items must be checked",
    "Once all gates are green, tell the team.", "All systems go.",
    "Any item blocks the others.", "Alle Punkte vor dem Haus.",
    "One open item is listed below.", "- If any step fails:\n  - stop", "This checklist is long.",
    "This checklist must be kept short.", "All steps are run from the root.",
  ])
  func takesOtherSentencesForNoRule(sentence: String) {
    #expect(rules(sentence) == [])
  }

  @Test func readsBands() {
    let bands: [ScoreBand] = [
      ScoreBand(lowest: 90, isGo: true, name: "GO"),
      ScoreBand(lowest: 75, isGo: nil, name: "Conditional"),
      ScoreBand(lowest: 0, isGo: false, name: "NO-GO"),
    ]
    #expect(rules("90-100% = GO, 75-89% = Conditional, <75% = NO-GO") == [.bands(bands)])
    #expect(rules("- 90-100%: GO\n- 75-89%: Conditional\n- <75%: NO-GO") == [.bands(bands)])
    #expect(
      rules(
        "| Score | Result |\n|---|---|\n| ≥90% | GO |\n| 75–89% | Conditional |\n| <75% | NO-GO |")
        == [.bands(bands)])
  }

  @Test(arguments: [
    "90-100% = GO, 75-89% = NO-GO", "90-100% = GO, 90-95% = NO-GO, <50% = NO-GO",
    "At least 90% of the items must be checked before launch.", "8 of 10 items must pass.",
    "≥90% = GO, ≥80% = GO, <80% = NO-GO",
  ])
  func saysWhereARuleIsNotCertain(sentence: String) {
    #expect(rules(sentence) == [.unclear(sentence)])
    #expect(read("# T\n\n\(sentence)\n").shownDiagnostics == ["unclear-decision 3"])
  }

  @Test(arguments: [
    "| p95 | ≥ 95% | 96% PASS |", "Coverage is 90% and ready.", "CPU 10-20%, disk 30-40%",
  ])
  func takesOtherSharesForNoBands(text: String) {
    #expect(rules(text) == [])
  }

  // MARK: Criteria in sentences

  @Test(arguments: [
    (
      "GO if the error rate is below 1% and all pods run.",
      ["goCriterion GO if the error rate is below 1% and all pods run"]
    ),
    ("**NO-GO if** any pod crashes", ["noGoCriterion NO-GO if any pod crashes"]),
    ("- GO only if the backup is fresh", ["goCriterion GO only if the backup is fresh"]),
    (
      "GO if all tests pass; NO-GO if data is lost.",
      ["goCriterion GO if all tests pass", "noGoCriterion NO-GO if data is lost"]
    ),
    ("NO-GO unless the backup is fresh.", ["goCriterion NO-GO unless the backup is fresh"]),
    ("GO si la tasa de errores es < 1%", ["goCriterion GO si la tasa de errores es < 1%"]),
    ("GO wenn alles läuft", ["goCriterion GO wenn alles läuft"]),
    ("**GO criteria:** the queue is empty", ["goCriterion the queue is empty"]),
    ("**Criterio NO-GO:** hay errores", ["noGoCriterion hay errores"]),
  ])
  func readsCriteriaFromOneSentence(sentence: String, claims: [String]) {
    #expect(read("# T\n\n\(sentence)\n").shownClaims == claims)
  }

  @Test(arguments: [
    "GO if all of the following hold:", "Let us go if it rains", "Golang if needed",
    "**GO**: Proceed with the launch", "- Migration (if GO): 2-3 hours",
    "To go live, see the page that says where you want to go when all of it is done today.",
  ])
  func takesOtherSentencesForNoCriteria(sentence: String) {
    #expect(read("# T\n\n\(sentence)\n").claims.isEmpty)
  }

  @Test func readsTheRowsOfACriteriaTable() {
    let text =
      "# T\n\n## GO criteria\n\n| Criterion | Status |\n|---|---|\n| Backup exists | ⏳ |\n| Team is ready | |\n"
    #expect(read(text).shownClaims == ["goCriterion Backup exists", "goCriterion Team is ready"])
    let commands = "# T\n\n## NO-GO commands\n\n| Command | Why |\n|---|---|\n| `rm` | gone |\n"
    #expect(read(commands).claims.isEmpty)
  }

  @Test func readsSuccessCriteriaOfTheDocument() {
    let checklist = read(
      "# T\n\n## Success criteria\n\n- all pods run\n- p95 < 1 s\n\n**Optional:**\n\n- [ ] nicer\n")
    #expect(
      checklist.shownClaims == ["goCriterion all pods run", "goCriterion p95 < 1 s", "item nicer"])
    #expect(checklist.decisionTexts.map(\.rule) == [.criteria])
    #expect(checklist.claims.map(\.weight) == [.plain, .plain, .recommended])
    #expect(
      read("# T\n\nThe test is passed if:\n\n- a\n").shownClaims == ["goCriterion a"])
  }

  // MARK: Weight

  @Test(arguments: [
    ("🔴 a", Claim.Weight.critical), ("a (CRITICAL)", .critical), ("**BLOQUEANTE**: a", .critical),
    ("[required] a", .critical), ("a（必須）", .critical), ("⚠️ a", .critical), ("MUST: a", .critical),
    ("a (recommended)", .recommended), ("(optional) a", .recommended),
    ("a (opcional)", .recommended),
    ("a（推奨）", .recommended), ("**Optional:** a", .recommended),
    ("a (optional, CRITICAL)", .critical),
    ("a", .plain), ("the recommended version runs", .plain), ("no CRITICAL findings", .plain),
    ("an optional flag is set", .plain), ("a (see below)", .plain),
  ])
  func readsHowMuchAnItemMatters(text: String, weight: Claim.Weight) {
    #expect(read("# T\n\n## S\n\n- [ ] \(text)\n").claims.first?.weight == weight)
  }

  @Test(arguments: [
    ("Recommended", Claim.Weight.recommended), ("CI (recomendado)", .recommended),
    ("🔴 Security", .critical), ("Critical checks", .critical),
    ("Recommended by the team of us", .plain),
    ("Checks", .plain),
  ])
  func takesTheWeightOfTheHeading(heading: String, weight: Claim.Weight) {
    let text = "# T\n\n## \(heading)\n\n### Sub\n\n- [ ] a\n- [ ] 🔴 b\n"
    #expect(read(text).claims.map(\.weight) == [weight, .critical])
  }
}
