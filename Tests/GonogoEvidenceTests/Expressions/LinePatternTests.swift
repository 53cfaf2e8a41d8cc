import Testing

@testable import GonogoEvidence

/// Patterns against texts, as `grep -E` would have it.
struct LinePatternTests {
  @Test(arguments: [
    ("abc", "xabcx", true), ("abc", "ab\nc", false), ("^abc$", "x\nabc\r\ny", true),
    ("^b", "ab", false), ("a.c", "a\nc", false), ("a.c", "aéc", true), ("a|bc|d", "xbcx", true),
    ("^(a|b)+$", "abba", true), ("^(a|b)+$", "abca", false), ("ab?c", "ac", true),
    ("^a{2,3}$", "aaaa", false), ("^a{2,3}$", "aaa", true), ("^a{2}$", "aa", true),
    ("^a{2,}$", "aaaaa", true), ("^a{2,}$", "a", false), ("[0-9]+ passed", "12 passed", true),
    ("[^0-9]x", "1x", false), ("[]a]b", "]b", true), ("[a-]b", "-b", true),
    ("[[:digit:]]{3}", "a123", true), ("\\d+\\.\\d+", "v1.20", true), ("\\.", "a", false),
    ("\\S", "   ", false), ("[\\d_]z", "_z", true), ("(?:ok|OK)$", "all OK", true),
    ("x*y", "y", true), ("^$a", "a", false), ("(a*)+b", "aaab", true), ("error", "", false),
    ("\\{\"ok\"", "{\"ok\": true}", true),
  ])
  func findsWhatIsThere(pattern: String, text: String, expected: Bool) throws {
    #expect(try LinePattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    "", "(", ")", "a)", "(a", "[a", "[b-a]", "*a", "a**", "a+?", "{2}", "a{", "a{3,2}", "a{0}",
    "a||b", "()", "a\\", "\\b", "(?=a)", "(?i)a", "[[:nope:]]", "a*", "^", "$", "^$", "a{9999}",
    "((((a{100}){100}){100}){100}){100}", "a?",
  ])
  func refusesWhatItDoesNotKnow(pattern: String) {
    #expect(throws: LinePattern.Fault.self) { try LinePattern(pattern) }
  }

  @Test func takesTimeInProportionToTheText() throws {
    let pattern = try LinePattern("(a+)+(a|a)*b")
    let text = String(repeating: "a", count: 20_000)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(!pattern.matches(text)) }
    #expect(time < .seconds(5))
  }
}
