import Testing

@testable import GonogoRedaction

struct RedactorTests {
  private func redacted(_ chunks: [ArraySlice<UInt8>], _ secrets: [Secret]) -> String {
    var redactor = Redactor(SecretTables(secrets))
    var result: [UInt8] = []
    for chunk in chunks { redactor.redact(chunk, into: &result) }
    redactor.finish(into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  static let secrets = [
    Secret(name: "A", value: "aaab"), Secret(name: "B", value: "aaabcdef"),
    Secret(name: "C", value: "häufig"), Secret(name: "D", value: "xyz"),
  ]

  @Test(arguments: [
    ("", ""), ("nothing", "nothing"), ("aaab", "[redacted:A]"), ("aaabcdef", "[redacted:B]"),
    ("aaabcde", "[redacted:A]cde"), ("aaaaab", "aa[redacted:A]"),
    ("aaabaaab", "[redacted:A]"), ("aaab aaab", "[redacted:A] [redacted:A]"),
    ("-häufig-", "-[redacted:C]-"), ("xyz", "xyz"), ("aaa", "aaa"), ("h", "h"),
    ("aaabcaaabcdef", "[redacted:A]c[redacted:B]"),
  ])
  func replacesSecretsHoweverTheyAreCut(text: String, expected: String) {
    for chunks in Chunking.all(Array(text.utf8)) {
      #expect(redacted(chunks, Self.secrets) == expected)
    }
  }

  @Test func holdsNothingBackThatCannotBecomeASecret() {
    var redactor = Redactor(SecretTables(Self.secrets))
    var result: [UInt8] = []
    redactor.redact(Array("some line\nprompt> ".utf8)[...], into: &result)
    #expect(String(decoding: result, as: UTF8.self) == "some line\nprompt> ")
  }

  @Test func passesEverythingOnWithoutSecrets() {
    #expect(redacted([Array("aaab".utf8)[...]], []) == "aaab")
  }

  @Test func countsWhatItReplacesByName() {
    var redactor = Redactor(SecretTables(Self.secrets))
    var result: [UInt8] = []
    redactor.redact(Array("aaab, aaabcdef, aaab häufig".utf8)[...], into: &result)
    redactor.finish(into: &result)
    #expect(redactor.counts == ["A": 2, "B": 1, "C": 1])
  }

  /// A secret that is spread out is found, but not over any distance, and waiting for it is bounded.
  @Test func forgetsASecretThatIsSpreadTooFar() {
    let secrets = [Secret(name: "A", value: "correct-horse-battery")]
    let near = "correct" + String(repeating: " ", count: 300) + "-horse-battery"
    #expect(redacted([Array(near.utf8)[...]], secrets) == "[redacted:A]")
    let far = "correct" + String(repeating: "\n", count: 100_000) + "-horse-battery"
    #expect(redacted([Array(far.utf8)[...]], secrets) == far)
    let bytes = Array(far.utf8)
    #expect(redacted(bytes.indices.map { bytes[$0...$0] }, secrets) == far)
  }
}
