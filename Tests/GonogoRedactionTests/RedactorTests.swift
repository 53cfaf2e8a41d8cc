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

  private static let marked = [
    Secret(name: "db_password", value: "password"), Secret(name: "DATABASE_URL", value: "pw#1234"),
    Secret(name: "x[redacted:db_password]", value: "nested"), Secret(name: "E", value: "]tail"),
    Secret(name: "word", value: "redacted"),
  ]

  /// What has been cleaned is as clean as it gets, and a mark is never taken apart.
  @Test(arguments: [
    ("db_password=password", "db_[redacted:db_password]=[redacted:db_password]"),
    ("db_[redacted:db_password]=x", "db_[redacted:db_password]=x"),
    ("postgres://[redacted:DATABASE_URL]@h2/db", "postgres://[redacted:DATABASE_URL]@h2/db"),
    (
      "postgres://ada:[redacted:url-password]@h2/db", "postgres://ada:[redacted:url-password]@h2/db"
    ),
    (
      "postgres://u:ab[redacted:DATABASE_URL]cd@h",
      "postgres://u:[redacted:url-password][redacted:DATABASE_URL][redacted:url-password]@h"
    ),
    ("x[redacted:x[redacted:db_password]]y", "x[redacted:x[redacted:db_password]]y"),
    ("[redacted:E]tail", "[redacted:E][redacted:E]"), ("[redacted:", "[[redacted:word]:"),
    ("[redacted:nobody]", "[[redacted:word]:nobody]"), ("[redacted:word]", "[redacted:word]"),
    ("pass[redacted:word]word", "pass[redacted:word]word"),
  ])
  func leavesItsOwnMarksAlone(text: String, expected: String) {
    for chunks in Chunking.all(Array(text.utf8)) {
      #expect(redacted(chunks, Self.marked) == expected)
    }
    #expect(redacted([Array(expected.utf8)[...]], Self.marked) == expected)
  }

  /// However the marks of an earlier cleaning stand in a text, and wherever it is cut.
  @Test func givesTheSameForEveryCutOfATextWithMarks() {
    let pieces = [
      "[redacted:db_password]", "[redacted:DATABASE_URL]", "[redacted:url-password]", "[redacted:",
      "password", "pass", "word", "]", "]tail", "pw#1234", "://", "a:b", "@h/", " ", "redacted",
      "\"",
      "[redacted:x[redacted:db_password]]", "p a s s w o r d", "cGFzc3dvcmQ=",
    ]
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2000 {
      let text = Array((0..<12).map { _ in pieces[random(pieces.count)] }.joined().utf8)
      let whole = redacted([text[...]], Self.marked)
      #expect(redacted(text.indices.map { text[$0...$0] }, Self.marked) == whole)
      var chunks: [ArraySlice<UInt8>] = []
      var position = 0
      while position < text.count {
        let end = min(text.count, position + 1 + random(20))
        chunks.append(text[position..<end])
        position = end
      }
      #expect(redacted(chunks, Self.marked) == whole)
    }
  }
}
