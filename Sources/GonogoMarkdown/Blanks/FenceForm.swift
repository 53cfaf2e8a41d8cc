internal import GonogoCore

/// A text in a fence that is nothing but labels with room behind them, in capitals or not: "date:",
/// "previous release:".
///
/// Settings and listings have such lines too, so every line must be one, on one level, and what they ask
/// for must be told in words or be a known field.
struct FenceForm {
  private let document: Document
  private let lines: [Range<Int>]

  init(_ lines: [Range<Int>], of document: Document) {
    self.document = document
    self.lines = lines
  }

  /// True when enough lines of `text` end with a colon.
  static func mayHold(_ text: String) -> Bool {
    var count = 0
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0A, last == 0x3A || last == 0x9A { count += 1 }
      if byte != 0x20, byte != 0x09, byte != 0x0D { last = byte }
    }
    return count >= 3
  }

  /// The places behind the labels; none unless the whole of the fence is such a form.
  ///
  /// `isPlace` says that what stands behind a label is to be replaced.
  func blanks(isPlace: (Range<Int>) -> Bool) -> [FoundBlank] {
    var found: [FoundBlank] = []
    var labels: Set<String> = []
    var values = 0
    var margin: String?
    for (index, line) in lines.enumerated() {
      let content = document.trimmed(line)
      if content.isEmpty { continue }
      guard content.count <= 200, let (label, value) = split(content) else {
        guard index <= 1, isTitle(content, isUnder: index == 1) else { return [] }
        continue
      }
      // "- start:" below "Timeline:" is a part of it.
      let mark = "-*+".utf8.contains(document.bytes[content.lowerBound]) ? 1 : 0
      let before = document.text(line.lowerBound..<content.lowerBound + mark)
      guard margin == nil || margin == before, labels.insert(label.lowercased()).inserted else {
        return []
      }
      margin = before
      if value.isEmpty {
        found.append(
          FoundBlank(
            range: content.upperBound..<content.upperBound, label: label, shape: .label,
            isInFence: true))
      } else {
        guard isPlace(line) else { return [] }
        values += 1
      }
    }
    return found.count >= 3 && found.count >= values && isTold(found.map(\.label)) ? found : []
  }

  /// True for a title above, or the line that is drawn under one.
  private func isTitle(_ line: Range<Int>, isUnder: Bool) -> Bool {
    isUnder
      ? document.bytes[line].allSatisfy { "=-~*#".utf8.contains($0) }
      : document.text(line).firstColon == nil
  }

  /// A few words up to the first colon, and what stands behind it.
  private func split(_ line: Range<Int>) -> (String, Range<Int>)? {
    let text = document.text(line)
    guard let colon = text.firstColon else { return nil }
    guard !text[..<colon].contains("_") else { return nil }
    let label = BlankLabel.cleaned(String(text[..<colon]))
    guard label.utf8.count <= 60, label.contains(where: \.isLetter),
      label.split(separator: " ").count <= 8,
      !label.contains(where: { "=\"'`<>\\{}|[]$,;!?".contains($0) }),
      !FormatWords.explains(label)
    else { return nil }
    let start = line.lowerBound + text[..<text.index(after: colon)].utf8.count
    return (label, document.trimmed(start..<line.upperBound))
  }

  /// True when enough of the labels are no keys of settings: several words, capitals, a script without
  /// blanks between words, or the fields of a form.
  private func isTold(_ labels: [String]) -> Bool {
    if labels.allSatisfy({ $0.first(where: \.isLetter)?.isUppercase == true }) { return true }
    let told = labels.count { label in
      label.contains(" ") || label.unicodeScalars.contains { $0.value >= 0x2E80 }
    }
    return told * 3 >= labels.count || labels.count(where: FieldLabel.isFormField) >= 2
  }
}
