import GonogoCore
import GonogoPlanning
import Testing

/// What is written into a blank when its section printed `pods` and `errors`.
struct BlankFormTests {
  private func filled(
    _ text: String, heading: String = "A", _ captures: [Capture] = [value("pods", 3)]
  ) -> [String?] {
    let plan = plan("# \(heading)\n\n```bash\nls\n```\n\n\(text)\n")
    var assessor = Assessor(plan: plan)
    assessor.observe(0, captures)
    return plan.checklist.blanks.map { assessor.fill(blank: $0.id).result.text }
  }

  @Test(arguments: [
    "Pods < ____", "Pods: $____", "Pods: ____:____", "Pods @ ____", "Pods ≥ ____", "Pods >= ____",
    "Pods: ~____", "Pods: # ____", "Pods must be: ____", "Working pods: ____",
    "Confirmed pods: ____",
    "Done pods: ____", "Pods: __/__/____", "Pods: €____", "Pods: ____ ready", "Pods: ____ at most",
    "Pods: ____ verified by Bob", "Pods: ____ not ready", "Pods: -____", "Pods: ____ k",
    "Pods: ____,000", "Pods %: ____",
    "Pods ($): ____", "Pods then: ____", "Pods: ____ million", "Pods: ____ last week",
  ])
  func leavesABlankOfAnotherForm(text: String) {
    #expect(filled(text).allSatisfy { $0 == nil }, "\(filled(text))")
  }

  @Test(arguments: [
    "Pods: ____ / ____", "Pods: from ____ to ____", "Pods: ____ of ____", "Pods: ____ → ____",
    "Pods: ____ - ____",
  ])
  func leavesTheHalvesOfAnAnswer(text: String) {
    #expect(filled(text) == [nil, nil])
  }

  @Test(arguments: [
    "Pods: ____", "- Pods = ____", "> Pods: ____", "**Pods:** ____", "Pods: `____`",
    "Pods: **____**",
    "Results:\n\n- Pods: ____", "Pods: XX", "Pods: ____ of them", "Pods: ____ pods", "Pods: ____.",
    "Pods now: ____", "Pods: ____ (must be > 2)",
    "| What | Value |\n|---|---|\n| Pods | ____ |",
  ])
  func fillsAPlainBlank(text: String) {
    #expect(filled(text) == ["3.0"])
  }

  @Test func fillsTwoAnswersOfALine() {
    let both = [value("pods", 3), value("nodes", 2)]
    #expect(filled("Pods: ____ Nodes: ____", both) == ["3.0", "2.0"])
  }

  @Test func readsTheLeadInOfAList() {
    let text = "Before:\n\n- Pods: ____\n\nAfter:\n\n- Pods: ____\n"
    #expect(filled(text) == [nil, nil])
    #expect(filled("Baseline:\n\n- Pods: ____\n", heading: "Baseline numbers") == ["3.0"])
  }

  /// 3 GB are 3000 MB or 3072.
  @Test func convertsNoSizeThatIsReadTwoWays() {
    #expect(filled("Size: ____ MB", [value("size", 3, "GB")]) == [nil])
    #expect(filled("Size: ____ GB", [value("size", 7.7, "GiB")]) == [nil])
    #expect(filled("Size: ____ MiB", [value("size", 2, "GiB")]) == ["2048"])
    #expect(filled("Size: ____ GB", [value("size", 3, "GB")]) == ["3.0"])
    #expect(filled("Latency: ____ ms", [value("latency", 2, "s")]) == ["2000"])
  }

  @Test(arguments: [
    "verified", "recorded", "checked", "acceptable", "ready", "not verified", "complete",
  ])
  func takesNoSuccessOfASectionForAStatus(status: String) {
    let sentence = "Database backup \(status)"
    for list in ["GO if all", "NO-GO if any"] {
      let plan = plan(
        "# Database backup\n\n```bash\npg_dump shop\n```\n\n# \(list)\n\n- [ ] \(sentence)\n")
      #expect(plan.basis(sentence) == "person")
    }
  }
}
