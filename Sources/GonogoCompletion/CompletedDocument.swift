package import GonogoCore

/// A completed document, read back: the author's part with what the run put into it, and the run
/// record with the machine line at its end.
package struct CompletedDocument: Sendable {
  /// What the machine line holds.
  package let record: JSONValue
  /// The author's part, edits included; a line end that the record put behind it is still there.
  let author: [UInt8]

  /// Reads a completed document without its signatures.
  ///
  /// The human part of the record must be, byte for byte, what the machine line gives.
  ///
  /// - Throws: `RecordFault` when it holds no record, or one that says two things.
  package init(_ bytes: [UInt8]) throws(RecordFault) {
    let fence = Array((Completion.recordFence + "\n").utf8)
    let closing = Array("\n```\n".utf8)
    guard bytes.suffix(closing.count).elementsEqual(closing),
      let line = Self.lastLine(of: bytes, before: bytes.count - closing.count),
      line.lowerBound >= fence.count,
      bytes[(line.lowerBound - fence.count)..<line.lowerBound].elementsEqual(fence)
    else { throw RecordFault("it does not end in the record of a run") }
    let record = try Self.record(Array(bytes[line]))
    let page = Array(("\n" + RecordPage(record).text() + "\n").utf8)
    let end = line.lowerBound - fence.count
    guard bytes[..<end].suffix(page.count).elementsEqual(page) else {
      throw RecordFault(
        "its run record is not what its machine line says"
          + Self.difference(bytes[..<end], page: page))
    }
    self.record = record
    author = Array(bytes[..<(end - page.count)])
  }

  private static func record(_ line: [UInt8]) throws(RecordFault) -> JSONValue {
    let record: JSONValue
    do throws(JSONError) { record = try JSONReader.read(line) } catch {
      throw RecordFault("its machine line is no JSON: \(error.message)")
    }
    // One spelling only, so that no two readers can see different things in it.
    guard record.compactBytes == line else {
      throw RecordFault("its machine line is not written in the one way it can be written")
    }
    guard record["v"] == .integer(RecordSummary.version) else {
      throw RecordFault("its record is not of version \(RecordSummary.version)")
    }
    return record
  }

  private static func lastLine(of bytes: [UInt8], before end: Int) -> Range<Int>? {
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return start < end ? start..<end : nil
  }

  /// Where the page in the document begins to differ from `page`.
  private static func difference(_ bytes: ArraySlice<UInt8>, page: [UInt8]) -> String {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let expected = page.split(separator: 0x0A, omittingEmptySubsequences: false)
    // After the empty line that parts it from the author's text come "---", "" and the heading.
    let heading = Array("## Run record".utf8)
    guard let start = lines.lastIndex(where: { $0.elementsEqual(heading) }), start >= 3 else {
      return ": it has no heading"
    }
    for (index, line) in expected.enumerated() {
      let place = start - 3 + index
      // Before the first line end may stand the end of the author's last line.
      if index == 0 { continue }
      guard place < lines.count, lines[place].elementsEqual(line) else {
        return ", from line \(place + 1) on"
      }
    }
    return ""
  }
}
