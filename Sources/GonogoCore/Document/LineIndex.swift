/// Where the lines of a document begin, counted as CommonMark counts them: LF, CRLF and a lone CR
/// each end a line.
package struct LineIndex: Sendable {
  /// Byte offset of the start of each line; always at least one.
  package let starts: [Int]
  private let end: Int

  /// Indexes `bytes` in one pass.
  package init(_ bytes: [UInt8]) {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    self.starts = starts
    self.end = bytes.count
  }

  /// How many lines there are; a final line end opens one more, empty line.
  package var count: Int { starts.count }

  /// The bytes of line `number` (from 1) with its line end; empty when there is no such line.
  package func range(ofLine number: Int) -> Range<Int> {
    guard number >= 1, number <= starts.count else { return end..<end }
    return starts[number - 1]..<(number < starts.count ? starts[number] : end)
  }

  /// The line (from 1) that holds byte `offset`.
  package func line(at offset: Int) -> Int {
    max(1, starts.partitioned { $0 > offset })
  }
}
