internal import GonogoCore

/// A cell with an underscore and a unit: `_MB_`, `\_%`, `_ ms`: a number goes there.
enum UnitMask {
  /// What of the cell in `range` is to be replaced, or nil when it is none.
  ///
  /// The unit stays behind the number where the underscore stands before it alone; set in italics, as
  /// formatters leave it, all of it is replaced. `allowsBare` takes a cell with an underscore alone.
  static func place(
    in range: Range<Int>, of document: Document, allowsBare: Bool = false
  ) -> (range: Range<Int>, unit: Unit?)? {
    guard (1...16).contains(range.count) else { return nil }
    let bytes = document.bytes
    let start = endOfMarks(from: range.lowerBound, to: range.upperBound, bytes)
    guard let start else { return nil }
    if start == range.upperBound { return allowsBare ? (range, nil) : nil }
    var end = range.upperBound
    while end > start, bytes[end - 1] == 0x5F { end -= 1 }
    if end > start, end < range.upperBound, bytes[end - 1] == 0x5C { end -= 1 }
    guard let unit = Unit.named(ChecklistBuilder.trimmed(document.text(start..<end))) else {
      return nil
    }
    return end == range.upperBound ? (range.lowerBound..<start, unit) : (range, nil)
  }

  /// Where one or two underscores, escaped or not, end; nil where none opens the cell.
  private static func endOfMarks(from start: Int, to end: Int, _ bytes: [UInt8]) -> Int? {
    var position = start
    var count = 0
    while position < end {
      if bytes[position] == 0x5C, position + 1 < end, bytes[position + 1] == 0x5F { position += 1 }
      guard bytes[position] == 0x5F else { break }
      count += 1
      position += 1
    }
    return (1...2).contains(count) ? position : nil
  }
}
