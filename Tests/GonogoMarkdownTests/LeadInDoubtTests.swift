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
    "在服务器上执行：", "本番サーバーで実行：",
  ])
  func leavesOpenWhetherToRunItHere(leadIn: String) {
    #expect(LeadInDoubt(leadIn).refusal == nil)
    #expect(LeadInDoubt(leadIn).hazard != nil)
  }

  @Test(arguments: [
    nil, "Run:", "Check that the service is up:", "Do not forget to list the files:",
    "Never skip this step. Then list them:", "Look at the disk:", "The order matters:",
    "Old files are listed first:", "Comprueba el estado:", "Prüfen Sie den Zustand:", "检查状态：",
    "状態を確認します。",
  ])
  func saysNothingOfOthers(leadIn: String?) {
    #expect(LeadInDoubt(leadIn).refusal == nil)
    #expect(LeadInDoubt(leadIn).hazard == nil)
  }
}
