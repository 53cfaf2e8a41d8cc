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
    "DB_CREDS", "aws_cred",
  ])
  func knowsSecretsByTheirName(name: String) {
    #expect(SecretName.isSecret(name))
    #expect(values(name, "hunter22") == ["hunter22"])
  }

  @Test(arguments: [
    "PATH", "HOME", "PWD", "OLDPWD", "KEYBOARD", "MONKEY", "SACRED", "INCREDIBLE", "COMPASS",
    "AUTHOR", "USER",
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

  @Test(arguments: [
    "true", "FALSE", "off", "3600", "-1.5", "123456", "-123.456", "/etc/app/key.pem",
    "https://h/keys",
  ])
  func doesNotHideWhatIsNoSecretUnderASecretsName(value: String) {
    #expect(values("USE_AUTH", value).isEmpty)
    #expect(values("USE_AUTH", value, isNamed: true) == [value])
  }

  /// A key in hexadecimal is a number to who reads C; a key of digits is one to anybody.
  @Test(arguments: [
    "0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318", "0x1234", "1e10", "inf",
    "12345678901234567890123456", "1234567", "nan", "1.2.3", "1234567.5", "1_000",
  ])
  func hidesAKeyThatLooksLikeANumber(value: String) {
    #expect(values("DEPLOYER_PRIVATE_KEY", value) == [value])
  }

  @Test(arguments: [
    ("postgres://ada:Canary#Pw?99@h/db", ["ada:Canary#Pw?99", "Canary#Pw?99"]),
    ("postgres://ada:99#Canary@h:5432/db?sslmode=require", ["99#Canary"]),
    ("mysql://u:a?b@h", ["a?b"]), ("redis://:a#b@h/0", ["a#b"]),
    ("https://u:Pa#ss@h/x", ["Pa#ss"]), ("postgres://u:a@b#c@h/db", ["u:a"]),
  ])
  func takesAPasswordWithSignsThatEndOtherAddresses(value: String, parts: [String]) {
    let found = values("DATABASE_URL", value)
    for part in parts { #expect(found.contains(part), "\(found)") }
  }

  @Test func takesTheTextsOutOfJSON() {
    let json = """
      {"type": "svc", "client_secret": "CANARY-\\u0041\\n\\"quoted\\"", "list": [{"x": "twelve-bytes"}],
       "port": 5432, "on": true, "uri": "https://h/keys"}
      """
    let found = values("SERVICE_TOKEN", json)
    #expect(found == [json, "CANARY-A\n\"quoted\"", "twelve-bytes"])
    // Named by the member although the variable's name says nothing.
    #expect(values("CONFIG", json) == found)
    #expect(values("CONFIG", #"{"colour": "turquoise-blue"}"#).isEmpty)
    #expect(values("SERVICE_TOKEN", #"["#).count == 1)
    #expect(values("SERVICE_TOKEN", #"{"a":"cut off here\"#).contains("cut off here"))
  }

  @Test func hidesAPasswordOfDigitsAndAPathThatIsNone() {
    #expect(values("DB_PASSWORD", "12345678") == ["12345678"])
    #expect(values("API_KEY", "/not/there") == ["/not/there"])
    #expect(values("SLACK_WEBHOOK", "https://h/services/T0/B0/x") == ["https://h/services/T0/B0/x"])
  }
}
