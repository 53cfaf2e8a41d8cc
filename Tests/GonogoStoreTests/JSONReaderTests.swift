import GonogoCore
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader.read(Array(text.utf8))
  }

  private static let values: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true\n", true), ("false", false), ("0", 0), ("-12", -12),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.5", 1.5), ("1e3", 1000.0),
    ("-0.25E-2", -0.0025), (#""""#, ""), (#""a\"b\\c\/d\b\f\n\r\t""#, "a\"b\\c/d\u{8}\u{c}\n\r\t"),
    (#""\u00e9\u20AC\uD83D\uDE00 é€😀""#, "é€😀 é€😀"), (#""\u0000""#, "\0"), ("[]", []), ("{}", [:]),
    ("[1,[2,[]],{}]", [1, [2, []], [:]]),
    (#"{"b":1,"a":{"c":[null]}}"#, ["b": 1, "a": ["c": [nil]]]),
  ]

  @Test(arguments: values)
  func readsValues(_ text: String, _ value: JSONValue) throws {
    #expect(try read(text) == value)
  }

  @Test(arguments: [
    ("", 0), (" ", 1), ("nul", 0), ("True", 0), ("01", 1), ("+1", 0), (".5", 0), ("1.", 2),
    ("-", 1), ("1e", 2), ("0x1", 1), ("NaN", 0), ("1e999", 0), ("[1,]", 3), ("[1 2]", 3),
    ("[", 1), ("]", 0), ("[1}", 2), (#"{"a":1,}"#, 7), (#"{"a"}"#, 4), ("{1:2}", 1),
    (#"{"a":1"#, 6), (#"{"a":1,"a":2}"#, 7), (#"{"a":1,"\u0061":2}"#, 7), (#"{"a":}"#, 5),
    (#""ab"#, 3), ("\"a\nb\"", 2), (#""\x""#, 2), (#""\u12G4""#, 5), (#""\uD800""#, 7),
    (#""\uDC00""#, 7), (#""\uD800\u0041""#, 13), ("1 1", 2), ("{}{}", 2), ("\u{FEFF}1", 0),
    ("'a'", 0), ("[/**/]", 1),
  ])
  func refuses(_ text: String, _ offset: Int) {
    #expect { _ = try read(text) } throws: { ($0 as? JSONError)?.offset == offset }
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect { _ = try JSONReader.read([0x22, 0xFF, 0x22]) } throws: {
      ($0 as? JSONError)?.offset == 1
    }
  }

  @Test func tellsNamesApartThatOnlyLookAlike() throws {
    let value = try read("{\"\u{e9}\":1,\"e\u{301}\":2}")
    #expect(value.objectValue?.count == 2)
  }

  @Test func refusesDepthInsteadOfCrashing() throws {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect { _ = try read(deep) } throws: { ($0 as? JSONError)?.offset == 128 }
    #expect(
      throws: Never.self,
      performing: {
        _ = try read(String(repeating: "[", count: 128) + String(repeating: "]", count: 128))
      })
  }

  @Test func takesTimeInProportionToTheLength() throws {
    func time(_ count: Int) throws -> Duration {
      let members = (0..<count).map { "\"name \($0)\":[\"\\n text\",\($0)]" }.joined(separator: ",")
      let bytes = Array("{\(members)}".utf8)
      return try ContinuousClock().measure { _ = try JSONReader.read(bytes) }
    }
    _ = try time(500)
    let (small, large) = (try time(2000), try time(32_000))
    // Sixteen times the length; a quadratic reader takes 256 times as long.
    #expect(large < small * 100)
  }
}
