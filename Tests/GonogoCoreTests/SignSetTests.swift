import GonogoCore
import Testing

struct SignSetTests {
  @Test(arguments: ["a,b;c", ",a,,b,", "", "abc", "é，ü、x", "a:b\u{301}"])
  func splitsAsCharactersDo(text: String) {
    let signs = ",;:，、"
    let wanted = text.split { signs.contains($0) }
    #expect(text.parts(between: SignSet(signs)) == wanted)
  }

  @Test func findsTheFirstAndTheLast() {
    let text = "a < b ≥ c"
    let signs = SignSet("<>≤≥")
    #expect(text.firstSign(of: signs).map { text[$0] } == "<")
    #expect(text.lastSign(of: signs).map { text[$0] } == "≥")
    #expect("abc".firstSign(of: signs) == nil)
    #expect("".lastSign(of: signs) == nil)
  }
}
