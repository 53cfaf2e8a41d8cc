import GonogoCore
import Testing

struct ConditionTests {
  @Test(arguments: [
    "Database rollback", "Phase 4: Rollback (if needed)", "Emergency rollback", "Si algo falla",
    "Plan de reversión", "Procedimientos de emergencia", "En cas d'échec", "Notfallplan",
    "Bei Problemen", "回滾計劃 (Rollback Plan)", "故障排查", "ロールバック手順", "トラブルシューティング",
    "롤백 절차", "Troubleshooting", "5. Troubleshooting", "Error: connection refused",
    "Problem 2: it is slow", "If NO-GO decision", "If the mail does not arrive", "Plan B",
    "Recuperação: reversão", "If GO", "Incident Response",
  ])
  func readsAHeadingOfACaseThatNeedNotArise(heading: String) {
    let checklist = read("# T\n\n## \(heading)\n\n- [ ] a\n\n```bash\nb\n```\n")
    #expect(checklist.sections.last?.role == .conditional)
    #expect(checklist.claims.isEmpty)
    #expect(checklist.steps.first?.obstacle != nil)
  }

  @Test(arguments: [
    "Rollback tested", "Verify the rollback", "Prepare rollback plan", "Deployment and rollback",
    "Issue tracking", "Errors in the log are gone", "If all is well, go live", "Prueba de rollback",
    "回滚测试", "Release", "Problem statement", "Backup y contingencia",
  ])
  func keepsAHeadingThatMayBeAboutACheck(heading: String) {
    let checklist = read("# T\n\n## \(heading)\n\n- [ ] a\n")
    #expect(checklist.shownClaims == ["item a"])
  }

  @Test(arguments: [
    "Deployment and rollback", "Migration fails", "Rollback triggers", "The API returns 500",
    "`search` endpoint unavailable", "Site responds with Nginx 504 timeout", "Connection timed out",
    "Container crash", "Disk full", "High memory usage", "502 Bad Gateway", "Certificate expired",
    "Permission denied", "When the queue is locked", "Servicio no responde", "Disco lleno",
    "Dienst startet nicht", "Le service ne démarre pas", "O serviço não inicia", "服务无法启动",
    "起動しない場合",
    "El servicio no disponible", "Replication method errors",
  ])
  func doesNotRunABlockWhereItIsNotSure(heading: String) {
    let step = read("# T\n\n## \(heading)\n\n```bash\nb\n```\n").steps.first
    #expect(step?.obstacle != nil)
    #expect(step?.isConditional == false)
  }

  @Test(arguments: [
    "If the check fails, run:", "To roll back:", "**Rollback:**", "Restart it if it is unhealthy:",
    "All is set. If this fails, try the other way.", "Si falla:", "Falls ein Fehler auftritt:",
    "如果失败：", "**Solution**:", "**Solución:**", "On failure:", "Otherwise:",
    "If the numbers are not available, ask for them:", "Si el servicio no responde:",
    "- If it fails:", "1. Restart it when asked. If it crashes:", "For Debian only:",
    "When the worker hangs:", "In case the table is locked:", "If the token has expired, renew it:",
    "If there is not enough room, clean up:", "If port 80 is already in use:",
    "Should the import fail, go back:", "Failing that:", "To fix the access errors:",
    "To repair it:", "**On error:**", "Wenn der Import nicht startet:",
    "Sollte der Import scheitern:",
    "Si el servicio no arranca:", "Si l'import ne démarre pas :", "如果服务无法启动：", "若连接超时：",
    "サービスが起動しない場合：", "エラーが出た場合は：", "Andernfalls:",
    "- For the old model **only** → `loader`", "Only for new accounts:", "Nur für Windows:",
    "Solo para clientes nuevos:", "The commands below can be used if you prefer a terminal:",
    "Os comandos podem ser usados se você quiser um terminal:",
    "Note that if you have renamed it, you can use the new name:", "To undo it:",
    "Para volver atrás:", "If the index is broken, build it anew.\n\nLike this:",
    "If you have no account, ask for one.\n\nFor example:",
  ])
  func readsALeadIn(lead: String) {
    // The block of an item stands inside it.
    let isItem = lead.hasPrefix("-") || lead.hasPrefix("1")
    let indent = isItem ? "   " : ""
    let fence = ["```bash", "b", "```"].map { indent + $0 }.joined(separator: "\n")
    let step = read("# T\n\n\(lead)\n\n\(fence)\n").steps.first
    #expect(step?.obstacle != nil)
    #expect(step?.isConditional == true)
  }

  @Test(arguments: [
    "**Rollback**\n\nDo this:\n\n%", "**If the import fails:**\n\nText.\n\n%",
    "<details>\n<summary>If it fails</summary>\n\n%\n\n</details>",
    "<details><summary><b>Rollback</b></summary>\n\nText.\n\n%\n\n</details>",
    "### Failure handling\n\n%", "### Undo\n\n%",
  ])
  func takesOtherTitlesForHeadings(text: String) {
    let fence = "```bash\nls\n```"
    let parts = text.split(separator: "%", omittingEmptySubsequences: false)
    let steps = read("# T\n\n" + parts.joined(separator: fence) + "\n").steps
    #expect(steps.count == 1)
    #expect(steps.allSatisfy { $0.obstacle?.kind == .conditional })
  }

  @Test(arguments: [
    "**Rollback**\n\nText.\n\n## Next\n\n", "**Rollback**\n\nText.\n\n**Next**\n\n",
    "**Rollback**\n\n---\n\n", "**Rollback** is for later.\n\nNow:\n\n",
    "<details>\n<summary>Rollback</summary>\n\nText.\n\n</details>\n\n",
    "<details>\n<summary>How to look</summary>\n\n", "- **Rollback**\n\nText:\n\n",
  ])
  func endsOtherTitlesWhereTheyEnd(text: String) {
    let step = read("# T\n\n" + text + "```bash\nls\n```\n").steps.first
    #expect(step?.obstacle == nil)
  }

  @Test(arguments: [
    "<details>\n<summary>macOS</summary>\n\n", "## On the server\n\n", "## Ubuntu / Debian\n\n",
  ])
  func asksBelowTitlesOfOtherMachines(text: String) {
    let step = read("# T\n\n" + text + "```bash\nls\n```\n").steps.first
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard != nil)
  }

  @Test func asksBelowATitleThatNamesNoCase() {
    let text =
      "# Troubleshooting\n\n## Traffic\n\n```bash\na\n```\n\n## It crashes\n\n```bash\nb\n```\n"
    let steps = read(text).steps
    #expect(steps.map { $0.obstacle == nil } == [true, false])
    #expect(steps[0].attributes.hazard != nil)
  }

  @Test func takesAListOfWhatTakesItBackForSuchACase() {
    let list =
      "1. Stop it.\n\n   ```bash\n   a\n   ```\n\n2. Start it.\n\n   ```bash\n   b\n   ```\n"
    let steps = read("# T\n\nTo go back to the old index:\n\n" + list).steps
    #expect(steps.map(\.isConditional) == [true, true])
    #expect(read("# T\n\nTo build the index:\n\n" + list).steps.allSatisfy { !$0.isConditional })
  }

  @Test(arguments: [
    "When the import has finished:", "To resolve dependencies:", "To fix the version in place:",
    "Once the queue is full of work:", "Only the first of them:", "Run this only once:",
    "This can be used in any shell:",
    "Like this:",
    "For testing only the API:", "Use these if asked:",
    "Check if it failed:", "Run it:", "See if there are errors:",
    "If you want to check the version, run:", "If you followed the steps above, run:",
    "If you run the command below, a list comes up:", "If the table exists, count its rows:",
    "Once you have it, run:", "To check for errors, run:", "To find failing workers, run:",
    "Take a copy. If you don't want one, leave out the last option.",
    "If you have questions, ask in the channel. Then run:", "For those reasons, run:",
    "Run it without options:", "Alternatively, run:",
    "It is written only if it completes without an error:", "When ready, run:",
    "Verify the rollback script:", "If it does not exist yet, create it:",
  ])
  func runsWhatIsNoCaseOfFailure(lead: String) {
    #expect(read("# T\n\n\(lead)\n\n```bash\nb\n```\n").steps.first?.obstacle == nil)
  }

  @Test(arguments: [
    "If you are not sure which, look for it:", "In a case you want to run it by hand:",
    "If it still answers, you can use:", "If it is down and you have access:",
    "If you use Docker:", "If you can't reach it, use the other way:", "In case you need more:",
    "If you have the plugin, the folder is there. Copy the script to it.",
    "Without the plugin, you'll have to load it yourself.", "For users with a Mac:",
    "It hangs at times. In this case you should delete it.",
    "To restart a failing worker, delete it:",
    "If any of them are not showing as `Running`, look why. Describe is best for it:",
    "Wenn Sie Docker nutzen:", "Si prefieres la consola:", "Si vous utilisez Docker :",
    "如果您使用 Docker：",
  ])
  func takesWhatIsForSomeReadersForACase(lead: String) {
    let step = read("# T\n\n\(lead)\n\n```bash\nb\n```\n").steps.first
    #expect(step?.isConditional == true)
  }

  @Test(arguments: [
    "For fresh installs, you can write the file like this:", "Para instalaciones nuevas, ejecute:",
    "Bei Neuinstallationen legen Sie sie an:", "对于新安装，请运行：",
    "If you are not behind the gate, the key is there. It was made. You need one more. It has two "
      + "parts. If you don't use the gate, you can skip this. Make the key:",
    "Wenn Sie keinen Proxy nutzen, können Sie dies überspringen. Tragen Sie ihn ein:",
    "You might also need to clear the store:", "Es posible que tenga que vaciar la caché:",
    "Möglicherweise müssen Sie den Cache leeren:", "可能需要清空缓存：",
    "You may have to rebuild it. Take a copy of it:",
    "Still failing? Take the log:", "Prefer containers? Start it with:", "Don't have one? Make it:",
    "Some calls fail at first? That happens. To try again, add a number:",
    "¿Necesitas otra? Créala:", "Brauchst du mehr? So geht es:",
  ])
  func takesWhatMayNotBeNeededForACase(lead: String) {
    let steps = read("# T\n\n\(lead)\n\n```bash\nb\n```\n").steps
    #expect(steps.map(\.isConditional) == [true])
  }

  @Test(arguments: [
    "For each node, run:", "For more details, run:", "You need to log in:",
    "Are there any errors? Look at the log:", "Which ones failed? List them:",
    "Hay errores? Mira el registro:", "Any failures? Count them:", "Gibt es Fehler? Zähle sie:",
    "It takes a while, so don't skip this:", "It may be empty. List it:",
    "Start it. Then you are done:",
    "If you now run the check, you should see the nodes:",
  ])
  func runsWhatEverybodyNeeds(lead: String) {
    let steps = read("# T\n\n\(lead)\n\n```bash\nb\n```\n").steps
    #expect(steps.map(\.isConditional) == [false])
  }

  @Test(arguments: ["Still failing?", "Something broken?", "Sync stuck?"])
  func readsAQuestionAsAHeadingOfACase(heading: String) {
    let step = read("# T\n\n## \(heading)\n\n```bash\nb\n```\n").steps.first
    #expect(step?.obstacle?.kind == .conditional)
  }

  @Test(arguments: [
    "Stale issues", "Open issues", "Release issues", "Which release?",
  ])
  func runsBelowAHeadingThatNamesNoFault(heading: String) {
    let step = read("# T\n\n## \(heading)\n\n```bash\nb\n```\n").steps.first
    #expect(step?.obstacle == nil)
  }

  @Test(arguments: [
    ("Verify that it was created:", true), ("Prüfen, ob sie erstellt wurde:", true),
    ("Check that the change took effect:", true), ("Verify that all is well:", false),
    ("It was created. List it:", false),
  ])
  func looksAtWhatACaseHasMade(lead: String, isCase: Bool) {
    let block = "```bash\nb\n```\n"
    let steps = read("# T\n\nIf you use Docker, run:\n\n\(block)\n\(lead)\n\n\(block)").steps
    #expect(steps.map(\.isConditional) == [true, isCase])
  }

  @Test(arguments: [
    ("Without it, you'll have to load it. First, make a folder:", "Next, copy it:", true),
    ("If you use Docker, do this. First, make a folder:", "Then copy it:", true),
    ("If you use Docker, make a folder:", "Then go on:", false),
    ("It takes two steps. First, make a folder:", "Next, copy it:", false),
  ])
  func goesOnWithTheStepsOfACase(first: String, next: String, isCase: Bool) {
    let block = "```bash\nb\n```\n"
    let steps = read("# T\n\n\(first)\n\n\(block)\n\(next)\n\n\(block)").steps
    #expect(steps.last?.isConditional == isCase)
  }

  @Test(arguments: ["For example, if you use Docker:", "Zum Beispiel, wenn Sie Docker nutzen:"])
  func readsACaseThatIsAnExample(lead: String) {
    #expect(read("# T\n\n\(lead)\n\n```bash\nb\n```\n").steps.map(\.isConditional) == [true])
  }

  @Test func readsACaseInANote() {
    let text = "# T\n\n> [!NOTE]\n> It moves. If you use Docker:\n>  ```bash\n>  b\n>  ```\n"
    #expect(read(text).steps.map(\.isConditional) == [true])
  }

  @Test func goesOnBehindWhatWasLookedForInACase() {
    let text = """
      # T

      1. You might also need to drop the copy. First look for it:

      ```
      copy | 3
      ```

      Then, drop it:

      ```bash
      b
      ```

      Next, go on:

      ```bash
      c
      ```

      """
    #expect(read(text).steps.map(\.isConditional) == [true, false])
  }

  @Test func takesAnAlternativeToACaseForThatCase() {
    let text = "# T\n\nIf you have none, make one.\n\nAlternatively, use this:\n\n```bash\nb\n```\n"
    #expect(read(text).steps.map(\.isConditional) == [true])
  }

  @Test func takesSectionsBelowALeadInForItsCase() {
    let text = """
      # T

      ## Quick actions

      If you need to act before you know more:

      ### Restart

      ```bash
      b
      ```

      ## Checks

      ```bash
      c
      ```

      """
    let checklist = read(text)
    #expect(checklist.steps.map { $0.obstacle?.kind } == [.conditional, nil])
  }

  @Test(arguments: [
    ("Troubleshooting", "How to check the backups", true),
    ("Troubleshooting", "How to recover from a failed backup", false),
    ("Troubleshooting", "Backups", false), ("Rollback", "How to check the backups", false),
    ("Troubleshooting", "Viewing the logs", true), ("故障排查", "查看日志", true),
    ("Troubleshooting", "Resetting the environment", true),
    ("Troubleshooting", "Logs missing", false),
    ("Solución de problemas", "Ver logs", true),
    ("Troubleshooting", "Debug a failed backup", false),
    ("Rollback", "View the logs", false),
  ])
  func readsAnInstructionUnderTroubleshooting(outer: String, heading: String, isRun: Bool) {
    let text = "# T\n\n## \(outer)\n\n### \(heading)\n\n```bash\nb\n```\n"
    #expect((read(text).steps.first?.obstacle == nil) == isRun)
  }

  @Test(arguments: [
    "If you see an error:", "Si encuentras un error **inesperado**:", "如果出现错误：",
    "When done, go on. If the app is not ready:",
  ])
  func takesAListBelowACaseForThatCase(lead: String) {
    let steps = read("# T\n\n\(lead)\n\n1. Take the log:\n   ```bash\n   b\n   ```\n").steps
    #expect(steps.map(\.isConditional) == [true])
  }

  @Test(arguments: [
    "Do these, and if one fails, stop:", "These errors are known:",
    "If it fails, stop.",
  ])
  func runsAListThatIsForNoCase(lead: String) {
    let steps = read("# T\n\n\(lead)\n\n1. Take the log:\n   ```bash\n   b\n   ```\n").steps
    #expect(steps.map(\.isConditional) == [false])
  }

  @Test(arguments: ["As well as this one for the disk:", "And also:", "También este:"])
  func takesWhatGoesOnWithACaseForThatCase(lead: String) {
    let block = "```bash\nb\n```\n"
    let steps = read("# T\n\nIf it fails, run:\n\n\(block)\n\(lead)\n\n\(block)").steps
    #expect(steps.map(\.isConditional) == [true, true])
    let plain = read("# T\n\nRun:\n\n\(block)\n\(lead)\n\n\(block)").steps
    #expect(plain.map(\.isConditional) == [false, false])
  }

  @Test func showsBlanksOfACaseAndAsksForNone() {
    let checklist = read("# T\n\nName: ____\n\n## Rollback\n\nDone by: ____\n")
    #expect(checklist.blanks.map(\.label) == ["Name"])
    #expect(checklist.conditionalBlanks.map(\.label) == ["Done by"])
  }

  @Test(arguments: ["Mitigation", "Resolution", "Troubleshooting"])
  func takesACauseBelowARemedyForACase(heading: String) {
    func steps(_ cause: String) -> [Step] {
      read("# T\n\n## \(heading)\n\n### \(cause)\n\n```bash\nls\n```\n").steps
    }
    #expect(steps("No class is set").allSatisfy { $0.obstacle != nil })
    #expect(steps("Missing entry").allSatisfy { $0.obstacle != nil })
    #expect(
      read("# T\n\n## Notes\n\n### No class is set\n\n```bash\nls\n```\n").steps[0].obstacle == nil)
  }

  @Test(arguments: [
    "Make sure that one is set *or*\nIf you use a copy of your own, look at it:",
    "::: tip Remark:\nIf you have started it by hand, stop it:\n",
  ])
  func readsACaseOnALineOfItsOwn(lead: String) {
    let step = read("# T\n\n## S\n\n\(lead)\n\n```bash\nls\n```\n").steps.first
    #expect(step?.obstacle != nil)
  }

  @Test func asksBelowABoldTitleOfOneOfSeveralWays() {
    let step = read("# T\n\n## S\n\n**Option 3: by hand**\n\n```bash\nls\n```\n").steps.first
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard != nil)
  }

  @Test func showsWhatStandsOnALineOfAFile() {
    let text = "# T\n\n## S\n\n`tools/restore.sh` line ~64:\n\n```bash\nTARGET=x\n```\n"
    #expect(read(text).steps.allSatisfy { $0.obstacle != nil })
  }

  @Test(arguments: [
    "Disaster recovery runbook", "Rollback guide for the shop", "Emergency checklist",
  ])
  func runsADocumentWhoseTitleIsTheCase(title: String) {
    let text = "# \(title)\n\n## Steps\n\n```bash\nls\n```\n\n## Rollback\n\n```bash\nls a\n```\n"
    #expect(read(text).steps.map { $0.obstacle == nil } == [true, false])
  }

  @Test func takesAScenarioForACaseOnlyWhereTheTitleIsOne() {
    func step(_ title: String) -> Step? {
      read("# \(title)\n\n## Scenario 2: the queue is gone\n\n### Look\n\n```bash\nls\n```\n").steps
        .first
    }
    #expect(step("Disaster recovery")?.obstacle != nil)
    #expect(step("Load test")?.obstacle == nil)
  }

  @Test(arguments: ["Immediate actions", "Acciones inmediatas (primeros 5 minutos)"])
  func asksBeforeWhatIsDoneAtOnce(heading: String) {
    let step = read("# T\n\n## \(heading)\n\n### Step 1\n\n```bash\nls\n```\n").steps.first
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard != nil)
  }
}
