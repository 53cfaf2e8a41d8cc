internal import GonogoCore

/// Values that an author wrote down as examples: a comment beside them asks to change them, or the
/// text above asks for them.
enum AdaptedValue {
  /// Why the values of a block of shell are to be looked at first, or nil.
  static func reason(in script: String, leadIn: String?) -> String? {
    if script.utf8.contains(UInt8(ascii: "#")), let comment = comment(in: script) {
      return "a comment in it asks to change something first: \(comment)"
    }
    guard let leadIn, asksForValue(leadIn), setsOnlyValues(script) else { return nil }
    return "the text above it asks for a value, and it holds an example"
  }

  /// The sentence of a paragraph above a block that reminds of putting values into it, or nil: "Don't
  /// forget to replace the name in the command below."
  static func reminder(in paragraph: String, codes: [InlineCode]) -> String? {
    guard paragraph.utf8.count <= 1_200 else { return nil }
    let prose = ProseWords.standard
    for sentence in sentences(of: paragraph) {
      let words = ProseWords.words(in: sentence)
      guard words.count <= 40, let start = prose.firstWord(of: .reminding, in: words) else {
        continue
      }
      let rest = Array(words[start...])
      guard let verb = prose.firstWord(of: .replacing, in: rest),
        // In English and Romance languages the verb is near; in others it ends the sentence.
        verb <= 5 || verb >= rest.count - 2 || start == verb,
        !changesPlace(rest[(verb + 1)...]),
        prose.has(.below, among: words) || sentence.contains("<")
          || codes.contains(where: { sentence.contains($0.text) })
          || words.contains(where: { shown.contains($0) })
          || sentence.hasWideSigns
      else { continue }
      return String(sentence.prefix(80))
    }
    return nil
  }

  /// "Change into the folder", behind the verb.
  private static func changesPlace(_ rest: ArraySlice<String>) -> Bool {
    rest.first == "to" || rest.first == "into"
  }

  /// What such a sentence is about.
  private static let shown: Set<String> = [
    "command", "commands", "your", "value", "values", "placeholder", "placeholders", "comando",
    "comandos", "valor", "valores", "befehl", "befehle", "werte", "wert", "platzhalter", "commande",
    "commandes", "valeur", "valeurs", "script", "query", "snippet", "su", "ihre", "ihren", "votre",
    "vos", "seu", "sua",
  ]

  private static func sentences(of paragraph: String) -> [Substring] {
    var sentences: [Substring] = []
    var start = paragraph.startIndex
    let bytes = paragraph.utf8
    for place in bytes.indices where bytes[place] == 0x2E || bytes[place] == 0x21 {
      let next = bytes.index(after: place)
      guard next < bytes.endIndex, bytes[next] == 0x20 || bytes[next] == 0x0A else { continue }
      sentences.append(ChecklistBuilder.trimmed(paragraph[start..<next]))
      start = next
    }
    sentences.append(ChecklistBuilder.trimmed(paragraph[start...]))
    return sentences
  }

  /// `# CHANGEME`, `# replace with your domain`.
  private static func comment(in script: String) -> String? {
    for line in script.split(separator: "\n") {
      guard let comment = comment(of: line), comment.utf8.count <= 200,
        ProseWords.standard.has(.adapt, in: comment)
      else { continue }
      return String(ChecklistBuilder.trimmed(comment.prefix(60)))
    }
    return nil
  }

  /// What stands behind the first `#` of a line that opens a comment, when it is no `#!`.
  private static func comment(of line: Substring) -> Substring? {
    let bytes = line.utf8
    var before = UInt8(ascii: " ")
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: "#"), before == 0x20 || before == 0x09 {
        let rest = line[bytes.index(after: place)...]
        return rest.hasPrefix("!") ? nil : rest
      }
      before = bytes[place]
    }
    return nil
  }

  /// "Specify the region to use:", and not "Select the rows that …, then run:".
  private static func asksForValue(_ leadIn: String) -> Bool {
    guard leadIn.utf8.count <= 400 else { return false }
    // The last sentence may stand behind others.
    let plain = leadIn.drop { !$0.isLetter }
    if ProseWords.standard.opens(plain, with: .specify) { return true }
    guard let stop = SearchedText(plain).firstRange(of: ". ") else { return false }
    return ProseWords.standard.opens(plain[stop.upperBound...], with: .specify)
  }

  /// True when every line sets a variable, and one to a value that is written out.
  private static func setsOnlyValues(_ script: String) -> Bool {
    var isWritten = false
    for line in script.split(separator: "\n") {
      var text = ChecklistBuilder.trimmed(line)
      if text.isEmpty || text.hasPrefix("#") { continue }
      for word in ["export ", "declare ", "readonly "] where text.hasPrefix(word) {
        text = ChecklistBuilder.trimmed(text.dropFirst(word.count))
      }
      let name = text.utf8.prefix {
        $0 == 0x5F || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
      }
      let value = text[name.endIndex...]
      guard !name.isEmpty, value.first == "=" else { return false }
      if !value.utf8.contains(0x24), !value.utf8.contains(0x60) { isWritten = true }
    }
    return isWritten
  }
}
