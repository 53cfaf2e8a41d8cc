internal import GonogoCore
internal import GonogoEvidence

/// What the form of a blank says about what may be written into it.
struct BlankForm {
  private let document: Document
  /// Blanks that are two halves of one answer: "from ____ to ____".
  private let halves: Set<Int>

  init(_ checklist: Checklist) {
    document = checklist.document
    var halves: Set<Int> = []
    for (first, second) in zip(checklist.blanks, checklist.blanks.dropFirst())
    where first.location.line == second.location.line && first.section == second.section {
      let meaning = Meaning(second.label)
      if second.label == first.label || meaning.words.isEmpty && !meaning.isQualified {
        halves.formUnion([first.id, second.id])
      }
    }
    self.halves = halves
  }

  /// True for a blank that no printed value fills as it is: half of an answer, a limit ("Pods <
  /// ____"), an amount of money, a name behind `@`, one with more words behind it.
  func asksForMore(_ blank: Blank) -> Bool {
    halves.contains(blank.id) || isBehindSign(blank.range.lowerBound) || isGoneOnWith(blank)
  }

  /// True when what stands behind it makes another thing of it: "Pods: ____ ready", "Users: ____
  /// k", "Users: ____,000".
  private func isGoneOnWith(_ blank: Blank) -> Bool {
    let rest = document.bytes[blank.range.upperBound...].prefix(Self.reach)
    if let sign = rest.first, let next = rest.dropFirst().first {
      func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
      if isDigit(sign) || ",.'".utf8.contains(sign) && isDigit(next) { return true }
    }
    let words = rest.prefix { !"_[(,;|<\n\r".utf8.contains($0) }
    guard words.contains(where: { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }) else {
      return false
    }
    // The label of the next blank.
    if words.contains(UInt8(ascii: ":")) { return false }
    let meaning = Meaning(String(decoding: words, as: UTF8.self))
    if meaning.isQualified { return true }
    // A word right behind it may be its unit.
    return blank.unit == nil && !meaning.words.isSubset(of: Meaning(blank.label).words)
  }

  private static let reach = 120

  private func isBehindSign(_ start: Int) -> Bool {
    let bytes = document.bytes
    // The sign of a number, not the dash of a label.
    if start > 0, bytes[start - 1] == UInt8(ascii: "-") { return true }
    var end = start
    while end > 0, " *`_\t".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > 0 else { return false }
    let last = bytes[end - 1]
    let before = end > 1 ? bytes[end - 2] : 0x20
    switch last {
    case UInt8(ascii: "="): return "<>!~".utf8.contains(before)
    // The end of a tag or of a quote's mark is no comparator.
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      return end > 1 && before == 0x20 && !isLineStart(end - 1)
    case UInt8(ascii: "+"), UInt8(ascii: "#"): return !isLineStart(end - 1)
    case UInt8(ascii: "$"), UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "/"): return true
    case 0x80...:
      let text = String(decoding: bytes[max(0, end - 4)..<end], as: UTF8.self)
      return text.unicodeScalars.last.map { "≤≥≠≈±€£¥→←≦≧＜＞".unicodeScalars.contains($0) } ?? false
    default: return false
    }
  }

  /// True when only marks of quotes and lists stand before it on its line.
  private func isLineStart(_ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, " >\t+-".utf8.contains(document.bytes[index]) { index -= 1 }
    return index < 0 || document.bytes[index] == 0x0A || document.bytes[index] == 0x0D
  }

  /// Whether `text` has the form that the mask of a blank shows: `____:____` takes no `3`.
  static func fits(_ text: String, _ blank: Blank, in document: Document) -> Bool {
    guard blank.shape == .mask else { return true }
    let mask = document.text(blank.range)
    let signs = signs(of: mask)
    if signs.isEmpty || signs == [0x2E] {
      return text.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x2D } ?? false
    }
    return signs == Self.signs(of: text)
  }

  private static func signs(of text: String) -> [UInt8] {
    text.utf8.filter { "-./:".utf8.contains($0) }
  }
}
