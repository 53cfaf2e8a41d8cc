import GonogoCore
import Testing

struct DocumentTests {
  @Test(
    arguments: [
      ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]),
      ("a\rb", [0, 2]),
      ("\r\r\n\n", [0, 1, 3, 4]), ("a\n\rb", [0, 2, 3]), ("é\nü", [0, 3]),
    ] as [(String, [Int])])
  func findsWhereLinesBegin(text: String, starts: [Int]) {
    #expect(LineIndex(Array(text.utf8)).starts == starts)
  }

  @Test func givesEachByteItsLine() {
    let bytes = Array("one\r\ntwo\rthree\n\nfive".utf8)
    let index = LineIndex(bytes)
    #expect(index.count == 5)
    for offset in bytes.indices {
      let line = index.line(at: offset)
      #expect(index.range(ofLine: line).contains(offset), "byte \(offset)")
    }
    #expect((1...5).map { index.range(ofLine: $0).count }.reduce(0, +) == bytes.count)
    #expect(index.range(ofLine: 0).isEmpty)
    #expect(index.range(ofLine: 6).isEmpty)
    #expect(index.range(ofLine: Int.max).isEmpty)
    #expect(index.line(at: bytes.count) == 5)
  }

  @Test(arguments: [("a\r\nb", 1, "a"), ("a\rb", 2, "b"), ("x\n\ny", 2, ""), ("end\n", 2, "")])
  func leavesTheLineEndOut(text: String, line: Int, content: String) {
    let document = Document(path: "a.md", bytes: Array(text.utf8))
    #expect(document.text(document.contentRange(ofLine: line)) == content)
  }

  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (2, 2, 1), (4, 2, 2), (8, 2, 3), (9, 3, 1), (10, 3, 2),
  ])
  func countsColumnsInCharacters(offset: Int, line: Int, column: Int) {
    // The line é😀 holds two characters in six bytes, and what follows is one line on.
    let document = Document(path: "a.md", bytes: Array("a\né😀\nx".utf8))
    #expect(document.location(at: offset) == SourceLocation(line: line, column: column))
  }

  @Test(
    arguments: [
      ([0x61, 0x00], "nul-byte", 1, 2), ([0x61, 0x0A, 0xFF], "invalid-utf8", 2, 1),
      ([0xC3], "invalid-utf8", 1, 1), ([0x61, 0xE2, 0x82], "invalid-utf8", 1, 2),
      ([0xED, 0xA0, 0x80], "invalid-utf8", 1, 1), ([0xC0, 0x80], "invalid-utf8", 1, 1),
    ] as [([UInt8], String, Int, Int)])
  func findsWhatIsNoText(bytes: [UInt8], code: String, line: Int, column: Int) throws {
    let fault = try #require(Document(path: "a.md", bytes: bytes).textFault())
    #expect(fault.code == code)
    #expect(fault.severity == .error)
    #expect(fault.location == SourceLocation(line: line, column: column))
    #expect(fault.cure != nil)
  }

  @Test(arguments: ["", "plain", "é😀\u{FEFF}", "\u{1}\u{7F}"])
  func acceptsWhatIsText(text: String) {
    #expect(Document(path: "a.md", bytes: Array(text.utf8)).textFault() == nil)
  }

  @Test func readsOutsideItsEndsAsNothing() {
    let document = Document(path: "a.md", bytes: Array("abc".utf8))
    #expect(document.text(1..<100) == "bc")
    #expect(document.text(100..<200) == "")
  }
}
