import GonogoCore
import Testing

/// States that somebody wrote down before, and that speak against a GO.
struct AdverseStateTests {
  private func triggers(_ text: String) -> [String] {
    read("# A\n\n## Checks\n\n- [ ] All is checked\n\n" + text).claims
      .filter { $0.kind == .trigger }.map(\.text)
  }

  @Test(arguments: [
    "Backup: FAILED", "Load test: not started", "Review status: Pending", "DNS: ❌",
    "Status: 🔴 two open findings", "Firewall: ❌ not open",
    "Backup status: FAILED (disk full on db2)", "Restore test: no", "Review: in progress", "结果: 失败",
  ])
  func asksWhetherItIsStillSo(line: String) {
    #expect(triggers("- \(line)\n") == [line])
    #expect(triggers("\(line)\n") == [line])
  }

  @Test(arguments: [
    "Backup: done", "Severity: 🔴 high", "Maintenance mode: no", "Legend: ❌ failed",
    "Owner: ops", "Backup: ____",
    "Score: A-", "Log level: error", "Fallback: missing",
  ])
  func takesOthersForNone(line: String) { #expect(triggers("- \(line)\n") == []) }

  @Test func asksAboutRowsThatFailed() {
    let table = "| Check | Status |\n|---|---|\n| Disk | ✅ OK |\n| Backup | FAILED |\n| DNS | ❌ |\n"
    #expect(triggers(table) == ["Backup: FAILED", "DNS: ❌"])
  }

  @Test func leavesPlacesToFillToTheirReaders() {
    let table = "| Check | Status |\n|---|---|\n| Backup | ⬜ |\n| DNS | ⏳ |\n"
    #expect(triggers(table) == [])
  }
}
