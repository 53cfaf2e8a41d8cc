/// Orders to a writer that stand where the value belongs: "(fill in)", "hier eintragen".
enum FillOrder {
  /// True when `text`, in lower case, is one, in parentheses or without.
  static func isOrder(_ text: String) -> Bool {
    var inner = text[...]
    let isInside = inner.first == "(" && inner.last == ")"
    if isInside { inner = inner.dropFirst().dropLast() }
    let plain = String(ChecklistBuilder.trimmed(inner))
    if orders.contains(plain) { return true }
    guard isInside else { return false }
    // "(none / list them)": nothing, or what is to be written.
    let parts = plain.split(separator: "/").map { ProseWords.words(in: $0) }
    if parts.count == 2, parts[0].count <= 2, (1...3).contains(parts[1].count),
      nothing.contains(parts[0].first ?? ""), verbs.contains(parts[1][0])
    {
      return true
    }
    let words = ProseWords.words(in: plain)
    return (2...6).contains(words.count) && words.first.map { verbs.contains($0) } == true
  }

  private static let orders = WordList.words("FillOrder.orders")
  private static let nothing: Set<String> = [
    "none", "no", "nothing", "ninguno", "ninguna", "nada", "keine", "keiner", "aucun", "aucune",
    "rien", "nenhum", "nenhuma",
  ]
  private static let verbs = WordList.words("FillOrder.verbs")
}
