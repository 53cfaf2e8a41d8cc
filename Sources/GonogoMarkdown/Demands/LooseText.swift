/// A text that may be a demand, to be asked where nothing else reads it.
struct LooseText {
  let text: String
  /// From the line it begins on to the one it ends on.
  let lines: Range<Int>
  let section: Int
  /// True when it is all that its passage says.
  var isAlone = true
  /// Of a row of a table: what stands in its cells.
  var cells: [String] = []
  /// Of a row: what stands in the columns that only describe.
  var asides: [String] = []
  /// Of a row: true where something is still to be written in it.
  var hasRoom = false
  /// Of a row: true where a column says that what stands in it must be, or must not.
  var isDemanded = false
  /// A state that speaks against a GO: "Backup: FAILED", or of a row the cell that says so.
  var adverse: String?
  /// Of a row: true where such a column names GO or NO-GO.
  var decides = false

  init(_ text: String, _ lines: Range<Int>, _ section: Int, cells: [String] = []) {
    (self.text, self.lines, self.section, self.cells) = (text, lines, section, cells)
  }

  /// The same text, stating nothing where it begins on one of `lines`.
  func statingNothing(on lines: Set<Int>) -> LooseText {
    var text = self
    if lines.contains(self.lines.lowerBound) { text.adverse = nil }
    return text
  }

  /// The text as it is asked about, with the state of its row.
  var shown: String {
    guard let adverse, !cells.isEmpty, !cells.contains(adverse) else { return text }
    return "\(text): \(adverse)"
  }

  /// The sentences of a passage.
  static func all(in passage: Passage, section: Int) -> [LooseText] {
    let sentences = passage.sentences
    let end = passage.line + max(1, passage.lines.count)
    return sentences.indices.map { index in
      let sentence = sentences[index]
      let next = index + 1 < sentences.count ? sentences[index + 1].line + 1 : end
      var text = LooseText(
        sentence.text, sentence.line..<max(next, sentence.line + 1), section)
      text.isAlone = sentences.count == 1
      if text.isAlone, AdverseState.isStated(byLabelled: sentence.text) {
        text.adverse = sentence.text
      }
      return text
    }
  }
}
