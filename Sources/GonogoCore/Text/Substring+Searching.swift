/// Searches that go by bytes where that finds the same, which saves most of the time of reading.
///
/// For both kinds of text by name: other modules would get a generic one unspecialised, at many
/// times the cost.
extension Substring {
  /// True when `phrase`, which is not empty, stands in the text.
  package func holds(_ phrase: String) -> Bool {
    // Most texts lack its first byte already, whatever their Characters are.
    guard let first = phrase.utf8.first, holds(byte: first) else { return false }
    return SearchedText(self).contains(phrase)
  }

  /// The text with each `phrase`, which is not empty, replaced.
  package func replacingAll(_ phrase: String, with other: String) -> String {
    holds(phrase) ? String(replacing(phrase, with: other)) : String(self)
  }

  /// The first colon, `:` or `：`, or nil.
  package var firstColon: String.Index? {
    let bytes = utf8.span
    for place in bytes.indices {
      let isColon =
        bytes[place] == 0x3A
        || (bytes[place] == 0xEF && place + 2 < bytes.count && bytes[place + 1] == 0xBC
          && bytes[place + 2] == 0x9A)
      if isColon { return utf8.index(utf8.startIndex, offsetBy: place) }
    }
    return nil
  }

  private func holds(byte: UInt8) -> Bool {
    let bytes = utf8.span
    for place in bytes.indices where bytes[place] == byte { return true }
    return false
  }
}

extension String {
  /// True when `phrase`, which is not empty, stands in the text.
  package func holds(_ phrase: String) -> Bool { self[...].holds(phrase) }

  /// The text with each `phrase`, which is not empty, replaced.
  package func replacingAll(_ phrase: String, with other: String) -> String {
    holds(phrase) ? replacing(phrase, with: other) : self
  }

  /// The first colon, `:` or `：`, or nil.
  package var firstColon: String.Index? { self[...].firstColon }
}
