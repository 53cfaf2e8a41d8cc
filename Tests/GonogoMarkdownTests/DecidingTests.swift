import GonogoCore
import Testing

struct DecidingTests {
  private func rules(_ text: String) -> [DecisionText.Rule] {
    read("# T\n\n\(text)\n").decisionTexts.map { $0.rule }
  }

  // MARK: GO lines

  @Test(arguments: [
    "```\nGO:    all boxes ✅\nNO-GO: one is open\n```",
    "```text\nGO: Alle Checkboxen ✅\nNO-GO: mindestens ein Punkt offen\n```",
    "- GO: all items checked", "**Go**: todas las casillas marcadas",
    "- GO: toutes les cases cochées", "- Go: alle Punkte erfüllt",
  ])
  func readsLinesThatAskForAllBoxes(text: String) {
    #expect(rules(text).contains(.allBoxes))
  }

  @Test(arguments: [
    "```\nGO: all boxes ✅\n```", "```bash\nGO: all boxes\nNO-GO: one is open\n```",
    "- Status: all boxes ✅", "- GO: all critical boxes ticked", "- GO: all servers are up",
    "- GO: proceed with all items on the list of tomorrow", "All boxes ✅",
  ])
  func readsNoneInOtherLines(text: String) {
    #expect(!rules(text).contains(.allBoxes))
  }

  // MARK: Everything

  @Test(arguments: [
    "Only when everything has passed is the feature complete.",
    "Nur wenn alles bestanden ist, gilt es als fertig.",
    "Solo si todo está completado se entrega la obra.",
    "1. 只有全部通过才算完成", "4. 全部勾選後方可發布",
  ])
  func readsSentencesThatAskForEverything(text: String) {
    #expect(rules(text) == [.allBoxes])
  }

  @Test(arguments: [
    "Only when everything is loaded the page shows it.", "Only if everything passed?",
    "When everything has passed the tool prints a line.", "全部测试通过才能合并", "全部通过",
  ])
  func readsNoneInOthers(text: String) {
    #expect(rules(text) == [])
  }

  // MARK: Gates

  @Test(arguments: ["Release gate", "1.0 Gate (proposal)", "2.0 ゲート", "Gate 2", "发布门禁"])
  func takesBoxesUnderAGateForCriteria(heading: String) {
    let checklist = read("# T\n\n## \(heading)\n\n- [ ] a\n- [ ] b\n")
    #expect(checklist.shownClaims == ["goCriterion a", "goCriterion b"])
  }

  @Test(arguments: ["API gateway", "Gate", "Feature gates", "Verify the gate", "Check gate"])
  func takesOtherHeadingsForNone(heading: String) {
    #expect(read("# T\n\n## \(heading)\n\n- [ ] a\n").shownClaims == ["item a"])
  }

  @Test func takesBulletsUnderAGateForNone() {
    #expect(read("# T\n\n## Gate 2\n\n- a\n- b\n").shownClaims == [])
  }

  // MARK: Places of the decision

  @Test func namesWhereADocumentOfAllBoxesDecides() {
    let all = "All boxes must be ticked.\n\n## Work\n\n- [ ] a\n\n"
    #expect(rules(all + "## Final GO/NO-GO decision\n\n- [ ] b") == [.allBoxes, .deciding])
    #expect(rules(all + "## Go live\n\n- [ ] b") == [.allBoxes])
    #expect(rules("## Final decision\n\n- [ ] b") == [])
  }

  // MARK: Legends and states

  @Test(arguments: [
    "## Format\n\n- [ ] open\n- [x] done\n- [!] failed", "Legend:\n- [ ] open\n- [x] done",
    "### 格式\n\n- [ ] 未測試\n- [x] 已通過",
  ])
  func takesExplainedStatesForNoBoxes(text: String) {
    let checklist = read(text + "\n")
    #expect(checklist.shownClaims == [] && checklist.boxes.isEmpty && checklist.blanks.isEmpty)
  }

  @Test(arguments: ["**Status**: ⬜ NOT YET STARTED", "Estado: ⬜ pendiente"])
  func asksAboutAStateThatIsStillOpenAndIsNoBox(text: String) {
    let checklist = read(text + "\n")
    #expect(checklist.claims.map(\.kind) == [.trigger])
    #expect(checklist.boxes.isEmpty && checklist.blanks.isEmpty)
  }

  @Test(arguments: [
    ("## Format\n\n- [ ] a\n- [ ] b", 2), ("## Work\n\n- [ ] a\n- [x] b", 2),
    ("Deployed: ⬜ not yet", 1), ("**Status**: ⬜ all is well", 1),
  ])
  func takesOthersForBoxes(text: String, count: Int) {
    #expect(read(text + "\n").claims.count { $0.box != nil } == count)
  }
}
