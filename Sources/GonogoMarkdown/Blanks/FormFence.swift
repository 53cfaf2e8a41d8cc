internal import GonogoCore

/// Finds the blanks of forms that people draw in fences without a language.
enum FormFence {
  private static let tags: Set<String> = ["", "text", "txt", "plain", "plaintext", "form"]

  /// The blanks in a code block; none unless it is a form.
  static func blanks(in block: MarkdownBlock, info: String, of document: Document) -> [FoundBlank] {
    let tag = info.prefix { !$0.isWhitespace && $0 != "{" }.lowercased()
    guard tags.contains(tag) else { return [] }
    guard isFenced(block, in: document) else { return versions(inIndented: block, of: document) }
    let hasRuns = block.text.holds("___") || block.text.holds("{{")
    guard hasRuns || FenceTemplate.mayHold(block.text) else { return [] }
    let count = block.text.utf8.count { $0 == 0x0A }
    let first = block.startLine + 1
    let last = min(block.startLine + max(1, count), document.lines.count)
    guard first <= last else { return [] }
    let lines = (first...last).map { document.contentRange(ofLine: $0) }
    guard hasRuns else { return FenceTemplate(lines, of: document).blanks() }
    var runs: [FoundBlank] = []
    var above = label(above: block, of: document)
    var isWritten = false
    for range in lines {
      if let whole = mustache(range, of: document) {
        runs.append(whole)
      } else if var line = lineToWriteOn(range, below: above, of: document) {
        // What fits the label is written once.
        line.isPersonal = isWritten
        line.isRoom = isWritten && RoomLabel.isForNotes(above)
        runs.append(line)
        isWritten = true
        continue
      } else {
        runs += blanks(in: range, of: document)
      }
      isWritten = false
      let text = range.count <= 120 ? ChecklistBuilder.trimmed(document.text(range)) : ""
      above = text.last.map { ":：?？".contains($0) } == true ? BlankLabel.cleaned(String(text)) : ""
    }
    let taken = runs.map(\.range)
    return FenceTemplate(lines, of: document, runs: runs.count).blanks().filter { blank in
      !taken.contains { $0.overlaps(blank.range) || $0.upperBound == blank.range.lowerBound }
    } + runs
  }

  /// The label on the line right above a fence: "**Comments:**".
  private static func label(above block: MarkdownBlock, of document: Document) -> String {
    guard block.startLine > 1 else { return "" }
    let line = document.contentRange(ofLine: block.startLine - 1)
    guard line.count <= 120 else { return "" }
    let text = ChecklistBuilder.trimmed(document.text(line).filter { $0 != "*" })
    return text.last.map { ":：?？".contains($0) } == true ? BlankLabel.cleaned(String(text)) : ""
  }

  /// A line of underscores below one that ends as a label does, or below another such line.
  private static func lineToWriteOn(
    _ range: Range<Int>, below label: String, of document: Document
  ) -> FoundBlank? {
    guard label.contains(where: \.isLetter) else { return nil }
    let content = LineStart.content(of: range, in: document, opensItem: true)
    let run = document.trimmed(content)
    guard run.count >= 3, document.bytes[run].allSatisfy({ $0 == 0x5F }) else { return nil }
    return FoundBlank(range: run, label: label, isInFence: true)
  }

  /// A line that is one `{{NAME}}` in capitals, and nothing else.
  private static func mustache(_ line: Range<Int>, of document: Document) -> FoundBlank? {
    let range = document.trimmed(line)
    let bytes = document.bytes
    guard range.count > 4, range.count <= 80, bytes[range].starts(with: "{{".utf8),
      bytes[range].suffix(2).elementsEqual("}}".utf8)
    else { return nil }
    let name = ChecklistBuilder.trimmed(
      document.text(range.lowerBound + 2..<range.upperBound - 2))
    guard let first = name.first, first.isUppercase,
      name.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "_" })
    else { return nil }
    return FoundBlank(range: range, label: String(name), shape: .mustache, isInFence: true)
  }

  /// The versions to be put into a text that stands indented, as a message to be sent does.
  private static func versions(
    inIndented block: MarkdownBlock, of document: Document
  ) -> [FoundBlank] {
    guard block.text.holds("X.Y") else { return [] }
    let count = block.text.utf8.count { $0 == 0x0A }
    let last = min(block.startLine + count, document.lines.count)
    return (block.startLine...last).flatMap { number -> [FoundBlank] in
      let line = document.trimmed(document.contentRange(ofLine: number))
      return FenceSentence(line, of: document).blanks().filter { $0.shape == .mask }
    }
  }

  private static func isFenced(_ block: MarkdownBlock, in document: Document) -> Bool {
    let line = document.text(document.contentRange(ofLine: block.startLine))
    return line.holds("```") || line.holds("~~~")
  }

  private static func blanks(in line: Range<Int>, of document: Document) -> [FoundBlank] {
    let bytes = document.bytes
    var found: [FoundBlank] = []
    var labelStart = line.lowerBound
    var position = line.lowerBound
    while position < line.upperBound {
      guard bytes[position] == 0x5F else {
        position += 1
        continue
      }
      var end = position
      while end < line.upperBound, bytes[end] == 0x5F { end += 1 }
      let run = BlankMask.extended(position..<end, before: line.upperBound, in: bytes)
      position = run.upperBound
      guard run.count >= 3, !BlankScanner.endsWithWord(bytes[line.lowerBound..<run.lowerBound]),
        !BlankScanner.beginsWithWord(bytes[run.upperBound..<line.upperBound])
          || BlankScanner.beginsWithUnit(bytes[run.upperBound..<line.upperBound]),
        let label = label(labelStart..<run.lowerBound, of: document)
      else { continue }
      let tail = BlankTail(after: run.upperBound, before: line.upperBound, in: document)
      var blank = FoundBlank(range: run, label: label, isInFence: true)
      blank.shape = bytes[run].allSatisfy { $0 == 0x5F } ? .underscores : .mask
      blank.unit = tail.unit
      blank.hint = tail.hint
      found.append(blank)
      labelStart = tail.end
    }
    return found
  }

  /// The label before a blank; without one a run of underscores draws something.
  private static func label(_ range: Range<Int>, of document: Document) -> String? {
    let text = document.text(range).filter { !isDrawing($0) }
    let label = BlankLabel.cleaned(text)
    guard label.contains(where: \.isLetter) else { return nil }
    let last = ChecklistBuilder.trimmed(text).last
    return last.map { ":：?？=>.)$€#@+-−±~".contains($0) || $0.isLetter || $0.isNumber } == true
      ? label : nil
  }

  private static func isDrawing(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x2500...0x259F).contains($0.value) } ?? false
  }
}
