import GonogoCore
import Testing

/// Blocks written as a session at a terminal.
@Suite struct SessionTests {
  private func step(_ info: String, _ text: String) throws -> Step {
    try #require(read("```\(info)\n\(text)\n```\n").steps.first)
  }

  @Test(arguments: [
    ("$ ls\na\nb", "ls\n\n\n"), ("% ls\na", "ls\n\n"), ("ada@web1:~/x$ ls\na", "ls\n\n"),
    ("[ada@web1 ~]$ ls\na", "ls\n\n"), ("(venv) $ ls\na", "ls\n\n"), ("bash-5.1# ls\na", "ls\n\n"),
    ("$ ls \\\n> -l\na", "ls \\\n-l\n\n"), ("$ ls |\n> wc\na", "ls |\nwc\n\n"),
    ("$ cat <<EOF\n> one\n> EOF\nout", "cat <<EOF\none\nEOF\n\n"),
    ("$ cat <<EOF\none\n$ two\nEOF\nout", "cat <<EOF\none\n$ two\nEOF\n\n"),
    ("$ echo 'a\nb'\nout", "echo 'a\nb'\n\n"),
    ("$ npm test\n> app@1.0.0 test\nok", "npm test\n\n\n"),
    ("# first\n$ ls\na", "# first\nls\n\n"), ("$ ls &&\n> pwd\na", "ls &&\npwd\n\n"),
  ])
  func takesWhatIsTyped(text: String, script: String) throws {
    #expect(try step("bash", text).script == script)
  }

  @Test(arguments: [
    ("> gpg --list-keys\npub rsa", "gpg --list-keys\n\n"),
    ("# look\n> make -s test\nok", "# look\nmake -s test\n\n"),
    ("> A=1 \\\n> b c", "A=1 \\\nb c\n"), ("> echo $A\n1", "echo $A\n\n"),
  ])
  func takesWhatIsTypedBehindAnAngle(text: String, script: String) throws {
    let step = try step("bash", text)
    #expect(step.script == script)
    #expect(step.obstacle == nil)
  }

  @Test(arguments: ["> app.log", "> /var/log/app.log", "> \"$LOG\"", ">", "> logs"])
  func letsAFileBeEmptied(text: String) throws {
    #expect(try step("bash", text).script == text + "\n")
    #expect(try step("bash", text).obstacle == nil)
  }

  @Test func takesRootsPromptWhereItIsTheOnlyOne() throws {
    #expect(try step("console", "# id\nuid=0").script == "id\n\n")
    #expect(try step("console", "$ id\n# no command\nuid=0").script == "id\n# no command\n\n")
  }

  @Test(arguments: [
    "$ ssh web1\nada@web1:~$ ls\nroot@db2:~# rm x", "$ psql\npostgres=# select 1;",
    "$ python\n>>> import os", "mysql> select 1;", "redis-cli\n127.0.0.1:6379> GET a",
    "ada@laptop:~$ ssh web1\nroot@web1:~# ls", "> info memory\nused:1", "> role\n1) master",
    "> gpg --edit-key A\ngpg> save", "$ gpg --edit-card\ngpg/card> admin", "gdb app\n(gdb) run",
  ])
  func refusesASessionInAnotherShell(text: String) throws {
    #expect(try step("bash", text).obstacle?.kind == .innerShell)
  }

  @Test(arguments: ["NAME READY\nweb 1/1", "web-1 is running"])
  func doesNotGuessWhereNothingHasAPrompt(text: String) throws {
    #expect(try step("console", text).obstacle?.kind == .output)
  }

  @Test(arguments: ["ls\n$ not a session", "echo $ x", "$(date) x", "$HOME/bin/x", "%1"])
  func takesNoOtherBlockForASession(text: String) throws {
    #expect(try step("bash", text).script == text + "\n")
  }

  @Test func asksAboutASessionWithoutPromptsOfWellKnownPrograms() {
    func step(_ script: String) -> Step? {
      read("# T\n\n```console\n\(script)\n```\n").steps.first
    }
    let typed = step("POD=$(kubectl get po -o name)\nkubectl logs $POD")
    #expect(typed?.obstacle == nil)
    #expect(typed?.attributes.hazard != nil)
    #expect(step("NAME   READY\nweb    1/1")?.obstacle != nil)
    #expect(step("kubectl version 1.30")?.obstacle != nil)
    #expect(step("POD=1")?.obstacle != nil)
  }

  /// A console block without its prompt is a command where the words above say to run it.
  @Test(arguments: [
    ("Run a container that is attached to it:", true), ("Start it:", true),
    ("Run this and see the output:", false), ("The tool prints:", false),
  ])
  func takesALineThatIsToBeRun(leadIn: String, isRun: Bool) {
    let step = read("# T\n\n\(leadIn)\n\n```console\nbox run -d web\n```\n").steps.first
    #expect((step?.obstacle == nil) == isRun)
  }
}
