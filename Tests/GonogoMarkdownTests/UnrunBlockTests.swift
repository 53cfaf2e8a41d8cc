import GonogoCore
import Testing

/// Blocks that gonogo never runs and that somebody types all the same.
struct UnrunBlockTests {
  private func unrun(_ text: String) -> [String] {
    read("# A\n\n" + text).claims.compactMap { claim in
      claim.unrunReason.map { _ in "\(claim.location.line) \(claim.text)" }
    }
  }

  @Test(arguments: [
    "```powershell\nGet-Service app\n```", "```python\nassert ping()\n```",
    "```promql\nrate(errors[5m])\n```", "```\ncurl -f localhost/health\n```",
    "```text\n$ systemctl status app\nactive\n```", "```mongosh\nrs.status()\n```",
    "    systemctl status app", "```bat\n@echo off\nnet stop Spooler\n```",
    "```python\ndef check():\n  return 1\nassert check()\n```", "```\n./smoke.sh\n```",
  ])
  func asksWhetherABlockWasRunByHand(block: String) {
    let found = unrun(block + "\n")
    #expect(found.count == 1 && found[0].hasPrefix("3 `"), "\(found)")
    #expect(found[0].hasSuffix("` was run by hand and went well"))
  }

  @Test(arguments: [
    "```yaml\nkey: 1\n```", "```json\n{}\n```", "```\nNAME READY\nweb 1/1\n```",
    "```python {skip}\nassert ping()\n```", "```python norun\nassert ping()\n```",
    "```python\ndef ping():\n  return 1\n```", "```bash\ntrue\n```", "```powershell\n\n```",
    "## Rollback\n\n```powershell\nUndo-It\n```",
    "If it fails:\n\n```powershell\nUndo-It\n```",
    "```bash\nctl ps\n```\n\nExpected output:\n\n```\ndocker ps\n```",
    "## Example\n\n```python\nping()\n```",
    "- [ ] Worker restarted\n\n  ```powershell\n  Restart-It\n  ```",
  ])
  func asksAboutNoOtherBlock(block: String) { #expect(unrun(block + "\n") == []) }

  @Test func isCalledByItsFirstLine() {
    #expect(
      unrun("```powershell\n# restart\nRestart-Service worker\n```\n") == [
        "3 `Restart-Service worker` was run by hand and went well"
      ])
  }

  @Test func saysWhyItIsNotRun() {
    let checklist = read("# A\n\n```powershell\nGet-Thing\n```\n\n```\ncurl x\n```\n")
    #expect(
      checklist.claims.map(\.unrunReason) == ["it is no shell and no SQL", "it names no language"])
    #expect(checklist.claims.allSatisfy { $0.kind == .expectation && $0.isLoose })
  }
}
