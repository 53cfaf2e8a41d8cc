internal import GonogoShell

/// Splits a block into statements and judges each, and the whole.
enum CommandTarget {
  static func run(_ bytes: [UInt8]) {
    let reader = CommandReader(rules: .standard)
    var end = 0
    var defined: Set<String> = []
    for statement in StatementSplitter.split(bytes) {
      precondition(statement.range.lowerBound >= end, "statements overlap")
      precondition(statement.range.upperBound <= bytes.count, "a statement lies outside")
      if let label = statement.labelRange {
        precondition(label.lowerBound >= end && label.upperBound <= statement.range.lowerBound)
      }
      precondition(isNothing(bytes[end..<statement.range.lowerBound]), "text in no statement")
      precondition((statement.label == nil) == (statement.labelRange == nil))
      end = statement.range.upperBound
      let text = String(decoding: bytes[statement.range], as: UTF8.self)
      defined.formUnion(reader.read(text, defined: defined).defines)
    }
    precondition(isNothing(bytes[end...]), "text after the last statement")
    _ = reader.read(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether a shell would run nothing of it: blanks, lines that go on, and comments.
  private static func isNothing(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isComment = false
    var isEscape = false
    for byte in bytes {
      switch byte {
      case 0x0A:
        isComment = false
        isEscape = false
      case _ where isEscape: return false
      case 0x23: isComment = true
      case 0x5C where !isComment: isEscape = true
      case 0x20, 0x09, 0x0D: break
      default: if !isComment { return false }
      }
    }
    return true
  }
}
