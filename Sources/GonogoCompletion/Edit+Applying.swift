extension Edit {
  /// `bytes` with all edits made, in one pass; every byte outside them is unchanged.
  ///
  /// - Throws: `EditError` when edits overlap or lie outside.
  package static func apply(_ edits: [Edit], to bytes: [UInt8]) throws(EditError) -> [UInt8] {
    let ordered = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + ordered.reduce(0) { $0 + $1.replacement.count })
    var position = 0
    var previous: Range<Int>?
    for edit in ordered {
      guard edit.range.lowerBound >= 0, edit.range.upperBound <= bytes.count else {
        throw .outside(edit.range)
      }
      if let previous, edit.range.lowerBound < previous.upperBound {
        throw .overlap(previous, edit.range)
      }
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
      previous = edit.range
    }
    result += bytes[position...]
    return result
  }
}
