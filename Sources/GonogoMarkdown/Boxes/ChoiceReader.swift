internal import GonogoCore

/// Finds boxes of which only one may be ticked, and makes one choice of them.
enum ChoiceReader {
  /// The boxes of one line or cell that belong together.
  struct Group {
    var options: [Blank.Option]
    /// From the first box to the last word.
    var range: Range<Int>
    /// What stands before it, up to the start of the piece.
    var before: Range<Int>
  }

  /// The choice that the boxes of a piece of one line make, or nil when there are fewer than two
  /// or they may all be ticked; `label` is what a cell is for.
  static func choice(
    in piece: Range<Int>, of document: Document, label: String = ""
  ) -> Group? {
    let boxes = BoxReader.boxes(in: piece, of: document.bytes)
    guard boxes.count >= 2, let first = boxes.first, let last = boxes.last else { return nil }
    let piece = document.trimmed(piece)
    let tail = last.range.upperBound..<piece.upperBound
    let isBehind = word(in: tail, of: document).text.isEmpty
    return isBehind
      ? behind(boxes, first.range.lowerBound, in: piece, of: document)
      : before(boxes, in: piece, of: document, label: label)
  }

  /// `[ ] PASS [ ] FAIL`.
  private static func before(
    _ boxes: [BoxReader.Found], in piece: Range<Int>, of document: Document, label: String
  ) -> Group? {
    var options: [Blank.Option] = []
    var separators = true
    var end = piece.upperBound
    for (index, box) in boxes.enumerated() {
      let isLast = index + 1 == boxes.count
      let limit = isLast ? piece.upperBound : boxes[index + 1].range.lowerBound
      let found = word(in: box.range.upperBound..<limit, of: document)
      if found.text.isEmpty { return nil }
      if isLast { end = found.end } else { separators = separators && found.hasSlash }
      options.append(Blank.Option(text: found.text, box: box.box))
    }
    let start = boxes[0].range.lowerBound
    guard
      isChoice(options.map(\.text), haveSlashes: separators)
        || areStates(options.map(\.text), in: piece.lowerBound..<start, of: document)
        || areValues(options.map(\.text), in: piece.lowerBound..<start, of: document, label)
    else { return nil }
    return Group(options: options, range: start..<end, before: piece.lowerBound..<start)
  }

  /// `YES ☐ NO ☐`.
  private static func behind(
    _ boxes: [BoxReader.Found], _ firstBox: Int, in piece: Range<Int>, of document: Document
  ) -> Group? {
    var options: [Blank.Option] = []
    let labelEnd = lastColon(in: piece.lowerBound..<firstBox, of: document) ?? piece.lowerBound
    var start = labelEnd
    for box in boxes {
      let found = word(in: start..<box.range.lowerBound, of: document)
      if found.text.isEmpty { return nil }
      options.append(Blank.Option(text: found.text, box: box.box))
      start = box.range.upperBound
    }
    guard isChoice(options.map(\.text), haveSlashes: false) else { return nil }
    return Group(options: options, range: labelEnd..<start, before: piece.lowerBound..<labelEnd)
  }

  private static func isChoice(_ words: [String], haveSlashes: Bool) -> Bool {
    guard words.count <= 12, words.allSatisfy({ $0.count <= 40 }) else { return false }
    if OutcomeWords.excludeEachOther(words) || OutcomeWords.areScale(words) { return true }
    if words.allSatisfy(isSign), Set(words).count == words.count { return true }
    // "A / B / C" offers one of several.
    return haveSlashes && Set(words.map(OutcomeWords.normal)).count == words.count
  }

  /// True for a few words behind a label of which there is one: "Type", "Environment", "Channel".
  private static func areValues(
    _ words: [String], in range: Range<Int>, of document: Document, _ label: String
  ) -> Bool {
    let own = BlankLabel.label(in: range, of: document)
    guard range.count <= 80, own.isEmpty || document.text(range).firstColon != nil,
      (2...6).contains(words.count), Set(words.map(OutcomeWords.normal)).count == words.count,
      words.allSatisfy({ (1...4).contains($0.split(separator: " ").count) })
    else { return false }
    let name = own.isEmpty ? label : own
    // Of a state one of the words has to be an outcome.
    return OpenChoice.asks(name) && !ProseWords.words(in: name).contains { states.contains($0) }
  }

  /// True for a few words behind a label that has one value, "Status" or "Decision", when one of them
  /// is an outcome.
  private static func areStates(
    _ words: [String], in label: Range<Int>, of document: Document
  ) -> Bool {
    let text = document.text(label).filter { $0 != "*" && $0 != "_" && !$0.isWhitespace }
    guard label.count <= 80, let last = text.last, ":：".contains(last),
      Set(words.map(OutcomeWords.normal)).count == words.count,
      words.allSatisfy({ (1...4).contains($0.split(separator: " ").count) }),
      words.contains(where: { OutcomeWords.side(of: $0) != nil })
    else { return false }
    let names = ProseWords.words(in: BlankLabel.label(in: label, of: document))
    return names.count <= 5 && names.contains { states.contains($0) }
  }

  private static let states = WordList.words("ChoiceReader.states")

  /// The words in `range` up to what explains them, without marks and separators around.
  private static func word(
    in range: Range<Int>, of document: Document
  ) -> (text: String, end: Int, hasSlash: Bool) {
    let bytes = document.bytes
    var start = range.lowerBound
    var end = range.upperBound
    // What stands in parentheses or is to be filled is no part of the word.
    if let stop = bytes[range].firstIndex(where: { $0 == 0x28 || $0 == 0x5F }), stop > start {
      end = document.trimmed(start..<stop).isEmpty ? end : stop
    }
    var hasSlash = false
    while end > start, let last = bytes[start..<end].last, " \t/|\\,;.*_`".utf8.contains(last) {
      if last == 0x2F || last == 0x7C { hasSlash = true }
      end -= 1
    }
    while start < end, " \t/|,;:*_`".utf8.contains(bytes[start]) { start += 1 }
    let whole = PlainPiece.text(start..<end, of: document)
    let text = whole.drop {
      !$0.isLetter && !$0.isNumber && $0 != "≤" && $0 != "<" && $0 != ">"
    }
    return (text.isEmpty && isSign(whole) ? whole : String(text), end, hasSlash)
  }

  /// `✅`, `❌`: a sign that answers by itself.
  private static func isSign(_ text: String) -> Bool {
    text.count == 1
      && text.unicodeScalars.first.map { $0.properties.isEmoji && !$0.isASCII } == true
  }

  private static func lastColon(in range: Range<Int>, of document: Document) -> Int? {
    let bytes = document.bytes
    var position = range.upperBound
    while position > range.lowerBound {
      position -= 1
      if bytes[position] == 0x3A || bytes[position] == 0x3F { return position + 1 }
      if bytes[position...].starts(with: Array("：".utf8)) { return position + 3 }
    }
    return nil
  }

  // MARK: Neighbouring lines

  /// An item of a list with its box and the words that name it.
  struct Line {
    /// Its box, or nil when it has none that is free.
    let box: Box?
    /// The words before a dash, a colon or a parenthesis.
    let head: String
    /// The end of the line.
    let end: Int

    /// True when it may be one of a choice.
    var isOutcome: Bool { box != nil && OutcomeWords.side(of: outcome) != nil }

    /// The outcome that it names, or that it says what to do upon: "If GO". What is picked stays the
    /// whole, so that no decision ticks what somebody is still to do.
    var outcome: String {
      guard let space = head.utf8.prefix(12).firstIndex(of: 0x20),
        ProseWords.standard.isPhrase(head[..<space], .if)
      else { return head }
      return String(head[head.index(after: space)...])
    }
  }

  /// The word that an item's text begins with: bold, or up to what explains it.
  static func head(of text: String, bold: String?) -> String {
    let plain = ChecklistBuilder.trimmed(text.drop { !$0.isLetter && !$0.isNumber })
    let lead = bold.map { String($0.drop { !$0.isLetter && !$0.isNumber }) }
    if let lead, !lead.isEmpty, plain.hasPrefix(lead) {
      return trimmedHead(Substring(lead))
    }
    if let answer = answer(opening: plain) { return answer }
    var end = plain.endIndex
    let searched = SearchedText(plain)
    for separator in [" - ", " – ", " — ", ":", "：", "(", "（", " -> ", " → "] {
      if let range = searched.firstRange(of: separator), range.lowerBound < end {
        end = range.lowerBound
      }
    }
    return trimmedHead(plain[..<end])
  }

  /// "Yes, there is time": the answer that opens a text and is explained behind a comma.
  private static func answer(opening text: Substring) -> String? {
    guard let comma = text.utf8.prefix(10).firstIndex(where: { $0 == 0x2C || $0 == 0x3B }) else {
      return nil
    }
    let word = text[..<comma]
    return isAnswer(word.lowercased()) ? String(word) : nil
  }

  /// True for "yes" and "no".
  static func isAnswer(_ word: String) -> Bool { answers.contains(word) }

  private static let answers = WordList.words("ChoiceReader.answers")

  private static func trimmedHead(_ text: Substring) -> String {
    var text = text
    while let last = text.last, !last.isLetter, !last.isNumber { text.removeLast() }
    return String(text)
  }

  /// The runs of neighbouring `lines` that exclude each other.
  static func groups(of lines: [Line]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    while start < lines.count {
      guard lines[start].isOutcome else {
        start += 1
        continue
      }
      var end = start
      while end < lines.count, end - start < 8, lines[end].isOutcome { end += 1 }
      if OutcomeWords.excludeEachOther(lines[start..<end].map(\.outcome)) {
        groups.append(start..<end)
      }
      start = end
    }
    return groups
  }
}
