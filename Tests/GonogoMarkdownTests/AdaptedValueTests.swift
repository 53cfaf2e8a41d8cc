import GonogoCore
import Testing

/// Values that are examples, which somebody has to look at first.
@Suite struct AdaptedValueTests {
  private func hazard(_ script: String, leadIn: String = "") -> String? {
    read("\(leadIn)\n\n```bash\n\(script)\n```\n").steps.first?.attributes.hazard
  }

  @Test(arguments: [
    "A=x # CHANGEME", "A=x  # change as needed", "# Replace with your own\nls x", "ls x # adjust",
    "A=x # bitte anpassen", "A=x # cambiar por el tuyo", "A=x # à adapter", "A=x # 请修改为实际值",
    "A=x # 環境に合わせて変更してください", "A=x # substitua pelo seu", "A=x # set to your region",
  ])
  func asksWhereACommentAsksForAChange(script: String) { #expect(hazard(script) != nil) }

  @Test(arguments: [
    "A=x # the region", "ls # what has changed", "echo 'a # change me'x", "ls x#adjust",
    "# Replacement parts\nls", "git log # shows each change",
  ])
  func takesOtherCommentsForWhatTheyAre(script: String) {
    #expect(hazard(script) == nil || script.hasPrefix("echo"))
  }

  @Test(arguments: [
    "Specify the region to work in:", "**Choose a name**:", "Now to the name. Enter it:",
    "Especifique la región:", "Wählen Sie eine Region:", "Choisissez un nom :", "选择一个区域：",
  ])
  func asksWhereTheTextAsksForAValue(leadIn: String) {
    #expect(hazard("export A='x'", leadIn: leadIn) != nil)
    #expect(hazard("export A=$(b)", leadIn: leadIn) == nil)
    #expect(hazard("export A=x\nls $A", leadIn: leadIn) == nil)
  }

  @Test(arguments: [
    "Look at the node. Don't forget to replace the name in the command below.",
    "Remember to change `node-1` before you run it:", "Make sure to substitute your own values.",
    "Please replace the identifiers in the following command with yours.",
    "No olvides reemplazar el nombre en el comando de abajo.",
    "Vergessen Sie nicht, im Befehl unten den Namen zu ersetzen.",
    "N'oubliez pas de remplacer le nom dans la commande suivante.",
    "Não se esqueça de substituir o nome no comando abaixo.", "别忘了替换下面命令中的名称。",
    "下のコマンドの名前を必ず置き換えてください。",
  ])
  func asksWhereTheTextRemindsOfAChange(text: String) {
    #expect(hazard("ls node-1", leadIn: text) != nil)
    #expect(hazard("ls node-1", leadIn: "> \(text)") != nil)
    #expect(hazard("ls node-1", leadIn: "\(text)\n\nOpen: find a better name") != nil)
    let other = read("\(text)\n\n```bash\nb\n```\n\nLook again:\n\n```bash\nls node-1\n```\n")
    #expect(other.steps.map { $0.attributes.hazard == nil } == [false, true])
  }

  @Test(arguments: [
    "Remember to tell the team about the change.", "The upgrade replaces the nodes below.",
    "Make sure you change into the folder of your project.", "Please read the list below.",
    "The following command will replace nothing.",
  ])
  func takesOtherRemindersForWhatTheyAre(text: String) {
    #expect(hazard("ls node-1", leadIn: text) == nil)
  }

  @Test(arguments: ["Set the variables:", "The region is:", "It is what you choose:"])
  func setsWhatTheTextGives(leadIn: String) {
    #expect(hazard("export A='x'", leadIn: leadIn) == nil)
  }
}
