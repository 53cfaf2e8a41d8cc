internal import GonogoCore

/// Code spans that are the whole value of a label and only show what is to be written.
extension BlankScanner {
  /// Reads `[Where the plan is kept]`, `___ min`, `YYYY-MM-DD` and `<name>` in a code span.
  mutating func readCodeValue(_ span: Range<Int>) -> Bool {
    // A backquote that nothing closes opens no span.
    guard (3...90).contains(span.count), document.bytes[span.upperBound - 1] == 0x60,
      isValue(at: span.lowerBound), closesLine(at: span.upperBound)
    else { return false }
    if let place = BracketValue.coded(span, of: document) {
      add(place.range, place.shape, options: place.options)
      return true
    }
    let label = BlankLabel.label(in: labelStart..<max(labelStart, span.lowerBound), of: document)
    guard label.contains(where: \.isLetter), label.utf8.count <= 60, !FormatWords.explains(label)
    else { return false }
    return readCodeMeasure(span) || readCodeMask(span, label) || readCodeName(span, label)
  }

  /// `___ min`, `_____%`: a number with its unit.
  private mutating func readCodeMeasure(_ span: Range<Int>) -> Bool {
    let bytes = document.bytes
    let inner = document.trimmed(span.lowerBound + 1..<span.upperBound - 1)
    let run = inner.prefix { bytes[$0] == 0x5F }
    guard run.count >= 3, run.count < inner.count else { return false }
    let rest = document.text(document.trimmed(run.upperBound..<inner.upperBound))
    let unit = rest == "%" ? Unit.percent : Unit.named(rest)
    guard let unit else { return false }
    add(run, .underscores)
    found[found.count - 1].unit = unit
    return true
  }

  /// `YYYY-MM-DD` where the label asks for a day or a time.
  private mutating func readCodeMask(_ span: Range<Int>, _ label: String) -> Bool {
    let inner = document.trimmed(span.lowerBound + 1..<span.upperBound - 1)
    guard ColumnHeading.kind(label) == .date, inner.count <= 40,
      let length = BlankMask.length(in: document.text(inner)), length == inner.count
    else { return false }
    add(span, .mask)
    return true
  }

  /// `<name>`: certain where a label asks for what nobody knows yet, else beside another place.
  private mutating func readCodeName(_ span: Range<Int>, _ label: String) -> Bool {
    let inner = document.text(document.trimmed(span.lowerBound + 1..<span.upperBound - 1))
    guard inner.first == "<", inner.last == ">",
      AngleValue.isTemplate(String(inner.dropFirst().dropLast()))
    else { return false }
    add(span, .angle)
    found[found.count - 1].isTentative =
      ColumnHeading.kind(label) == nil && FieldLabel.field(of: label) == nil
    return true
  }
}
