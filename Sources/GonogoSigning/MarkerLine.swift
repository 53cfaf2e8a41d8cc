/// A line that opens or closes a signature, or looks as if it did.
package struct MarkerLine {
  /// The bytes of the line without its line end.
  package let range: Range<Int>
  /// The line's number, from 1.
  let line: Int
  /// True for a BEGIN line.
  let isBegin: Bool
  /// True when it is exactly the marker; only then may it stand in a document.
  let isExact: Bool

  private static let beginStart = Array("-----BEGIN SSH SIG".utf8)
  private static let endStart = Array("-----END SSH SIG".utf8)

  /// The marker lines of `bytes` in their order.
  ///
  /// Whatever begins like a marker counts, since the plain pipelines go by the beginning alone.
  package static func all(in bytes: [UInt8]) -> [MarkerLine] {
    var markers: [MarkerLine] = []
    var start = 0
    var line = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start] == UInt8(ascii: "-") {
        let text = bytes[start..<end]
        let isBegin = text.starts(with: beginStart)
        if isBegin || text.starts(with: endStart) {
          let isExact = text.elementsEqual(isBegin ? SSHSignature.begin : SSHSignature.end)
          markers.append(
            MarkerLine(range: start..<end, line: line, isBegin: isBegin, isExact: isExact))
        }
      }
      start = end + 1
      line += 1
    }
    return markers
  }
}
