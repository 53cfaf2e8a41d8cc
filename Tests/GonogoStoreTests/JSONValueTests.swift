import GonogoCore
import Testing

@Suite struct JSONValueTests {
  private static let texts: [(JSONValue, String)] = [
    (JSONValue.null, "null"), (true, "true"), (-7, "-7"), (0.1, "0.1"), (1e300, "1e+300"),
    (.number(.nan), "null"), (.number(-.infinity), "null"), ([], "[]"),
    ([1, [nil, "x"]], #"[1,[null,"x"]]"#),
    (["b": 1, "a": ["d": 2, "c": 3]], #"{"a":{"c":3,"d":2},"b":1}"#),
    (
      "a\"\\\u{1}\n\r\t\u{8}\u{c}\u{1f}\u{7f}/é\u{2028}",
      #""a\"\\\u0001\n\r\t\b\f\u001f"# + "\u{7f}/é\u{2028}\""
    ),
    (["é": 1, "z": 2, "": 3, "Z": 4], #"{"":3,"Z":4,"z":2,"é":1}"#),
  ]

  @Test(arguments: texts)
  func writesCompactlyWithSortedNames(_ value: JSONValue, _ text: String) {
    #expect(value.compact == text)
  }

  @Test func writesTheLastOfMembersWithOneName() {
    let value = JSONValue.object([.init("a", 1), .init("b", 2), .init("a", 3), .init("a", 4)])
    #expect(value.compact == #"{"a":4,"b":2}"#)
    #expect(value["a"] == 4)
  }

  @Test func readsBackWhatItWrites() throws {
    let value: JSONValue = [
      "text": "line\nnext \u{1F680} \u{0} \u{202E}",
      "numbers": [1, -1, 0.5, 1e-7, 123_456_789.125],
      "deep": [[[["x": [nil, true, false]]]]], "empty": [[:], []],
    ]
    let again = try JSONReader.read(value.compactBytes)
    #expect(again.compactBytes == value.compactBytes)
    #expect(again["numbers"]?.arrayValue?[2].numberValue == 0.5)
    #expect(again["deep"]?.stringValue == nil)
  }

  @Test func readsBackEveryDoubleExactly() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let again = try JSONReader.read(JSONValue.number(number).compactBytes)
      #expect(again.numberValue == number)
    }
  }

  @Test func writesDeepValuesWithoutDeepCalls() {
    var value: JSONValue = 1
    for _ in 0..<5000 { value = [value] }
    #expect(value.compactBytes.count == 10_001)
  }
}
