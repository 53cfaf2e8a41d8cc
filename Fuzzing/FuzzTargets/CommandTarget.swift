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
      precondition((statement.label == nil) == (statement.labelRange == nil))
      end = statement.range.upperBound
      let text = String(decoding: bytes[statement.range], as: UTF8.self)
      defined.formUnion(reader.read(text, defined: defined).defines)
    }
    _ = reader.read(String(decoding: bytes, as: UTF8.self))
  }
}
