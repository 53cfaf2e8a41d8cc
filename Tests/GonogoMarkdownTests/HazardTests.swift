import GonogoCore
import GonogoMarkdown
import Testing

struct HazardTests {
  private func hazards(_ text: String) -> [String] {
    Hazards.find(in: read(text)).map {
      "\($0.severity.rawValue) \($0.code) \($0.location?.line ?? 0)"
    }
  }

  @Test(arguments: [
    ("1. Do this:\n\n       ```bash\n       make\n       ```\n", 3),
    ("- a\n\n        ~~~sh\n        make\n        ~~~\n", 3),
    ("1. Do this\n        ```bash\n        make\n        ```\n", 2),
    ("- a\r\n\r\n\t\t```bash\r\n\t\tmake\r\n\t\t```\r\n", 3),
    ("- a\n\n<!-- b -->\n\n- c\n\n      ```bash\n      make\n      ```\n", 7),
  ])
  func findsAFenceThatItsIndentMakesPlainText(text: String, line: Int) {
    #expect(hazards(text).contains("error indented-fence \(line)"))
  }

  @Test func findsEachFenceOfIndentedCodeOnce() {
    let text = "    ```bash\n    make\n    ```\n\n    ```yaml\n    a: ```\n    ```\n"
    #expect(hazards(text) == ["warning indented-fence 1", "note indented-fence 5"])
  }

  @Test(arguments: [
    "1. Do\n\n   ```bash\n   make\n   ```\n", "- a\n\n     ```bash\n     make\n     ```\n",
    "    make\n    make install\n", "````markdown\n    ```bash\n    a\n    ```\n````\n",
    "> ```bash\n> make\n> ```\n", "```bash\ncat <<'X'\n    ~~~\nX\n```\n",
    "a ```b``` c\n```\n```\n",
    "- ```bash\n  make\n  ```\n",
  ])
  func acceptsAFenceInItsPlace(text: String) {
    #expect(hazards(text).isEmpty)
  }

  @Test(arguments: [
    ("shel", "shell"), ("base", "bash"), ("bahs", "bash"), ("Bsh", "bash"), ("consol", "console"),
    ("sqll {name=x}", "sql"), ("zhs", "zsh"),
  ])
  func findsMisspeltTags(tag: String, meant: String) {
    let found = Hazards.find(in: read("```\(tag)\nmake\n```\n"))
    #expect(found.map(\.code) == ["unknown-tag"])
    #expect(found.first?.cure == "did you mean `\(meant)`?")
  }

  @Test(arguments: [
    "bash", "sh", "", "yaml", "bat", "fish", "ssh", "psql-output", "tsql", "basic", "rust", "hell",
    "shell-session", "console", "js", "css", "Bash", "sql {name=x}", "bash-output",
  ])
  func acceptsOtherTags(tag: String) {
    #expect(hazards("```\(tag)\nmake\n```\n").isEmpty)
  }

  @Test(arguments: [
    ("```markdown\n# A\n```bash\nmake\n```\nb\n```\n", 3), ("~~~md\n~~~sh\na\n~~~\nb\n~~~\n", 2),
    ("- a\n\n  ```\n  ```bash {x=y}\n  ```\n  b\n\n  ```\n  c\n  ```\n", 4),
  ])
  func findsAFenceWhoseEndEndsTheOneAround(text: String, line: Int) {
    #expect(hazards(text).contains("error nested-fence \(line)"))
  }

  @Test(arguments: [
    "````markdown\n```bash\nmake\n```\n````\n", "~~~markdown\n```bash\nmake\n```\n~~~\n",
    "```text\n``` is how a fence opens\n```\n", "```bash\necho '```bash'\n```\n",
  ])
  func acceptsAWiderFenceAround(text: String) {
    #expect(hazards(text).isEmpty)
  }

  @Test func findsAFenceThatSplitsAList() {
    #expect(
      hazards("1. a\n\n  ```bash\n  make\n  ```\n\n2. b\n") == ["warning list-split 3"])
    #expect(hazards("1. a\n\n```bash\nmake\n```\n\n2. b\n").isEmpty)
    #expect(hazards("1. a\n\n   ```bash\n   make\n   ```\n\n2. b\n").isEmpty)
    #expect(hazards("a\n\n  ```bash\n  make\n  ```\n").isEmpty)
  }

  @Test(arguments: [
    "- [] a\n", "-[ ] a\n", "- [ ]a\n", "- [x]a\n", "- [  ] a\n", "* [ x] a\n", "- []\n",
    "- [\u{A0}] a\n",
  ])
  func findsBoxesThatAreNone(text: String) {
    #expect(hazards(text) == ["warning malformed-box 1"])
  }

  @Test(arguments: [
    "- [ ] a\n", "- [x] a\n", "- [X]\ta\n", "- [](a.md)\n", "- [x](a.md) b\n", "- [a] b\n",
    "- [x]: b\n", "a [] b\n", "- a [] b\n", "```\n- [] a\n```\n", "- [ ][x]\n", "[] a\n",
  ])
  func acceptsBoxesAndLinks(text: String) {
    #expect(hazards(text).isEmpty)
  }

  @Test(arguments: [
    ("##Checks\n", "no-heading 1"), ("a\n###1. Checks\n", "no-heading 2"),
    ("**Owner**: ____\n---\n", "accidental-heading 1"),
    ("One line\nand another.\n---\n", "accidental-heading 1"),
    ("Name\n___\n", "rule-for-blank 2"),
    ("| a | b |\n|---|\n| 1 | 2 |\n", "no-table 2"),
    ("| a | b |\n|---|---|\n| `x | y` | 2 |\n", "table-cells 3"),
  ])
  func findsWhatIsReadAsSomethingElse(text: String, found: String) {
    #expect(hazards(text) == ["warning " + found])
  }

  @Test(arguments: [
    "## Checks\n", "#incidents is the channel\n", "Title\n---\n", "**Title**\n---\n",
    "Title\n=====\n", "a\n\n---\n", "a\n\n___\n\nb\n", "Name: ____\n", "a | b\n",
    "| a | b |\n|---|---|\n| 1 | x \\| y |\n", "a | b\n-|-\n1 | 2\n", "| a |\n|---|\n| 1 |\n",
    "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 |\n",
  ])
  func acceptsWhatIsMeant(text: String) {
    #expect(hazards(text).isEmpty)
  }

  @Test func notesBoxesInCommentsAndTabs() {
    #expect(hazards("<!--\n- [ ] a\n- [ ] b\n-->\n") == ["note commented-box 2"])
    #expect(hazards("<!-- a -->\n").isEmpty)
    #expect(hazards("- a\n\n\t- b\n\t- c\n") == ["note tab-indent 3"])
  }

  @Test func saysNothingOfWhatIsNoText() {
    let document = Document(path: "a.md", bytes: [0x23, 0x00, 0xFF])
    #expect(Hazards.find(in: MarkdownReader.read(document)).isEmpty)
  }

  @Test(arguments: ["- [", "`", "~~~", "|", "_", "#", "<!-- - [ ] ", "\t", ">", "1. ```sh\n"])
  func takesLinearTimeForWhateverIsRepeated(piece: String) {
    let text =
      String(repeating: piece + "\n", count: 20_000) + String(repeating: piece, count: 20_000)
    let checklist = read(text)
    #expect(Hazards.find(in: checklist).count <= 80_000)
  }
}
