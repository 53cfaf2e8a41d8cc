extension StringProtocol {
  /// The lines, split at LF, each without a CR at its end; a final LF starts no line.
  var outputLines: [SubSequence] {
    var lines: [SubSequence] = []
    let bytes = utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.endIndex
      var stop = end
      if stop > start {
        let last = bytes.index(stop, offsetBy: -1)
        if bytes[last] == .carriageReturn { stop = last }
      }
      lines.append(self[start..<stop])
      if end == bytes.endIndex { break }
      start = bytes.index(after: end)
    }
    return lines
  }

  /// Itself without spaces, tabs and CR at either end.
  var trimmed: SubSequence {
    let bytes = utf8
    guard let first = bytes.firstIndex(where: { !$0.isBlank }) else {
      return self[endIndex..<endIndex]
    }
    var end = bytes.endIndex
    while end > first {
      let before = bytes.index(end, offsetBy: -1)
      if !bytes[before].isBlank { break }
      end = before
    }
    return self[first..<end]
  }

  /// True when there is nothing but spaces and tabs.
  var isBlank: Bool { utf8.allSatisfy(\.isBlank) }

  /// What follows `prefix`, or nil when it does not start so.
  func dropping(prefix: String) -> SubSequence? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }

  /// What precedes `suffix`, or nil when it does not end so.
  func dropping(suffix: String) -> SubSequence? {
    hasSuffix(suffix) ? dropLast(suffix.count) : nil
  }

  /// The number it is when it is made of one to nine ASCII digits and nothing else.
  var smallCount: Int? {
    let bytes = utf8
    guard !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy(\.isDigit) else { return nil }
    return Int(self)
  }

  /// The parts between blanks, empty ones left out.
  var fields: [SubSequence] { split(whereSeparator: { $0 == " " || $0 == "\t" }) }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Space, tab or CR.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == .carriageReturn }
  /// `0` to `9`.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// An ASCII letter.
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  /// `A` to `Z`.
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  /// `0` to `9`, `a` to `f`.
  var isHex: Bool { isDigit || (self >= 0x61 && self <= 0x66) }
}
