import GonogoCore
import GonogoMarkdown
import Testing

struct HostileDocumentTests {
  @Test(arguments: [[0x23, 0x00], [0xFF, 0xFE, 0x23], Array("# A\n".utf8) + [0xE2, 0x82]])
  func readsNothingOutOfWhatIsNoText(bytes: [UInt8]) {
    let checklist = MarkdownReader.read(Document(path: "a.md", bytes: bytes))
    #expect(checklist.diagnostics.map(\.severity) == [.error])
    #expect(checklist.sections.isEmpty)
  }

  /// A backquote that nothing closes, where a value is looked for.
  @Test(arguments: [
    "Label: `", "Label:`", "- **Label**: ``", "Label: `a", "Label: ```",
    "| a | b |\n|---|---|\n| c | ` |",
  ])
  func readsAnOpenCodeSpanBehindALabel(text: String) {
    #expect(read("# A\n\n\(text)\n").blanks.count <= 1)
  }

  @Test func survivesDeepNesting() {
    let deep = String(repeating: "> ", count: 3000) + "- [ ] a\n"
    _ = read(deep)
    let lists = (0..<400).map { String(repeating: "  ", count: $0) + "- [ ] a\n" }.joined()
    #expect(read(lists).claims.count > 50)
    let stars = String(repeating: "*", count: 20_000)
    _ = read(stars + " ____ " + stars + "\n")
  }

  /// Whatever the bytes, every place the checklist names lies in the document.
  @Test(arguments: 0..<40)
  func namesOnlyPlacesThatExist(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "# A", "- [ ] ", "- ", "____", "```bash", "```", "\n", "\r\n", "\r", "    ", "\t", "✅ ", "> ",
      "1. ", "**Expected**: ", "<!-- gonogo: ask -->", "<!--", "-->", "---", "a", "é", "\u{FEFF}",
      "`", "\\", "[x] ", "**", ":", "$ x", "NO-GO if any:", "{name=a}", "| a | ___ |",
      "| a | b |\n|---|---|\n", "☐ ", "[Name]", "GO / NO-GO", "<DATE>", "{{x}}", "\\_\\_\\_", "TBD",
      "[~] ", "| | ⏳ |",
    ]
    var text = ""
    for _ in 0..<200 { text += pieces.randomElement(using: &generator) ?? "" }
    let checklist = read(text)
    let count = checklist.document.bytes.count
    let lines = 1...checklist.document.lines.count
    for claim in checklist.claims {
      #expect(lines.contains(claim.location.line))
      if let box = claim.box?.range.lowerBound {
        let isBracket = checklist.text(box - 1..<box) == "["
        #expect(isBracket || claim.box?.style != .brackets)
      }
      if let emoji = claim.emoji { #expect(checklist.text(emoji) == "✅") }
    }
    for blank in checklist.blanks {
      #expect(blank.range.upperBound <= count)
      #expect(blank.shape != .underscores || checklist.text(blank.range).contains("_"))
    }
    for step in checklist.steps { #expect(lines.contains(step.firstLine - 1)) }
    let boxes = checklist.claims.compactMap { $0.box?.range.lowerBound }
    #expect(Set(boxes).count == boxes.count)
  }
}

/// A small generator whose numbers depend on its seed alone.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
