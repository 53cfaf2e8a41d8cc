import GonogoCore
import Testing

/// Checklists in a fence: boxes before commands and, behind arrows, what must come out.
struct FenceListTests {
  private func claims(_ fence: String, tag: String = "bash") -> [String] {
    read("# A\n\n```\(tag)\n\(fence)\n```\n").shownClaims
  }

  @Test(arguments: [
    ("- [ ] nproc\n      → CPU cores ≥ 4", "CPU cores ≥ 4"),
    ("- [ ] ctl ping\n  → PONG ✅", "PONG"),
    ("[ ] curl -I x.test\n  → HTTP/2 204 ✅", "HTTP/2 204"),
    ("- [ ] curl -I x.test\n  -> HTTP/1.1 301 Moved Permanently", "HTTP/1.1 301 Moved Permanently"),
    ("- [ ] lint .\n  → No warnings in the sources", "No warnings in the sources"),
    ("- [ ] lint .\n  → All checks pass", "All checks pass"),
    ("- [ ] lint .\n  → 0 findings", "0 findings"),
    ("- [ ] vet .\n  - → Sin errores de tipos", "Sin errores de tipos"),
    ("- [ ] ./roll.sh\n  → ✅ Images pulled", "Images pulled"),
    ("- [ ] sh -c 'echo READY-7'\n  → READY-7", "READY-7"),
    ("- [ ] git status\n  → On branch stable", "On branch stable"),
    ("- [ ] curl -I x.test\n  → X-Cache-Mode: strict", "X-Cache-Mode: strict"),
    ("- [ ] grep -c FIXED x\n  → Output: (empty) ✅", "Output: (empty)"),
    ("- [ ] curl x.test/alerts\n  → [] (no active alerts) ✅", "no active alerts"),
    ("- [ ] ctl lint\n  → 没有警告", "没有警告"), ("- [ ] ctl lint\n  → すべて正常", "すべて正常"),
    ("☐ ctl ps\n  → STATUS: healthy ✅", "STATUS: healthy"),
  ])
  func readsWhatStandsBehindAnArrow(fence: String, claim: String) {
    #expect(claims(fence) == ["expectation \(claim)"])
    #expect(claims(fence, tag: "text") == ["expectation \(claim)"])
  }

  @Test(arguments: [
    ("- [ ] P95 latency < 300 ms", "P95 latency < 300 ms"),
    ("- [ ] Timeouts: 0% ✅", "Timeouts: 0%"),
    ("- [ ] Check 0 alerts pending", "Check 0 alerts pending"),
    ("- [ ] Verificar memoria < 70%", "Verificar memoria < 70%"),
    ("- [ ] Prüfen: keine Fehler im Log", "Prüfen: keine Fehler im Log"),
  ])
  func readsWhatAnEntryStates(fence: String, claim: String) {
    #expect(claims(fence) == ["expectation \(claim)"])
  }

  @Test(arguments: [
    "- [ ] ctl up\n  → Review the open warnings", "- [ ] ctl up\n  → If it hangs: stop",
    "- [ ] ctl up\n  → Si hay errores: detener", "- [ ] ctl up\n  → <address of the node>",
    "- [ ] DEPLOY_KEY\n  → Private key of the runner", "- [ ] ctl up\n  → Configurar los nodos",
    "- [ ] for i in 1 2; do curl x.test; done\n  → Some requests with 429",
    "- [ ] sort < 4.txt > 5.txt", "- [ ] Write to the team", "→ 0 errors", "ctl up\n→ 0 errors",
  ])
  func takesOtherLinesForNone(fence: String) { #expect(claims(fence) == []) }

  @Test func readsNothingOfATemplateOrOfAFormWithoutArrows() {
    #expect(claims("- [ ] load < 4\n  → 0 errors", tag: "markdown") == [])
    #expect(claims("- [ ] load < 4", tag: "text") == [])
    #expect(claims("- [ ] load < ____ \n  → 0 errors", tag: "text") == [])
    #expect(
      read("# A\n\n## Rollback\n\n```bash\n- [ ] ctl ps\n  → 0 errors\n```\n").claims.isEmpty)
  }

  @Test func keepsTheLinesAndTheTextsThatAreCompared() {
    let checklist = read("# A\n\n```bash\n# one\n- [ ] ctl ping\n  → PONG ✅\n  → 0 errors\n```\n")
    #expect(checklist.claims.map(\.location.line) == [6, 7])
    #expect(checklist.claims.map(\.codes) == [["PONG"], []])
    #expect(checklist.steps.first?.obstacle?.kind == .output)
  }

  @Test(arguments: ["powershell", "pwsh", "fish"])
  func readsTheRemarksOfOtherShells(tag: String) {
    let fence = "Start-It\n# Expected: all services \"healthy\"\nStop-It\n# Expected: exit code 0"
    #expect(
      claims(fence, tag: tag) == [
        "expectation all services \"healthy\"", "expectation exit code 0",
      ])
    #expect(claims(fence, tag: "python") == [])
  }

  @Test func readsTheTextsThatLogsMustHoldOneByOne() {
    let checklist = read(
      "# A\n\n```bash\nctl logs\n# Expected:\n# web: \"Listening on 80\"\n# jobs: \"Queue opened...\"\n```\n"
    )
    #expect(checklist.shownClaims == ["expectation Listening on 80", "expectation Queue opened"])
    #expect(checklist.claims.map(\.codes) == [["Listening on 80"], ["Queue opened"]])
    #expect(checklist.claims.map(\.location.line) == [6, 7])
  }

  @Test(arguments: [("PONG", ["PONG"]), ("READY", []), ("three rows", []), ("NONE", [])])
  func takesAWordInCapitalsForWhatIsPrinted(word: String, codes: [String]) {
    let checklist = read("# A\n\n```bash\nctl ping\n# Expected: \(word)\n```\n")
    #expect(checklist.claims.map(\.codes) == [codes])
  }
}
