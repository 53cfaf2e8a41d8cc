import Testing

@testable import GonogoRedaction

struct EscapeStripperTests {
  private func stripped(_ chunks: [ArraySlice<UInt8>]) -> String {
    var stripper = EscapeStripper()
    var result: [UInt8] = []
    for chunk in chunks { stripper.strip(chunk, into: &result) }
    stripper.finish(into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  static let cases: [(String, String)] = [
    ("plain é😀\ttab\n", "plain é😀\ttab\n"), ("a\r\nb", "a\nb"), ("a\rb\r", "a\nb\n"),
    ("\r\r\n", "\n\n"),
    ("\u{1B}[31mred\u{1B}[0m", "red"), ("\u{1B}[2J\u{1B}[1;1Hx", "x"),
    ("\u{1B}]0;title\u{7}x", "x"),
    ("\u{1B}]8;;http://a\u{1B}\\x", "x"), ("\u{1B}Pdcs\u{1B}\\x", "x"), ("\u{1B}(Bx", "x"),
    ("\u{1B}cx", "x"),
    ("\u{1B}\u{1B}[1mx", "x"), ("a\u{0}b\u{7}c\u{8}d\u{7F}", "a?b?c?d?"), ("x\u{1B}", "x"),
    ("x\u{1B}[31", "x"),
    // What never ends must not hide the lines after it.
    ("\u{1B}]0;title\nnext", "\nnext"), ("\u{1B}[31\nnext", "\nnext"), ("\u{1B}\nnext", "\nnext"),
    ("", ""), ("- [x] ```\n", "- [x] ```\n"),
    // The same controls as one character (C1), and what only begins like one.
    ("a\u{9B}31mb", "ab"), ("a\u{9D}0;title\u{9C}b", "ab"), ("a\u{85}b\u{90}x\u{1B}\\c", "abc"),
    ("\u{9D}title\nnext", "\nnext"), ("© ° §", "© ° §"), ("\u{9D}©\u{7}x", "x"),
  ]

  @Test(arguments: cases)
  func takesTerminalControlOutHoweverItIsCut(text: String, expected: String) {
    for chunks in Chunking.all(Array(text.utf8)) { #expect(stripped(chunks) == expected) }
  }

  @Test func keepsBytesThatAreNoText() {
    var stripper = EscapeStripper()
    var result: [UInt8] = []
    stripper.strip([0xFF, 0xC3, 0x28, 0x80][...], into: &result)
    stripper.finish(into: &result)
    #expect(result == [0xFF, 0xC3, 0x28, 0x80])
  }

  @Test(arguments: 0..<40)
  func leavesNoControlByteInAnything(seed: UInt8) {
    var bytes: [UInt8] = []
    var state = UInt32(seed) &* 2_654_435_761 &+ 1
    for _ in 0..<300 {
      state = state &* 1_664_525 &+ 1_013_904_223
      bytes.append(state >> 24 & 3 == 0 ? 0x1B : UInt8(truncatingIfNeeded: state >> 16))
    }
    let whole = stripped([bytes[...]])
    #expect(!whole.utf8.contains { ($0 < 0x20 && $0 != 0x0A && $0 != 0x09) || $0 == 0x7F })
    #expect(stripped(bytes.indices.map { bytes[$0...$0] }) == whole)
  }
}
