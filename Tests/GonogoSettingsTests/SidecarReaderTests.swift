import GonogoCore
import GonogoSettings
import Testing

/// What is wrong with a file: `code line:column`.
func shown(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.code) \($0.location?.line ?? 0):\($0.location?.column ?? 0)" }
}

struct SidecarReaderTests {
  @Test func readsBindings() {
    let text = """
      version: 1
      env: [A, B_2]
      sections:
        "1. One":
          "First: it": pass when a < 5 ms
          Second: "record b"
        Two:
          Third: 'ask ops'

      """
    let reading = SidecarReader.read(text, file: "a.gonogo.yaml")
    #expect(shown(reading.diagnostics) == [])
    let sidecar = reading.value
    #expect(sidecar.file == "a.gonogo.yaml")
    #expect(sidecar.variables == ["A", "B_2"])
    #expect(sidecar.entries.map(\.section) == ["1. One", "1. One", "Two"])
    #expect(sidecar.entries.map(\.text) == ["First: it", "Second", "Third"])
    #expect(sidecar.entries.map(\.directive) == ["pass when a < 5 ms", "record b", "ask ops"])
    #expect(sidecar.entries.map(\.sectionLocation.line) == [4, 4, 7])
    #expect(
      sidecar.entries.map(\.textLocation) == [
        SourceLocation(line: 5, column: 5), SourceLocation(line: 6, column: 5),
        SourceLocation(line: 8, column: 5),
      ])
    #expect(
      sidecar.entries.map(\.directiveLocation) == [
        SourceLocation(line: 5, column: 18), SourceLocation(line: 6, column: 14),
        SourceLocation(line: 8, column: 13),
      ])
  }

  @Test(arguments: [
    "", "# only a note\n", "version: 1\n", "sections:\n", "sections: {}\n", "env: []\n",
  ])
  func readsAnEmptyFile(text: String) {
    let reading = SidecarReader.read(text, file: "a.yaml")
    #expect(shown(reading.diagnostics) == [])
    #expect(reading.value.entries.isEmpty)
    #expect(reading.value.variables.isEmpty)
  }

  @Test(arguments: [
    ("versoin: 1\n", "unknown-key 1:1"), ("version: 2\n", "settings-version 1:1"),
    ("version: 1\nenv: [A, 1B]\n", "variable-name 2:10"), ("env: [A-B]\n", "variable-name 1:7"),
    ("env: [\"\"]\n", "variable-name 1:7"), ("- a\n", "settings-shape 1:1"),
    ("text\n", "settings-shape 1:1"), ("sections: [a]\n", "settings-shape 1:11"),
    ("sections:\n  A: text\n", "settings-shape 2:6"),
    ("sections:\n  A:\n    x: [1]\n", "sidecar-shape 3:5"),
    ("sections:\n  A:\n    x: {record: y}\n", "sidecar-shape 3:5"),
    ("a: [1\n", "yaml 2:1"), ("a: b: c\n", "yaml 1:5"), ("\ta: b\n", "yaml 1:1"),
    ("env: [A]\nenv: [B]\n", "yaml 2:1"),
    ("sections:\n  A:\n    x: ask\n    x: skip\n", "yaml 4:5"),
    ("sections:\n  A: {}\n  A: {}\n", "yaml 3:3"),
  ])
  func saysWhatIsWrongAndWhere(text: String, expected: String) {
    let reading = SidecarReader.read(text, file: "a.yaml")
    #expect(shown(reading.diagnostics) == [expected])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error && $0.file == "a.yaml" })
    #expect(reading.diagnostics.allSatisfy { $0.cure != nil })
  }

  @Test func readsEverythingElseBesideAFault() {
    let reading = SidecarReader.read(
      "colour: red\nenv: [A, 2]\nsections:\n  S:\n    a: ask\n    b: []\n", file: "a.yaml")
    #expect(
      shown(reading.diagnostics) == ["unknown-key 1:1", "variable-name 2:10", "sidecar-shape 6:5"])
    #expect(reading.value.variables == ["A"])
    #expect(reading.value.entries.map(\.text) == ["a"])
  }
}
