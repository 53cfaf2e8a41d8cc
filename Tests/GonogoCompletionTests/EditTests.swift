import GonogoCompletion
import Testing

struct EditTests {
  @Test(
    arguments: [
      ([], "abc"), ([Edit(0..<0, [0x78])], "xabc"), ([Edit(3..<3, [0x78])], "abcx"),
      ([Edit(0..<3, [])], ""), ([Edit(1..<2, [0x78, 0x79])], "axyc"),
      ([Edit(2..<3, [0x79]), Edit(0..<1, [0x78])], "xby"),
      ([Edit(0..<1, [0x78]), Edit(1..<2, [0x79])], "xyc"),
    ] as [([Edit], String)])
  func makesEdits(edits: [Edit], result: String) throws {
    #expect(try Edit.apply(edits, to: Array("abc".utf8)) == Array(result.utf8))
  }

  @Test func refusesOverlappingEdits() {
    #expect(throws: EditError.overlap(0..<2, 1..<3)) {
      try Edit.apply([Edit(1..<3, []), Edit(0..<2, [])], to: [1, 2, 3])
    }
    #expect(throws: EditError.overlap(0..<2, 0..<2)) {
      try Edit.apply([Edit(0..<2, []), Edit(0..<2, [])], to: [1, 2, 3])
    }
  }

  @Test(arguments: [-1..<0, 2..<4, 4..<4])
  func refusesEditsOutside(range: Range<Int>) {
    #expect(throws: EditError.outside(range)) { try Edit.apply([Edit(range, [])], to: [1, 2, 3]) }
  }

  /// Undoing them in any order gives the bytes back.
  @Test(arguments: 0..<100)
  func changesNothingElse(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
    var edits: [Edit] = []
    var position = 0
    while position < bytes.count, edits.count < 8 {
      let start = Int.random(in: position...bytes.count, using: &generator)
      let end = Int.random(in: start...min(bytes.count, start + 5), using: &generator)
      let new = (0..<Int.random(in: 0...4, using: &generator)).map { _ in UInt8(0x2A) }
      edits.append(Edit(start..<end, new))
      position = end + 1
    }
    edits.shuffle(using: &generator)
    let changed = try Edit.apply(edits, to: bytes)
    #expect(
      changed.count
        == bytes.count + edits.reduce(0) { $0 + $1.replacement.count - $1.range.count })
    var undone: [Edit] = []
    var shift = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = edit.range.lowerBound + shift
      undone.append(Edit(start..<start + edit.replacement.count, Array(bytes[edit.range])))
      shift += edit.replacement.count - edit.range.count
    }
    #expect(try Edit.apply(undone, to: changed) == bytes)
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
