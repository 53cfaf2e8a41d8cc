import GonogoCore
import Testing

@testable import GonogoMarkdown

/// Lead-ins that speak against running the block under them here and now.
@Suite struct LeadInDoubtTests {
  @Test(arguments: [
    "Never run this on production:", "Do NOT run this:", "❌ Don't:", "Wrong:", "Pseudo-code:",
    "Old (deprecated):", "This is how it was. Please do not execute these by hand.",
    "No ejecutes esto en producción:", "Bitte nicht ausführen:", "N'exécutez pas ceci :",
    "Nunca execute isto:", "错误示例：", "请勿执行以下命令：", "本番では実行しないでください：", "悪い例：",
  ])
  func forbidsToRunIt(leadIn: String) {
    #expect(LeadInDoubt(leadIn).refusal != nil)
  }

  @Test(arguments: [
    "Optional:", "(Optional) warm the cache:", "If needed, restart:", "Alternatively:", "Or:",
    "Only if the cache is stale:", "Run the following only when step 2 failed.",
    "Skip this step if the tests passed.", "To undo this:", "On Windows:",
    "Never run this without a backup:", "Si es necesario:", "Nur wenn nötig:", "Bei Bedarf:",
    "Si nécessaire :", "Se necessário:", "如有必要：", "可选：", "必要に応じて：", "戻す場合は：",
    "SSH into the database server and check the disk:", "On the bastion host, run:",
    "Inside the container:", "Auf dem Datenbankserver:", "En el servidor:", "Sur le serveur :",
    "在服务器上执行：", "本番サーバーで実行：", "If it isn't there, create it:",
    "If the list is empty, nothing runs. Start it:", "If not, install it:",
    "If the table is empty, load it:", "Wenn die Tabelle leer ist:", "Si la tabla está vacía:",
    "If you now run it on the old node:",
    "If you run it and it shows an error, you should see the cause here:",
    "On macOS:", "Windows (PowerShell):", "Ubuntu / Debian:", "Unter Linux:",
  ])
  func leavesOpenWhetherToRunItHere(leadIn: String) {
    #expect(LeadInDoubt(leadIn).refusal == nil)
    #expect(LeadInDoubt(leadIn).hazard != nil)
  }

  @Test(arguments: [
    "Option B: by hand", "Method 2", "Opción 1 — rápida", "Alternative A", "方案 1：脚本",
  ])
  func knowsOneOfSeveralWays(heading: String) {
    #expect(ConditionalText.offersOneOfSeveral(heading))
    let steps = read("# T\n\n## \(heading)\n\n```bash\nls\n```\n").steps
    #expect(steps.allSatisfy { $0.attributes.hazard != nil })
  }

  @Test(arguments: ["Options", "Option pricing", "Method of work", "Option Analysis", "Way to go"])
  func takesOtherHeadingsForNone(heading: String) {
    #expect(!ConditionalText.offersOneOfSeveral(heading))
  }

  @Test(arguments: [
    "Old installer (deprecated)", "Phase 1 ❌ OBSOLETE", "Deprecated: first setup",
    "Instalación — obsoleta", "Alter Weg [veraltet]", "旧流程（已废弃）",
  ])
  func knowsWhatIsNoLongerDone(heading: String) {
    #expect(ConditionalText.isObsolete(heading))
  }

  @Test(arguments: ["Remove deprecated calls", "Find obsolete indexes", "Historical data", "Setup"])
  func knowsWhatIsDoneStill(heading: String) { #expect(!ConditionalText.isObsolete(heading)) }

  @Test(arguments: [
    nil, "Run:", "Check that the service is up:", "Do not forget to list the files:",
    "Never skip this step. Then list them:", "Look at the disk:", "The order matters:",
    "Old files are listed first:", "Comprueba el estado:", "Prüfen Sie den Zustand:", "检查状态：",
    "状態を確認します。", "If everything is ready, go on:", "If it is empty, tell us. Then start it:",
    "If you need to see the state:", "If you now run the check, you should see the nodes:",
    "Se connecter au serveur de test :", "Caso 2:", "Linux is checked first. Look at it:",
  ])
  func saysNothingOfOthers(leadIn: String?) {
    #expect(LeadInDoubt(leadIn).refusal == nil)
    #expect(LeadInDoubt(leadIn).hazard == nil)
  }
}
