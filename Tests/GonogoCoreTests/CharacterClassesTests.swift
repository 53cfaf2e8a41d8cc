import GonogoCore
import Testing

@Suite("Classes of signs")
struct CharacterClassesTests {
  @Test("Every sign of one scalar is classed as Unicode classes it")
  func agree() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let sign = Character(scalar)
      let properties = scalar.properties
      let isRight =
        sign.isWhitespace == properties.isWhitespace && sign.isLetter == properties.isAlphabetic
        && sign.isNumber == (properties.numericType != nil)
      if !isRight { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test("A line end of two scalars is a blank") func lineEnd() {
    let sign: Character = "\r\n"
    #expect(sign.isWhitespace)
    #expect(!sign.isLetter)
  }
}
