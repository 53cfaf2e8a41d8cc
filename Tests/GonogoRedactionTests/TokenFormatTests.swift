import Testing

@testable import GonogoRedaction

struct TokenFormatTests {
  // Put together, so that no scanner takes this file for a leak.
  private static let letters = "Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3Ab3"
  private static let cases: [(String, String)] = [
    ("gh" + "p_" + letters, "[redacted:github-token]"),
    ("github" + "_pat_" + letters, "[redacted:github-token]"),
    ("AK" + "IAABCDEFGHIJKLMNOP", "[redacted:aws-key]"),
    ("gl" + "pat-" + letters, "[redacted:gitlab-token]"),
    ("xo" + "xb-123456789012-" + letters, "[redacted:slack-token]"),
    (
      "https://hooks.slack" + ".com/services/T00/B00/" + letters, "https://[redacted:slack-webhook]"
    ),
    ("sk_" + "live_" + letters, "[redacted:stripe-key]"),
    ("AI" + "za" + letters, "[redacted:google-key]"),
    ("ey" + "JhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0dXJl", "[redacted:web-token]"),
    ("postgres://app:s3cr3t@db:5432/x", "postgres://app:[redacted:url-password]@db:5432/x"),
    ("postgres://app:s3#cr?t@db:5432/x", "postgres://app:[redacted:url-password]@db:5432/x"),
    ("http://u:a@b@h/", "http://u:[redacted:url-password]@h/"),
    (
      "-----BEGIN RSA PRIVATE" + " KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIEabc+/=\nabcd\n"
        + "-----END RSA PRIVATE KEY-----\nnext", "[redacted:private-key]\nnext"
    ),
    (
      #"{"k":"-----BEGIN PRIVATE"# + #" KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----\n"}"#,
      #"{"k":"[redacted:private-key]\n"}"#
    ),
    // A key that is cut off, and a header alone.
    ("-----BEGIN PRIVATE" + " KEY-----\nMC4CAQAwBQYDK2VwBCIE", "[redacted:private-key]"),
    (
      "-----BEGIN PRIVATE" + " KEY-----\nfound it here\n", "[redacted:private-key]\nfound it here\n"
    ),
  ]

  @Test(arguments: cases)
  func hidesTokensThatNobodyHasNamed(text: String, expected: String) {
    for chunks in Chunking.all(Array("= \(text) .".utf8)) {
      let result = Cleaning.cleaned(chunks, .none)
      #expect(String(decoding: result, as: UTF8.self) == "= \(expected) .")
    }
  }

  @Test(arguments: [
    "ghp_short", "AKIAABCDEFGHIJKLMNOPQ", "AKIAabcd", "eyJhbGci", "eyJhbGci.x", "eyJhbGci.eyJz",
    "http://localhost:8080/a@b", "ssh://git@h:22/x", "https://example.org/", "a://b c:d@e",
    "http://h:80#/a@b", "http://h?a:b@c",
    "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----", "-----BEGIN SSH SIGNATURE-----",
    "sha256:0f343b0931126a20f133d67c2b018a3b1c6c5d9f4e6f2a8d0b1c2d3e4f5a6b7c",
    "550e8400-e29b-41d4-a716-446655440000", "://", "postgres://app:@h/",
  ])
  func leavesLookAlikes(text: String) {
    for chunks in Chunking.all(Array("= \(text) .".utf8)) {
      let result = Cleaning.cleaned(chunks, .none)
      #expect(String(decoding: result, as: UTF8.self) == "= \(text) .")
    }
  }

  /// Prefixes without end cost no more than other text.
  @Test(arguments: ["eyJ", "://", "ghp_", "-----BEGIN ", "AKIA", "-----BEGIN PRIVATE KEY-----"])
  func isNotSlowedByBeginnings(prefix: String) {
    let text = Array(String(repeating: prefix, count: 300_000 / prefix.utf8.count).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { _ = Redaction.clean(text, .none) }
    #expect(time < .seconds(5))
  }
}
