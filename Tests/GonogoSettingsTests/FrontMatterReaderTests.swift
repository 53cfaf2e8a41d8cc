import GonogoCore
import GonogoSettings
import Testing

struct FrontMatterReaderTests {
  @Test func readsItsOwnPartOnly() {
    let reading = FrontMatterReader.read(
      "title: x\nenv: [NOT_OURS]\ngonogo:\n  env: [A, B]\n", file: "a.md", firstLine: 2)
    #expect(shown(reading.diagnostics) == [])
    #expect(reading.value.variables == ["A", "B"])
  }

  @Test(arguments: ["title: x\n", "", "gonogo:\n", "- a\n- b\n"])
  func findsNothingWhereThereIsNothing(text: String) {
    let reading = FrontMatterReader.read(text, file: "a.md", firstLine: 2)
    #expect(shown(reading.diagnostics) == [])
    #expect(reading.value.variables == [])
  }

  /// Places are the document's, which begins one line above.
  @Test(arguments: [
    ("gonogo:\n  enf: [A]\n", "unknown-key 3:3"), ("gonogo:\n  env: [1A]\n", "variable-name 3:9"),
    ("gonogo: x\n", "settings-shape 2:9"), ("a: [\n", "yaml 3:1"),
    ("gonogo:\n  env: A-B\n", "variable-name 3:8"),
  ])
  func countsLinesFromTheTopOfTheDocument(text: String, expected: String) {
    let reading = FrontMatterReader.read(text, file: "a.md", firstLine: 2)
    #expect(shown(reading.diagnostics) == [expected])
  }

  @Test(arguments: [
    ("A", true), ("_", true), ("A1_b", true), ("", false), ("1A", false), ("A-B", false),
    ("Ä", false),
    ("A B", false), ("A=B", false), ("A\n", false),
  ])
  func knowsNamesOfVariables(name: String, isValid: Bool) {
    #expect(VariableName.isValid(name) == isValid)
  }
}
