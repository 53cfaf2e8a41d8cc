internal import GonogoCore

extension ChoiceReader {
  /// True when the items of a list exclude each other by what the document says: its lead-in asks
  /// for one, or they are numbered options.
  ///
  /// `asked` is the lead-in or the heading above the list.
  static func isChoice(_ lines: [Line], asked: String) -> Bool {
    guard (2...8).contains(lines.count), lines.allSatisfy({ $0.box != nil && !$0.head.isEmpty }),
      Set(lines.map(\.head)).count == lines.count
    else { return false }
    return asksForOne(asked) || lines.allSatisfy { isOption($0.head) }
  }

  private static func asksForOne(_ text: String) -> Bool {
    if ["任选其一", "任選其一", "选择一项", "選擇一項", "一つ選択", "いずれか一つ"].contains(where: { text.holds($0) }) {
      return true
    }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let order = words.drop { ["please", "bitte", "por", "favor"].contains($0) }
    guard let verb = order.first, verbs.contains(verb), words.count <= 12 else { return false }
    let object = order.dropFirst().drop { ["only", "just", "exactly", "nur", "solo"].contains($0) }
    return object.first.map { ones.contains($0) } == true
      && !words.contains {
        ["more", "least", "más", "mehr", "mindestens", "each", "per"].contains($0)
      }
  }

  private static let verbs: Set<String> = [
    "choose", "select", "pick", "elige", "elegir", "elija", "selecciona",
    "seleccionar", "seleccione", "escolha", "selecione", "choisir", "choisissez",
    "wähle", "wählen", "auswählen",
  ]
  private static let ones: Set<String> = [
    "one", "uno", "una", "um", "uma", "un", "une", "eine", "einen", "eins",
  ]

  /// "Option 2", "Variante B".
  private static func isOption(_ head: String) -> Bool {
    let words = head.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count == 2, options.contains(String(words[0])) else { return false }
    return words[1].count <= 2
  }

  private static let options: Set<String> = [
    "option", "opción", "opção", "variante", "variant", "alternative", "alternativa",
    "möglichkeit", "选项", "選項", "方案",
  ]
}
