import GonogoCore
import GonogoSettings
import Testing

/// What libyaml refuses or repeats, seen through the reader of sidecars.
struct YAMLFaultTests {
  @Test(arguments: [
    ("version: 1\n---\nversion: 1\n", "yaml 3:1", "second document"),
    ("version: 1\nversion: 1\n", "yaml 2:1", "twice: version"),
    ("sections:\n  S:\n    a: ask\n    a: skip\n", "yaml 4:5", "twice: a"),
    ("version: *none\n", "yaml 1:10", "undefined alias"),
    ("version: 1\nenv: [A, \u{1}]\n", "yaml 2:10", "control characters"),
    ("version: \"1\n", "yaml 2:1", "end of stream"), ("\tversion: 1\n", "yaml 1:1", "token"),
    ("{", "yaml 2:1", ""), ("'", "yaml 1:2", ""), ("&a", "", ""), ("", "", ""),
    ("# nothing\n", "", ""),
    ("\u{FEFF}version: 1\n", "", ""), ("? [a, b]\n: 1\n", "unknown-key 1:3", ""),
  ])
  func saysWhyATextIsNoYAMLAndWhere(text: String, expected: String, words: String) {
    let diagnostics = SidecarReader.read(text, file: "a.gonogo.yaml").diagnostics
    #expect(shown(diagnostics).first ?? "" == expected, "\(diagnostics)")
    if !words.isEmpty {
      #expect(diagnostics.first?.message.contains(words) == true, "\(diagnostics)")
    }
  }

  /// libyaml takes the square of the depth: what is no file of anybody's is refused at once.
  @Test(arguments: ["[", "{a: ", "[{a: ", "- "])
  func refusesWhatIsNestedTooDeep(opening: String) {
    let text = "env: \n  " + String(repeating: opening, count: 100_000)
    let diagnostics = SidecarReader.read(text, file: "a.gonogo.yaml").diagnostics
    #expect(diagnostics.map(\.code) == ["yaml"])
    #expect(diagnostics.first?.message.contains("more than 64 deep") == true, "\(diagnostics)")
    #expect(diagnostics.first?.location?.line == 2)
  }

  @Test func readsWhatIsNestedLess() {
    let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
    let diagnostics = SidecarReader.read("env: \(deep)\n", file: "a.gonogo.yaml").diagnostics
    #expect(diagnostics.map(\.code) == ["variable-name"])
  }

  /// Nine names for ten each are a thousand million nodes to whoever copies them.
  @Test func readsAliasesOfAliasesWithoutCopyingThem() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(names)]\n"
    }
    let diagnostics = SidecarReader.read(text, file: "a.gonogo.yaml").diagnostics
    #expect(diagnostics.count == 10)
  }

  @Test func readsAnAliasThatContainsItself() {
    let reading = SidecarReader.read("env: &a [A, *a]\n", file: "a.gonogo.yaml")
    #expect(reading.value.variables == ["A"])
    #expect(shown(reading.diagnostics) == ["variable-name 1:6"])
  }

  @Test func readsAnAliasAsTheTextItNames() {
    let reading = SidecarReader.read(
      "sections:\n  S:\n    a: &way ask ops\n    b: *way\n", file: "a.gonogo.yaml")
    #expect(shown(reading.diagnostics) == [])
    #expect(reading.value.entries.map(\.directive) == ["ask ops", "ask ops"])
  }

  @Test func refusesNestingWithoutEnd() {
    let text = "env: " + String(repeating: "[", count: 5_000)
    #expect(!SidecarReader.read(text, file: "a.gonogo.yaml").diagnostics.isEmpty)
  }
}
