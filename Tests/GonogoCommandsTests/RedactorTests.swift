import Testing

@testable import GonogoCommands

struct RedactorTests {
  private func redacted(_ chunks: [ArraySlice<UInt8>], _ secrets: [Secret]) -> String {
    var redactor = Redactor(secrets)
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
    ("aaabaaab", "[redacted:A][redacted:A]"),
    ("-häufig-", "-[redacted:C]-"), ("xyz", "xyz"), ("aaa", "aaa"), ("h", "h"),
    ("aaabcaaabcdef", "[redacted:A]c[redacted:B]"),
  ])
  func replacesSecretsHoweverTheyAreCut(text: String, expected: String) {
    for chunks in Chunking.all(Array(text.utf8)) {
      #expect(redacted(chunks, Self.secrets) == expected)
    }
  }

  @Test func holdsNothingBackThatCannotBecomeASecret() {
    var redactor = Redactor(Self.secrets)
    var result: [UInt8] = []
    redactor.redact(Array("some line\nprompt> ".utf8)[...], into: &result)
    #expect(String(decoding: result, as: UTF8.self) == "some line\nprompt> ")
  }

  @Test func passesEverythingOnWithoutSecrets() {
    #expect(redacted([Array("aaab".utf8)[...]], []) == "aaab")
  }

  // MARK: Names and values

  @Test(arguments: [
    "API_KEY", "DB_PASSWORD", "PGPASSWORD", "GITHUB_TOKEN", "SENTRY_DSN", "aws_secret", "SESSION",
    "MY_APIKEY", "AUTH_HEADER", "SLACK_WEBHOOK", "AZURE_CONNECTION_STRING", "CREDENTIALS_JSON",
  ])
  func knowsSecretsByTheirName(name: String) {
    #expect(Secret.isSecretName(name))
    #expect(Secret.secrets(name: name, value: "hunter22").map(\.value) == ["hunter22"])
  }

  @Test(arguments: [
    "PATH", "HOME", "PWD", "OLDPWD", "KEYBOARD", "MONKEY", "COMPASS", "AUTHOR", "USER",
    "CLUSTER", "",
  ])
  func knowsOrdinaryNames(name: String) {
    #expect(!Secret.isSecretName(name))
  }

  @Test func takesThePasswordOutOfAnAddress() {
    let secrets = Secret.secrets(name: "DATABASE_URL", value: "postgres://u:p%40ss%2F1@h:5/db?x=1")
    #expect(secrets.map(\.value).contains("p%40ss%2F1"))
    #expect(secrets.map(\.value).contains("p@ss/1"))
    #expect(Secret.secrets(name: "SITE", value: "https://example.org/a:b@c").isEmpty)
    #expect(Secret.secrets(name: "SITE", value: "https://user@example.org").isEmpty)
  }

  @Test(arguments: ["true", "FALSE"])
  func doesNotHideSwitches(value: String) {
    #expect(Secret.secrets(name: "USE_AUTH", value: value).isEmpty)
  }

  @Test func hidesEveryLineOfAKey() {
    let values = Secret.secrets(name: "SSH_KEY", value: "BEGIN KEY\nabcdef\nEND KEY").map(\.value)
    #expect(values.contains("abcdef"))
  }
}
