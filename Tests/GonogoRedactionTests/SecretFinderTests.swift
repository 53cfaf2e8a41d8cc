import Testing

@testable import GonogoRedaction

struct SecretFinderTests {
  private let finder = SecretFinder(exists: { $0 == "/etc/app/key.pem" })

  private func values(_ name: String, _ value: String, isNamed: Bool = false) -> [String] {
    finder.secrets(name: name, value: value, isNamed: isNamed).map(\.value)
  }

  @Test(arguments: [
    "API_KEY", "DB_PASSWORD", "PGPASSWORD", "GITHUB_TOKEN", "SENTRY_DSN", "aws_secret", "SESSION",
    "MY_APIKEY", "AUTH_HEADER", "SLACK_WEBHOOK", "AZURE_CONNECTION_STRING", "CREDENTIALS_JSON",
  ])
  func knowsSecretsByTheirName(name: String) {
    #expect(SecretName.isSecret(name))
    #expect(values(name, "hunter22") == ["hunter22"])
  }

  @Test(arguments: [
    "PATH", "HOME", "PWD", "OLDPWD", "KEYBOARD", "MONKEY", "COMPASS", "AUTHOR", "USER",
    "CLUSTER", "",
  ])
  func knowsOrdinaryNames(name: String) {
    #expect(!SecretName.isSecret(name))
    #expect(values(name, "hunter22").isEmpty)
    #expect(values(name, "hunter22", isNamed: true) == ["hunter22"])
  }

  @Test func takesThePartsOutOfAnAddress() {
    let found = values("DATABASE_URL", "postgres://u:p%40ss%2F1@h:5/db?x=1")
    for part in ["postgres://u:p%40ss%2F1@h:5/db?x=1", "u:p%40ss%2F1", "p%40ss%2F1", "p@ss/1"] {
      #expect(found.contains(part))
    }
    #expect(values("A", "host=h password='q r' user=u").contains("'q") == true)
    #expect(values("A", "https://h/x?access_token=abcdef123").contains("abcdef123"))
    #expect(values("A", "https://0123456789abcdef0123@h/x.git").contains("0123456789abcdef0123"))
  }

  @Test(arguments: [
    "https://example.org/a:b@c", "https://user@example.org", "postgres://beacon@/beacon?host=/x",
    "ssh://git@example.org:22/a", "nothing", "a=b",
  ])
  func findsNothingInWhatHoldsNoPassword(value: String) {
    #expect(values("SITE", value).isEmpty)
  }

  @Test(arguments: ["true", "FALSE", "off", "3600", "-1.5", "/etc/app/key.pem", "https://h/keys"])
  func doesNotHideWhatIsNoSecretUnderASecretsName(value: String) {
    #expect(values("USE_AUTH", value).isEmpty)
    #expect(values("USE_AUTH", value, isNamed: true) == [value])
  }

  @Test func hidesAPasswordOfDigitsAndAPathThatIsNone() {
    #expect(values("DB_PASSWORD", "12345678") == ["12345678"])
    #expect(values("API_KEY", "/not/there") == ["/not/there"])
    #expect(values("SLACK_WEBHOOK", "https://h/services/T0/B0/x") == ["https://h/services/T0/B0/x"])
  }
}
