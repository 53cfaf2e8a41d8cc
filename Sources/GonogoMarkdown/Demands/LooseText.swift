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
  /// Of a row: true where a column says that what stands in it must be, or must not.
  var isDemanded = false
  /// Of a row: true where such a column names GO or NO-GO.
  var decides = false

  init(_ text: String, _ lines: Range<Int>, _ section: Int, cells: [String] = []) {
    (self.text, self.lines, self.section, self.cells) = (text, lines, section, cells)
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
      return text
    }
  }
}
