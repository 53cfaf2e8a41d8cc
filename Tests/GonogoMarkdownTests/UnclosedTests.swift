import GonogoCore
import Testing

struct UnclosedTests {
  @Test(arguments: [
    ("```bash\ntrue\n", 1), ("```bash\ntrue", 1), ("a\n\n```\nb\n", 3), ("```bash\n", 1),
    ("```", 1), ("~~~sh\ntrue\n```\n", 1), ("````bash\ntrue\n```\n", 1),
    ("```bash\ntrue\n``` x\n", 1),
    ("```bash\ntrue\n```\n\n```bash\nfalse\n", 5), ("- a\n\n  ```bash\n  true\n", 3),
    ("> ```bash\n> true\n", 1), ("> ```bash\n> true\n\nafter\n", 1), ("- ```bash\n  true\n", 1),
    ("```bash\r\ntrue\r\n", 1), ("```bash\rtrue\r", 1), ("\u{FEFF}```bash\ntrue\n", 1),
    ("```bash\ntrue\n    ```\n", 1), ("```bash\n```bash\n", 1),
  ])
  func refusesAFenceThatNeverCloses(text: String, line: Int) throws {
    let checklist = read(text)
    #expect(checklist.shownDiagnostics == ["unclosed-fence \(line)"])
    #expect(checklist.diagnostics.first?.severity == .error)
    #expect(checklist.diagnostics.first?.cure != nil)
  }

  @Test(arguments: [
    "```bash\ntrue\n```\n", "```bash\ntrue\n```", "```\n```\n", "````\n```\n````\n",
    "~~~\na\n~~~\n",
    "```bash\ntrue\n   ````  \n", "```bash\ntrue\n```\t\n", "- ```bash\n  true\n  ```\n",
    "> ```bash\n> true\n> ```\n", "1. a\n\n   ```bash\n   true\n\n   ```\n",
    "    ```bash\n    true\n", "\t```\n\ttrue\n", "```bash\r\ntrue\r\n```\r\n",
    "```bash\rtrue\r```\r",
    "a ```b``` c\n", "- a\n\n      ```\n      code\n", "```bash\n\n\n```\n",
    "---\na: b\n---\n```\nx\n```\n",
  ])
  func acceptsAFenceThatCloses(text: String) {
    #expect(read(text).shownDiagnostics == [])
  }

  @Test(arguments: [
    ("<!-- a\n\n- [ ] b\n", 1), ("text\n\n<!--\nnever", 3), ("- a\n\n  <!-- b\n", 3), ("<!--", 1),
  ])
  func refusesACommentThatNeverCloses(text: String, line: Int) {
    let checklist = read(text)
    #expect(checklist.shownDiagnostics == ["unclosed-comment \(line)"])
    #expect(checklist.diagnostics.first?.severity == .error)
  }

  @Test(arguments: ["<!-- a -->\n", "<!--\n\na\n-->\n", "<!---->\n", "<div>\n<!-- a -->\n</div>\n"])
  func acceptsACommentThatCloses(text: String) {
    #expect(read(text).shownDiagnostics == [])
  }

  @Test(arguments: ["<pre>\na\n\n- [ ] b\n", "<SCRIPT src=x>\n", "<style", "text\n\n<textarea>\n"])
  func refusesAnElementThatSwallowsTheRest(text: String) {
    #expect(read(text).diagnostics.map(\.code) == ["unclosed-html"])
  }

  @Test(arguments: ["<pre>\na\n</pre>\n", "<pre>a</PRE>\n", "<preface>\n", "<div>\n", "<br>\n"])
  func acceptsElementsThatEnd(text: String) {
    #expect(read(text).shownDiagnostics == [])
  }
}
