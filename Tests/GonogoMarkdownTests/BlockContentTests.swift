import GonogoCore
import Testing

/// Blocks of shell that hold no commands.
@Suite struct BlockContentTests {
  private func kind(_ script: String, leadIn: String = "", tag: String = "bash") -> Obstacle.Kind? {
    read("\(leadIn)\n\n```\(tag)\n\(script)\n```\n").steps.first?.obstacle?.kind
  }

  @Test(arguments: [
    "- [ ] a box", "[ ] a box", "* [ ] a box", "☐ a box", "ls\nOutput: x", "expected output: x",
    "ls\n→ 0 findings", "✅ deployed", "│ a │", "ERRO[0000] failed", "+----+----+",
    "HTTP/1.1 200 OK",
    "[    0.017] kvm: on", "ada@web1:/$", "curl a\n# Expected:\n{\n  \"ok\": true\n}",
    "a\n# prints\n[\n  {\n    \"b\": 1\n  }\n]",
  ])
  func showsWhatItHolds(script: String) { #expect(kind(script) == .output) }

  @Test(arguments: [
    "2031-05-06 07:08:09 INFO up", "[2031-05-06T07:08:09Z] up", "NAME    READY   AGE\nweb  1/1",
    "error: no such host", "=> ready", "FAIL a.test",
  ])
  func knowsWhatAProgramPrinted(script: String) { #expect(kind(script) == .output) }

  @Test(arguments: [
    "[Unit]\nDescription=x", "server {\n  listen 1;\n}", "kind: Pod\nname: x", "- a: b\n- c: d",
    "FROM a\nRUN b", "GET /health\nHost: a", "POST https://a/b\n\n{}", "https://a.example/b",
    "Subject: we start\n\nHello", "@here we start", ":rocket: we start", "**Start**\nnow",
  ])
  func knowsWhatIsNoShell(script: String) { #expect(kind(script) == .template) }

  @Test(arguments: [
    "GET a", "[ -f a ] && b", "[[ -f a ]]", "f() {\n  a\n}", "if a; then\n b\nfi", "{ a; b; }",
    "while read a; do {\n b\n}; done", "TAB   = 1", "a: b", "cat <<E\n[Unit]\nE", "PASS=1 a",
    "git commit -m \"a\nkind: b\nname: c\"", ": > a.log", "@a", "from a",
  ])
  func leavesShellAlone(script: String) { #expect(kind(script) == nil) }

  @Test(arguments: [
    ("export A=b\nexport C=d", "Put these in your `~/.zshrc`:"), ("alias a=b", "In `.bashrc`:"),
  ])
  func copiesIntoAProfile(script: String, leadIn: String) {
    #expect(kind(script, leadIn: leadIn) == .template)
    #expect(kind(script, leadIn: "Run this or source your `~/.zshrc`:") == nil)
  }

  @Test(arguments: ["# only words", "# a\n\n  # b", "", "  "])
  func hasNothingToRun(script: String) { #expect(kind(script) == .comment) }

  @Test func knowsCommentsOfSQL() { #expect(kind("-- a\n-- b", tag: "sql") == .comment) }

  @Test(arguments: [
    ("#!/bin/bash\nls", "Keep it in `bin/look.sh`:"), ("#!/bin/bash\nls", "### Create a script"),
    ("#!/bin/bash\n# Save as tools/look.sh\nls", "### Look"), ("#!/bin/bash\nls", "### look.sh"),
    ("- Open the menu → pick one", ""), ("sum(rate(a{b=\"c\"}[5m]))\n  > 2", ""),
    ("# one\n- a b\n\n# two\n- c d", ""),
    ("# post it\n🚀 We start now\nBy: @you", ""),
    ("A=1\nB_C=\"x y\"\n# z\nD=<e f>   # g", "## Variables"),
    ("a --b \\\n  c", "`tools/report.sh`:"), ("a b", "**File:** `conf/app.service`"),
    ("a b", "### nightly.sh"),
    ("A=x\nB=<y>   # z", "## Write the .env"), ("ls", "### Commands used"),
    ("ls", "### Comandos utilizados"), ("[[ $0 == $BASH_SOURCE ]] && a", ""),
    ("a b\nc", "Add these lines to your `~/.zshrc` file:"),
    ("1. Load it: a\n2. Start it: b", ""), ("limits:\n  cpu: \"1\"", ""),
    ("a b", "Añade la siguiente línea a `~/.bashrc`."), ("# Add to crontab\n0 * * * * /opt/x", ""),
    ("*/5 2 * * 1-5 x", ""), ("A=1\nB=x y", "Put this into `.env`:"), ("# in .env.local\nA=1", ""),
  ])
  func isATextToCopy(script: String, leadIn: String) {
    #expect(kind(script, leadIn: leadIn) == .template)
  }

  @Test(arguments: [
    ("A=1\nB=2\n\n```\n\n```bash\nuse $A", "Set what you need:"), ("A=1", "One:"),
    ("A=$(pwd)\nB=2", "Two:"), ("A=1 make\nB=2 make", "Three:"), ("export A=1\nexport B=2", ""),
    ("sh tools/report.sh --all", "`tools/report.sh`:"), ("a", "`example.com`:"),
    ("a", "Run `tools/report.sh`:"), ("git commit -m \"a\n🚀 b\"", ""), ("f() {\n  a\n}", ""),
    ("curl -d '\n{\n\"a\": 1\n}' b", ""), ("echo 🚀", ""),
  ])
  func runsWhatLooksLikeATextToCopy(script: String, leadIn: String) {
    #expect(kind(script, leadIn: leadIn) == nil)
  }

  @Test(arguments: ["", "### A script"])
  func asksAboutWhatMayBeAScript(heading: String) {
    let step = read("\(heading)\n\n```bash\n#!/bin/bash\nls\n```\n").steps.first
    #expect(step?.obstacle == nil)
    #expect(step?.attributes.hazard != nil)
  }

  @Test(arguments: [
    "It compiles to the following:", "This expands to the lines below, as in:",
    "I had some code that looked like this:", "El bloque se traduce en:", "展開為：",
  ])
  func showsWhatAProgramMakes(leadIn: String) { #expect(kind("ls", leadIn: leadIn) == .output) }

  @Test(arguments: ["Compile it:", "It compiles to a file. Look at it:", "It writes out a file."])
  func runsWhatMakesSomething(leadIn: String) { #expect(kind("ls", leadIn: leadIn) == nil) }

  @Test func runsWhatAddsALineByItself() {
    #expect(kind("echo a >> ~/.zshrc", leadIn: "Add the line by running this:") == nil)
  }

  @Test func findsBlocksInsideOfAHereDocument() {
    let spilled = """
      ```bash
      cat > a.md <<'EOF'
      # A
      ```bash
      b
      ````

      Text

      ```bash
      c
      ```

      EOF

      ```bash
      d
      ```

      """
    let kinds = read(spilled).steps.map { $0.obstacle?.kind }
    #expect(kinds == [nil, .template, nil])
    let whole = "```bash\ncat <<EOF\na\nEOF\n```\n\n```bash\nb\n```\n\nEOF\n"
    #expect(read(whole).steps.allSatisfy { $0.obstacle == nil })
  }

  @Test(arguments: ["exit", "# leave\nexit", "\\q", ">>> import os", "app=# select 1;", "/ # env"])
  func isMeantForAnotherShell(script: String) { #expect(kind(script) == .innerShell) }

  @Test(arguments: [
    "ls # ✅", "echo '✅ done'", "[ -f x ] && ls", "[[ -f x ]]", "exit 1 || true\nls", "A=1\nls",
    "A=1", "#!/bin/bash\nls", "cat <<EOF\n✅ in a text\nEOF", "echo Output: x", "# Output: x\nls",
    "+x", "test 1 -eq 2", "cat <<E\n- a\nE", "A=1\nB=2\nuse $A", "ls \\\n  - b",
    "#!/bin/bash\ncd \"$(dirname \"${BASH_SOURCE[0]}\")\"",
    "ls\nexit",
  ])
  func findsNothingAgainstCommands(script: String) { #expect(kind(script) == nil) }

  @Test func listsWhatIsOnlyShown() {
    let listings = read("```yaml\na: 1\n```\n\n    ls\n\n```\nls\n```\n\n```markdown\nx\n```\n")
      .listings
    #expect(listings.map(\.line) == [1, 5, 7, 11])
    #expect(listings.map(\.obstacle.kind) == [.language, .indented, .language, .template])
    #expect(listings.map(\.language) == ["yaml", "", "", "markdown"])
  }
}
