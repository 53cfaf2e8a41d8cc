internal import GonogoCore

/// Boxes in headings: `### ☐ Phase 2: tests`, ticked once all under it is done.
extension ChecklistBuilder {
  /// True when the sign of an open box stands in some heading. Where none does, `☑` is decoration.
  static func hasOpenHeading(in blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      guard case .heading(let level) = block.kind, level > 1 else { return false }
      return block.text.unicodeScalars.contains { "☐□⬜".unicodeScalars.contains($0) }
    }
  }

  /// Reads the box that opens or ends a heading. A title has none: its sign is decoration.
  mutating func readHeadingBox(_ block: MarkdownBlock, level: Int) {
    guard level > 1, block.parent == nil, let piece = headingText(of: block) else { return }
    let bytes = document.bytes
    guard bytes[piece].contains(where: { $0 == 0x5B || $0 == 0xE2 }) else { return }
    let start = afterMarks(piece)
    let boxes = BoxReader.boxes(in: start..<piece.upperBound, of: bytes)
    guard boxes.count == 1, let found = boxes.first, found.box.style != .circle else { return }
    let isFirst = found.range.lowerBound == start
    guard isFirst || document.trimmed(found.range.upperBound..<piece.upperBound).isEmpty else {
      return
    }
    let words = PlainPiece.text(
      isFirst ? found.range.upperBound..<piece.upperBound : start..<found.range.lowerBound,
      of: document)
    var text = BlankLabel.cleaned(words)
    // "### 3. ☐" has its number before it.
    if text.isEmpty {
      text = BlankLabel.cleaned(PlainPiece.text(piece.lowerBound..<start, of: document))
    }
    let hasNumber = text.contains(where: \.isNumber)
    // "### ⬜ Pending" heads what is pending, "### ☐ Step 3" is ticked.
    guard hasNumber || text.contains(where: \.isLetter), !PlaceholderWords.isNotDone(text),
      hasNumber || ProseWords.words(in: text).count > 1 || found.box.style == .brackets,
      !found.box.isTicked || found.box.style == .brackets || hasOpenHeading
    else { return }
    if section.role == .conditional {
      checklist.boxes.append(found.box)
    } else {
      add(found.box, text: text, codes: [], line: block.startLine)
    }
  }

  /// The bytes of a heading behind its number signs and before those that close it; nil where it is
  /// underlined.
  private func headingText(of block: MarkdownBlock) -> Range<Int>? {
    let bytes = document.bytes
    let line = document.trimmed(document.contentRange(ofLine: block.startLine))
    guard let start = bytes[line].firstIndex(where: { $0 != 0x23 }), start > line.lowerBound else {
      return nil
    }
    var end = line.upperBound
    while end > start, bytes[end - 1] == 0x23 || bytes[end - 1] == 0x20 { end -= 1 }
    return document.trimmed(start..<end)
  }

  /// Where the text begins behind a number and marks of bold: `2. **☐ …`.
  private func afterMarks(_ piece: Range<Int>) -> Int {
    let bytes = document.bytes
    var position = piece.lowerBound
    while position < piece.upperBound, bytes[position] == 0x2A { position += 1 }
    var next = position
    while next < piece.upperBound, (0x30...0x39).contains(bytes[next]) || bytes[next] == 0x2E {
      next += 1
    }
    guard next > position, next < piece.upperBound, bytes[next] == 0x20 else { return position }
    return next + 1
  }
}
