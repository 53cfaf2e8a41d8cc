internal import GonogoCore

/// A piece of a paragraph that says one thing: people write a label on a line of its own and leave
/// out the empty line that would make it a paragraph of its own.
struct Passage {
  /// Its lines as one, without inline marks.
  var text: String
  /// Its first line.
  let line: Int
  /// The bold text that opens it, or nil.
  let label: String?
  /// The text of each of its lines.
  private(set) var lines: [String] = []
  /// Its sentences, each with the line it begins on.
  private(set) var sentences: [(text: String, line: Int)] = []
  /// The code spans in it.
  private(set) var codes: [InlineCode] = []
  /// True for the last piece of its paragraph.
  var isLast = false

  /// True when it ends with a colon or is bold as a whole.
  var isLeadIn: Bool { text.hasSuffix(":") || text.hasSuffix("：") || label == text }

  /// The pieces of `block`, in order; at least one.
  static func all(of block: MarkdownBlock, in document: Document) -> [Passage] {
    let lines = block.text.lines.map { String(ChecklistBuilder.trimmed($0)) }
    var passages: [Passage] = []
    var parts: [String] = []
    var codes = block.codes[...]
    func close(before line: Int) {
      guard !passages.isEmpty else { return }
      let last = passages.count - 1
      passages[last].text = parts.filter { !$0.isEmpty }.joined(separator: " ")
      passages[last].lines = parts
      passages[last].sentences = sentences(of: parts, from: passages[last].line)
      passages[last].codes = Array(codes.prefix { $0.line < line })
      codes = codes.dropFirst(passages[last].codes.count)
    }
    for (index, line) in lines.enumerated() {
      let number = block.startLine + index
      let bold =
        index == 0 ? block.leadingBold.map(ChecklistBuilder.joined) : nil
      let opening = index > 0 ? openingBold(number, in: document) : nil
      let isBold = opening == line
      let previous = passages.last.map { $0.line == number - 1 && isListLabel($0.label, parts) }
      if index == 0 || previous == true || isLabel(line, bold: opening) {
        close(before: index)
        parts = []
        passages.append(
          Passage(text: line, line: number, label: bold ?? (isBold ? line : opening)))
      }
      parts.append(line)
    }
    close(before: .max)
    if !passages.isEmpty { passages[passages.count - 1].isLast = true }
    return passages
  }

  /// True when `line` opens a piece of its own in the middle of a paragraph.
  private static func isLabel(_ line: String, bold: String?) -> Bool {
    if let colon = line.firstColon {
      let label = String(line[..<colon])
      if ExpectationLabel.meaning(of: label) != nil || ExpectationLabel.isOther(label) {
        return true
      }
    }
    if isOutcomeLine(line) { return true }
    if let bold, isColon(bold.last) || isColon(line.dropFirst(bold.count).first) { return true }
    guard bold == line || isColon(line.last) else { return false }
    return ExpectationLabel.meaning(of: line) != nil || isAboutDecision(line)
  }

  /// "Go: all checks are green": one line each.
  private static func isOutcomeLine(_ line: String) -> Bool {
    guard let colon = line.firstColon, line[..<colon].utf8.count <= 24 else { return false }
    return Polarity.outcome(ofLabel: String(line[..<colon])) != nil
  }

  private static func isColon(_ character: Character?) -> Bool {
    character == ":" || character == "：" || character == "?"
  }

  /// True when the one line so far is "NO-GO if any:", so that the next line is no part of it.
  private static func isListLabel(_ label: String?, _ parts: [String]) -> Bool {
    guard parts.count == 1, let line = parts.first else { return false }
    if isOutcomeLine(line) { return true }
    guard label == line || isColon(line.last) else { return false }
    return isAboutDecision(line)
  }

  private static func isAboutDecision(_ line: String) -> Bool {
    let role = Polarity.role(of: line)
    return role == .goCriteria || role == .noGoCriteria || Polarity.isBareGo(line)
  }

  /// The bold text that opens a line, without inline marks, or nil.
  private static func openingBold(_ number: Int, in document: Document) -> String? {
    let raw = ChecklistBuilder.trimmed(document.text(document.contentRange(ofLine: number)))
    let line = raw.drop { $0 == ">" || $0 == " " }
    guard line.hasPrefix("**") else { return nil }
    let inside = line.dropFirst(2)
    guard let end = SearchedText(inside).firstRange(of: "**"), end.lowerBound > inside.startIndex
    else {
      return nil
    }
    return String(inside[..<end.lowerBound].filter { $0 != "`" })
  }

  /// The sentences of `lines`, of which the first is line `first` of the document.
  private static func sentences(
    of lines: [String], from first: Int
  ) -> [(text: String, line: Int)] {
    var found: [(text: String, line: Int)] = []
    var text = ""
    var start = first
    func close() {
      let plain = String(ChecklistBuilder.trimmed(text))
      if !plain.isEmpty { found.append((plain, start)) }
      text = ""
    }
    for (index, part) in lines.enumerated() {
      if beginsAnew(part, after: text) { close() }
      if text.isEmpty { start = first + index } else { text += " " }
      // By bytes: what ends a sentence is never a part of another sign.
      let bytes = part.utf8
      var before: UInt8 = 0x20
      var open = bytes.startIndex
      for place in bytes.indices {
        let byte = bytes[place]
        if byte == 0x20, isStop(before) {
          if !endsInAbbreviation(part[open..<place], after: text) {
            text += part[open..<place]
            close()
            start = first + index
            open = bytes.index(after: place)
          }
        } else if byte == 0x82 || byte == 0x81 || byte == 0x9F,
          isWideStop(bytes[open...place].suffix(3))
        {
          text += part[open...place]
          close()
          start = first + index
          open = bytes.index(after: place)
        }
        before = byte
      }
      text += part[open...]
      if let last = text.last, ".!?".contains(last), !endsInAbbreviation(text[...], after: "") {
        close()
      }
    }
    close()
    return found
  }

  /// True for a line that says something of its own although no sign ends the one before: behind "or" at
  /// the end of a line, and below `:::`, which opens a note.
  private static func beginsAnew(_ line: String, after text: String) -> Bool {
    if text.isEmpty { return false }
    if text.hasPrefix(":::") { return true }
    guard let word = text.suffix(6).split(separator: " ").last,
      ["or", "oder", "ou"].contains(word.lowercased().filter { $0 != "*" && $0 != "_" })
    else { return false }
    return line.first?.isUppercase ?? false
  }

  private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x21 || byte == 0x3F }

  /// `。`, `！` and `？`.
  private static func isWideStop(_ bytes: Substring.UTF8View.SubSequence) -> Bool {
    bytes.elementsEqual([0xE3, 0x80, 0x82]) || bytes.elementsEqual([0xEF, 0xBC, 0x81])
      || bytes.elementsEqual([0xEF, 0xBC, 0x9F])
  }

  /// True when `text`, behind what was read before it, ends in one; looks at its last signs only.
  private static func endsInAbbreviation(_ text: Substring, after before: String) -> Bool {
    let end = text.suffix(longestAbbreviation)
    let tail = before.suffix(longestAbbreviation - end.count) + end
    let word = tail.split(separator: " ").last
    return word.map { abbreviations.contains($0.lowercased()) } ?? false
  }

  private static let abbreviations = WordList.words("Passage.abbreviations")
  private static let longestAbbreviation = 7
}
