internal import GonogoCore

/// YAML between `---` lines at the top of a document, which CommonMark would read as a rule and a
/// heading.
enum FrontMatter {
  /// The bytes between the two lines, or nil when the document does not open with front matter.
  ///
  /// A blank line after the first `---` makes it a rule and no front matter (as pandoc has it):
  /// else everything up to the next rule would go unread.
  static func range(in document: Document) -> Range<Int>? {
    guard line(1, of: document) == "---", !line(2, of: document).isEmpty else { return nil }
    var number = 2
    while number <= document.lines.count {
      let text = line(number, of: document)
      if text == "---" || text == "..." {
        let start = document.lines.range(ofLine: 1).upperBound
        let end = document.lines.range(ofLine: number).lowerBound
        return document.text(start..<end).contains(":") ? start..<end : nil
      }
      number += 1
    }
    return nil
  }

  /// The document's bytes with its front matter turned into empty lines, so that every line keeps
  /// its number.
  static func blanked(_ document: Document, _ range: Range<Int>) -> [UInt8] {
    let last = document.lines.line(at: range.upperBound)
    let rest = document.lines.range(ofLine: last).upperBound
    return [UInt8](repeating: 0x0A, count: last) + document.bytes[rest...]
  }

  private static func line(_ number: Int, of document: Document) -> String {
    var text = document.text(document.contentRange(ofLine: number))
    if number == 1, text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
