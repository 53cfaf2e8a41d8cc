import GonogoCore
import GonogoSettings
import Testing

struct ConfigurationReaderTests {
  @Test func readsEveryKey() {
    let text = """
      version: 1
      grants: [kubectl, "aws"]
      share:
        - ~/notes
        - /srv/data
      env: PGHOST
      allowed_signers: signers

      """
    let reading = ConfigurationReader.read(text, file: "config.yaml")
    #expect(shown(reading.diagnostics) == [])
    let value = reading.value
    #expect(value.file == "config.yaml")
    #expect(value.grants.map(\.text) == ["kubectl", "aws"])
    #expect(value.shares.map(\.text) == ["~/notes", "/srv/data"])
    #expect(value.variables.map(\.text) == ["PGHOST"])
    #expect(value.allowedSigners?.text == "signers")
    #expect(
      (value.grants + value.shares + value.variables).map(\.location) == [
        SourceLocation(line: 2, column: 10), SourceLocation(line: 2, column: 20),
        SourceLocation(line: 4, column: 5), SourceLocation(line: 5, column: 5),
        SourceLocation(line: 6, column: 6),
      ])
  }

  @Test(arguments: ["", "# nothing\n", "version: 1\n", "version: 1\ngrants:\nshare: []\nenv:\n"])
  func readsAnEmptyFile(text: String) {
    let reading = ConfigurationReader.read(text, file: "c.yaml")
    #expect(shown(reading.diagnostics) == [])
    #expect(reading.value.grants.isEmpty && reading.value.allowedSigners == nil)
  }

  @Test(arguments: [
    ("grants: [kubectl]\n", "settings-version 1:1"),
    ("version: 2\ngrants: [kubectl]\n", "settings-version 1:1"),
    ("version: 1\ngrant: [kubectl]\n", "unknown-key 2:1"),
    ("version: 1\nbind: [/]\n", "unknown-key 2:1"),
    ("version: 1\nenv: [A, B=1]\n", "variable-name 2:10"),
    ("version: 1\nenv: {A: 1}\n", "settings-shape 2:6"),
    ("version: 1\nshare: [[a]]\n", "settings-shape 2:9"),
    ("version: 1\nshare: [a, \"\"]\n", "settings-shape 2:12"),
    ("version: 1\ngrants: {kubectl: true}\n", "settings-shape 2:9"),
    ("version: 1\nallowed_signers: [a]\n", "settings-shape 2:18"),
    ("- a\n", "settings-shape 1:1"), ("grants: [\n", "yaml 2:1"),
    ("version: 1\ngrants: [a]\ngrants: [b]\n", "yaml 3:1"),
  ])
  func saysWhatIsWrongAndWhere(text: String, expected: String) {
    let reading = ConfigurationReader.read(text, file: "c.yaml")
    #expect(shown(reading.diagnostics) == [expected])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error && $0.cure != nil })
  }

  /// A value has no place there, and none in a message either.
  @Test func repeatsNoValue() {
    let reading = ConfigurationReader.read("version: 1\nenv: [TOKEN=abc123]\n", file: "c.yaml")
    #expect(reading.diagnostics.allSatisfy { !$0.message.contains("abc123") })
  }
}
