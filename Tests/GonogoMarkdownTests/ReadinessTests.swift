import GonogoCore
import Testing

/// Boxes below the heading of a case that need not arise, which speak of being ready for it.
struct ReadinessTests {
  private func items(_ heading: String, _ boxes: [String]) -> [String] {
    let list = boxes.map { "- [ ] \($0)\n" }.joined()
    return read("# A\n\n## \(heading)\n\n\(list)").claims.map(\.text)
  }

  @Test(arguments: [
    ("Rollback plan", "Rollback tested in staging"), ("Rollback plan", "Decision maker identified"),
    ("Contingency plan", "Support knows the plan and is briefed"),
    ("Rollback", "Previous image available"), ("Rollback procedure", "Rollback script tested"),
    ("Rollback", "Backup taken"), ("Plan de rollback", "Procedimiento documentado"),
    ("Notfallplan", "Verfahren dokumentiert"), ("回滚方案", "回滚步骤已测试"),
    ("ロールバック計画", "手順は準備済"),
  ])
  func asksWhatIsReadyBeforeTheCaseArises(heading: String, box: String) {
    #expect(items(heading, [box]) == [box])
  }

  @Test(arguments: [
    ("Rollback", "Service restored"), ("Rollback", "Users notified"),
    ("Rollback plan", "Revert the deployment"),
    ("Rollback plan", "Verify that the backup is available"),
    ("After rollback", "Backup available"), ("If it fails", "Rollback script tested"),
    ("Rollback plan", "No backup available"), ("Rollback plan", "Rollback script not tested"),
    ("Rollback plan", "If the restore is not ready, call the DBA"),
    ("Rollback plan", "Snapshot available?"),
    ("Rollback procedure", "Restore the previous version"), ("Rollback", "Incident documented"),
  ])
  func countsNothingThatIsDoneInTheCase(heading: String, box: String) {
    #expect(items(heading, [box]) == [])
  }

  @Test func asksAPersonAndNoCommand() {
    let checklist = read("# A\n\n## Rollback plan\n\n- [ ] Rollback tested\n")
    #expect(checklist.claims.map(\.doubt) == ["Rollback plan"])
    #expect(checklist.claims.map(\.kind) == [.item])
    #expect(checklist.sections.last?.role == .conditional)
  }

  @Test func isNoReasonAmongReasons() {
    let list = "Roll back if any of:\n\n- Errors > 5%\n- [ ] Rollback tested in staging\n"
    let claims = read("# A\n\n## Rollback\n\n" + list).claims
    #expect(claims.map(\.kind) == [.noGoCriterion, .item])
  }

  @Test(arguments: ["Previous version no longer available", "Backup not validated"])
  func staysAReasonWhereItDenies(box: String) {
    let claims = read("# A\n\n## Rollback criteria\n\n- [ ] \(box)\n").claims
    #expect(claims.map(\.isTrigger) == [true])
  }

  @Test func takesContactsForNoCase() {
    let checklist = read("# A\n\n## Emergency contacts\n\n- On call: ____\n")
    #expect(checklist.blanks.map(\.label) == ["On call"])
    #expect(checklist.conditionalBlanks.isEmpty)
  }
}
