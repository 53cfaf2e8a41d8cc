internal import GonogoCore

extension BlankScanner {
  // MARK: Values

  /// A whole value behind a label that is to be replaced: a mask, `TBD`, `GO / NO-GO`.
  mutating func readValue(after colon: Int) -> Int? {
    let bytes = document.bytes
    let reach = min(prose.upperBound, colon + 120)
    guard colon < reach else { return nil }
    let line = bytes[colon..<reach].firstIndex(where: Self.isLineEnd) ?? reach
    guard line < colon + 120, colon - labelStart <= 120 else { return nil }
    // "12:30" and "http://" go on at once.
    let isWide = bytes[colon - 1] >= 0x80
    guard isWide || " \t*_".utf8.contains(bytes[colon]) else { return nil }
    let label = BlankLabel.label(in: labelStart..<max(labelStart, colon), of: document)
    guard !FormatWords.explains(label) else { return nil }
    if let word = openWord(in: colon..<line) {
      add(word, .placeholder)
      return word.upperBound
    }
    if let open = WaitingValue.range(in: colon..<line, of: document, label: label) {
      add(open, .placeholder)
      return open.upperBound
    }
    if bytes[colon - 1] != 0x3F, let form = FormValue.read(colon..<line, of: document, label: label)
    {
      add(form.range, form.shape)
      return form.range.upperBound
    }
    guard let value = ValueReader.read(colon..<line, of: document) else {
      guard let open = OpenChoice.read(colon..<line, of: document, label: label) else { return nil }
      add(open.range, .choice, options: open.options)
      found[found.count - 1].isTentative = true
      return open.range.upperBound
    }
    add(value.range, value.shape, options: value.options)
    return value.range.upperBound
  }

  /// `TBD` in capitals right behind a colon, where the sentence goes on: "(cause: TBD, see #7)".
  private func openWord(in range: Range<Int>) -> Range<Int>? {
    let bytes = document.bytes
    let start = bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.upperBound
    let word = Array("TBD".utf8)
    let end = start + word.count
    guard end < range.upperBound, bytes[start..<end].elementsEqual(word),
      ",;)".utf8.contains(bytes[end])
    else { return nil }
    return start..<end
  }
}
