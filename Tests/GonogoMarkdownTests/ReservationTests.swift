import GonogoCore
import Testing

/// What stands around a block and says not to run it, or leaves open whether to.
@Suite struct ReservationTests {
  private func step(_ text: String) -> Step? { read("# T\n\n\(text)\n").steps.first }

  private func step(below leadIn: String) -> Step? {
    step("## Work\n\n\(leadIn)\n\n```bash\nls\n```")
  }

  private func step(under heading: String) -> Step? { step("## \(heading)\n\n```bash\nls\n```") }

  @Test(arguments: [
    "Do not run this! It is for reference only:",
    "Never run this on production. It drops all sessions.",
    "Nicht ausführen! Nur als Beispiel:", "This is what NOT to do:", "Don't ever do this:",
    "It is forbidden to run:", "Bad practice:", "Nicht in Produktion ausführen:",
    "Auf keinen Fall:",
    "Nunca ejecutar:", "请勿在生产环境执行:", "不要在生产环境运行:", "~~Old way~~",
    "**Danger:** do not copy-paste the following.", "The following was run on Monday already:",
    "The incident of May was caused by:", "The wrong command was:", "Previously we used:",
    "> [!CAUTION]\n> Do not run this in production.", "<!-- do not run -->",
  ])
  func forbidsWhatStandsBelow(leadIn: String) {
    #expect(step(below: leadIn)?.obstacle != nil)
  }

  @Test(arguments: [
    "This step is optional. It warms the cache.", "Only needed for major upgrades.",
    "Only run this on the standby node:", "Nur auf dem Standby-Knoten ausführen:",
    "When lag exceeds 30 s, restart the replica:", "To restart the service (if needed):",
    "Unless the cache is warm, run:", "In the unlikely event that the primary is down:",
    "Not needed for minor releases:", "Windows only:", "Major releases only:",
    "Once QA has approved, run:", "Run this only after approval by the DBA.", "After GO:",
    "Once the decision is GO:", "24 hours later:", "Wait 24 hours, then:", "At 02:00 UTC:",
    "Nach 24 Stunden:", "You would undo it with:", "Rückgängig machen:", "Next week:",
    "The on-call DBA will run the following:", "Ask Bob to run:", "El DBA ejecuta:", "由DBA执行:",
    "The pipeline runs:", "The cron job runs this every night:", "Der DBA führt aus:",
    "Running this would delete all data:", "仅供参考:", "After the CTO has signed off:",
    "Have the network team execute:", "Outside business hours only:", "仅在备用节点上执行:",
    "From the bastion host:",
    "If you are on Windows, do not run this:", "First-time setup (skip otherwise):",
    "> [!WARNING]\n> Only run this on the replica.",
  ])
  func asksAboutWhatStandsBelow(leadIn: String) {
    let step = step(below: leadIn)
    #expect(step?.attributes.hazard != nil || step?.obstacle != nil)
  }

  @Test(arguments: [
    "Run this:", "This runs the tests:", "The following command runs the checks:",
    "You will run the following:", "Let us run:", "Have a look at the nodes:",
    "Run it with version 3.9 (or later):", "At this point, list the files:",
    "When the pods are up, look at them:", "After the go-live, look at the graphs:",
    "After the migration was run, look at the tables:",
    "Do not use this password elsewhere. Now run:",
    "Never skip the backup. Then list the files:", "Only a minute passes. Look at the files.",
    "由于执行很快，查看结果：", "> [!NOTE]\n> The output is long.", "<!-- the list of files -->",
    "> [!NOTE]\n> Wait until all are there.",
    "Wait a moment, then:", "The file is read-only:", "Show what the script wrote:",
  ])
  func saysNothingOfOthers(leadIn: String) {
    let step = step(below: leadIn)
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard == nil)
  }

  @Test(arguments: [
    "⚠️ Never run the above on a live system.", "(Do not run this in production!)",
    "> Do not run the above in production.",
  ])
  func forbidsWhatStandsAbove(text: String) {
    #expect(step("```bash\nls\n```\n\n\(text)")?.obstacle != nil)
  }

  @Test(arguments: [
    "Skip this if already done.", "The command above is only needed when the cache is cold.",
    "*Note: for illustration only.*",
    "> [!IMPORTANT]\n> If you use the editor, do not run it by hand.",
  ])
  func asksAboutWhatStandsAbove(text: String) {
    #expect(step("```bash\nls\n```\n\n\(text)")?.attributes.hazard != nil)
  }

  @Test(arguments: [
    "Do not run this:\n\n```bash\nrm x\n```", "The list must not be empty.",
    "Never run this on production.\n\n```bash\nrm x\n```", "Do not close the terminal.",
  ])
  func leavesAloneWhatIsAboutOthers(text: String) {
    let step = step("```bash\nls\n```\n\n\(text)")
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard == nil)
  }

  @Test(arguments: [
    "DO NOT RUN: drop old tables", "Drop old tables (do not run before 2027-01-01)",
    "What not to do", "~~Drop old tables~~", "Deprecated steps", "Not used any more",
    "Draft (not yet approved)", "Anti-patterns", "Common mistakes", "Nicht mehr verwendet",
    "Errores comunes", "常见错误",
  ])
  func runsNothingBelowWhatIsNotDone(heading: String) {
    #expect(step(under: heading)?.obstacle != nil)
    #expect(step("## \(heading)\n\n### Part\n\n```bash\nls\n```")?.obstacle != nil)
  }

  @Test(arguments: [
    "Restore from backup", "Recovery", "Fallback", "Downgrade", "Last resort", "Nuclear option",
    "Break glass", "Failure scenario", "Unhappy path", "Wiederherstellung", "Optional steps",
    "Optional: warm the cache", "Warm cache (optional)", "Step (skip for patch releases)",
    "Migrate [manual]", "For staging only", "Only for production", "Cleanup (only after 7 days)",
    "Post-GO steps", "Upon approval", "Future work", "Cheat sheet", "Appendix", "附录", "常用命令",
    "Appendix A: useful commands", "Cleanup after 30 days",
    "Failover — only if the primary is down", "Replica", "Standby server", "Alternative",
    "T+24h", "H+2 look again", "Day 3", "Week 2: review", "Step 3: Jump host", "Checks (primary)",
    "从库",
  ])
  func asksBelowWhatIsBesideTheSequence(heading: String) {
    let step = step(under: heading)
    #expect(step?.attributes.hazard != nil || step?.obstacle != nil)
    #expect(
      self.step("<details>\n<summary>\(heading)</summary>\n\n```bash\nls\n```\n\n</details>")?
        .attributes.hazard != nil || step?.obstacle != nil)
  }

  @Test(arguments: [
    "Day 1", "T+0h: begin", "Week 1",
    "Restore the database test", "Check the recovery", "Deployment", "Manual of style",
    "Read-only mode",
    "Remove deprecated calls", "Draft the release notes", "Step 3: migrate", "Production",
    "Options of the service", "Go-live", "References", "Look for common names",
  ])
  func runsWhatStandsBelowOthers(heading: String) {
    let step = step(under: heading)
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard == nil)
  }

  @Test func recoversWhereThatIsWhatTheDocumentIsAbout() {
    for title in ["Restore from backup", "Recovery of the cluster", "Wiederherstellung"] {
      let steps = read("# \(title)\n\n## Restore\n\n```bash\nls\n```\n").steps
      #expect(steps.allSatisfy { $0.attributes.hazard == nil && $0.obstacle == nil })
    }
    let alone = read("# Optional steps\n\n```bash\nls\n```\n").steps
    #expect(alone.allSatisfy { $0.attributes.hazard == nil })
  }
}
