internal import GonogoCore

/// A line of a text in a fence, that may be a sentence with places to fill in it.
struct FenceSentence {
  private let document: Document
  private let line: Range<Int>

  init(_ line: Range<Int>, of document: Document) {
    self.document = document
    self.line = line
  }

  /// `<Link to the issue>`, `<RELEASE>` and `vX.Y.0`, where the line is a sentence or a label with
  /// its value and no command.
  func blanks() -> [FoundBlank] {
    let bytes = document.bytes[line]
    guard bytes.contains(0x3C) || bytes.first == 0x76 || document.text(line).holds("X.Y") else {
      return []
    }
    if let version = labelledVersion() { return [version] }
    let text = document.text(line)
    guard !text.contains(where: { "|$={}".contains($0) }), !text.holds(" -") else { return [] }
    // A code span may hold a command, and a version all the same.
    if text.contains("`") { return isSentence(text) ? versions() : [] }
    let isLabelled =
      text.firstColon.map { colon in
        !FormatWords.explains(String(text[..<colon])) && text[..<colon].count <= 60
      } ?? false
    guard isLabelled || isSentence(text) else { return [] }
    return isSentence(text) ? angles() + versions() : angles()
  }

  /// `vX.Y.Z: https://…`: the version that a line is about.
  private func labelledVersion() -> FoundBlank? {
    guard document.bytes[line].first == 0x76 else { return nil }
    let end = document.bytes[line].prefix(24).firstIndex(of: 0x3A)
    guard let end, end + 1 < line.upperBound, document.bytes[end + 1] == 0x20,
      VersionMask.isMask(document.text(line.lowerBound..<end))
    else { return nil }
    return blank(line.lowerBound..<end, document.text(line.lowerBound..<end), .mask)
  }

  private func isSentence(_ text: String) -> Bool {
    text.split(separator: " ").count { word in
      word.count >= 2 && word.allSatisfy { $0.isLetter || ".,:;!*".contains($0) }
    } >= 4
  }

  private func angles() -> [FoundBlank] {
    let bytes = document.bytes
    var found: [FoundBlank] = []
    var position = line.lowerBound
    while let open = bytes[position..<line.upperBound].firstIndex(of: 0x3C) {
      position = open + 1
      guard
        let close = bytes[position..<line.upperBound].firstIndex(where: { $0 == 0x3E || $0 == 0x3C }
        ),
        bytes[close] == 0x3E, isFree(open, close + 1)
      else { continue }
      let name = document.text(open + 1..<close)
      guard names(name) else { continue }
      found.append(blank(open..<close + 1, name, .angle))
      position = close + 1
    }
    return found
  }

  /// In capitals, or words that begin with one: `<none>` is a value, and nothing is a tag here.
  private func names(_ text: String) -> Bool {
    guard text.count >= 2, text.first?.isLetter == true,
      text.allSatisfy({ $0.isLetter || $0.isNumber || "_-. ".contains($0) }), text.last != "."
    else { return false }
    return AngleValue.shouts(text) || text.hasPrefix("REPLACE")
      || (text.first?.isUppercase == true && text.contains(" "))
  }

  private func versions() -> [FoundBlank] {
    let bytes = document.bytes
    var found: [FoundBlank] = []
    var position = line.lowerBound
    while let start = bytes[position..<line.upperBound].firstIndex(where: {
      $0 == 0x76 || $0 == 0x58
    }) {
      var end = start
      while end < line.upperBound, Self.isPart(bytes[end]) { end += 1 }
      position = max(end, start + 1)
      while end > start, bytes[end - 1] == 0x2E || bytes[end - 1] == 0x2D { end -= 1 }
      let name = document.text(start..<end)
      // `needs-backport/X.Y` is a label with a version in it.
      let isPart = start > line.lowerBound && bytes[start - 1] == 0x2F && name == "X.Y"
      guard isPart || isFree(start, end), isPart || VersionMask.isMask(name) else { continue }
      found.append(blank(start..<end, name, .mask))
    }
    return found
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2E
      || byte == 0x2D
  }

  private func isFree(_ start: Int, _ end: Int) -> Bool {
    let bytes = document.bytes
    let before = start > line.lowerBound ? bytes[start - 1] : 0x20
    let after = end < line.upperBound ? bytes[end] : 0x20
    return " \t(\"'*[`".utf8.contains(before) && " \t)\"'*.,;:!?]`".utf8.contains(after)
  }

  private func blank(_ range: Range<Int>, _ name: String, _ shape: Blank.Shape) -> FoundBlank {
    let before = BlankLabel.cleaned(document.text(line.lowerBound..<range.lowerBound))
    let label = before.utf8.count <= 60 && before.contains(where: \.isLetter) ? before : name
    return FoundBlank(range: range, label: label, shape: shape, isInFence: true)
  }
}
