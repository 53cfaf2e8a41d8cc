/// A text in which phrases are looked for, byte by byte where that finds the same as going through
/// its Characters, which takes many times as long.
package struct SearchedText: Sendable {
  /// The text.
  private let text: Substring
  private let isBytewise: Bool

  /// A text to look for phrases in.
  package init(_ text: Substring) {
    self.text = text
    isBytewise = text.isBytewise
  }

  /// A text to look for phrases in.
  package init(_ text: String) { self.init(text[...]) }

  /// True when `phrase`, which is not empty, stands in the text.
  package func contains(_ phrase: String) -> Bool {
    isBytewise ? place(of: phrase) != nil : text.contains(phrase)
  }

  /// Where `phrase`, which is not empty, stands for the first time, or nil.
  package func firstRange(of phrase: String) -> Range<String.Index>? {
    guard isBytewise else { return text.firstRange(of: phrase) }
    guard let place = place(of: phrase) else { return nil }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: place)
    return start..<bytes.index(start, offsetBy: phrase.utf8.count)
  }

  private func place(of phrase: String) -> Int? {
    let bytes = text.utf8.span
    let wanted = phrase.utf8.span
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    let first = wanted[0]
    search: for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      for offset in 1..<max(1, wanted.count) where bytes[start + offset] != wanted[offset] {
        continue search
      }
      return start
    }
    return nil
  }
}
