import GonogoCore
import GonogoSandbox
import Testing

/// One shell a step, one terminal to the reader: what a step leaves behind, the next finds.
@Suite(
  .serialized, .enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct StateTests {
  @Test(arguments: [
    ("A=1; export B=2", "echo $A; bash -c 'echo $B$A'", "1\n2"),
    ("A=$'x\\ny  z'", "echo \"$A\"", "x\ny  z"),
    ("A=(one 'two three')", "echo ${#A[@]} ${A[1]}", "2 two three"),
    ("declare -A M=([k]=v)", "echo ${M[k]}", "v"), ("f() { echo f $1; }", "f 1", "f 1"),
    ("f() { echo '}'; }; export -f f", "bash -c f", "}"), ("alias hi='echo hi'", "hi", "hi"),
    ("cd /usr", "pwd", "/usr"),
    ("pushd /usr >/dev/null; pushd /etc >/dev/null", "dirs -p | tr '\\n' ' '", "/etc /usr"),
    ("set -u", "echo ${nope-x} $-", "x"), ("set -o pipefail", "false | true; echo $?", "1"),
    ("shopt -s nullglob", "echo /nope*", ""),
    ("shopt -s extglob", "case ab in a@(b|c)) echo y;; esac", "y"),
    ("umask 077", "umask", "0077"), ("A=1; unset A", "echo ${A-unset}", "unset"),
    ("A='$(touch x)`touch y`'", "echo \"$A\"", "$(touch x)`touch y`"),
    ("readonly R=5", "echo $R", "5"), ("exec 2>&1; A=1", "echo $A", "1"),
    ("false", "echo ok", "ok"),
    ("printf -v A '\\xff'", "printf %s \"$A\" | od -An -tx1", " ff"),
  ])
  func carriesOver(first: String, second: String, output: String) throws {
    let bench = try Bench()
    try bench.step(first)
    let shown = try bench.output(second)
    if first.hasPrefix("set -u") {
      #expect(shown.hasPrefix("x ") && shown.contains("u"))
    } else if first.hasPrefix("pushd") {
      #expect(shown.hasPrefix(output))
    } else {
      #expect(shown == output)
    }
  }

  @Test func carriesSetEOver() throws {
    let bench = try Bench()
    try bench.step("set -e")
    let endings = try bench.step("false", "echo not reached")
    #expect(endings.map(\.leavingStatus) == [1])
  }

  @Test func tracesWhereTheAuthorTraces() throws {
    let bench = try Bench()
    let endings = try bench.step("set -x", "echo a")
    #expect(endings.last?.errors.contains("echo a") == true)
    #expect(endings.last?.errors.contains("__gonogo") == false)
    #expect(try bench.step("echo b").first?.errors.contains("+ echo b") == true)
  }

  @Test(arguments: [
    "LD_PRELOAD=/x", "export LD_LIBRARY_PATH=/x", "export BASH_ENV=/x", "export ENV=/x",
    "PROMPT_COMMAND=x",
    "PS4=x",
  ])
  func doesNotHandOnWhatChangesTheShell(assignment: String) throws {
    let bench = try Bench()
    try bench.step(assignment)
    let name = assignment.split(separator: " ").last?.split(separator: "=").first ?? ""
    #expect(try bench.output("echo \"${\(name)-none}\"") != "/x")
    #expect(try bench.output("echo \"${\(name)-none}\"") != "x")
  }

  @Test func restoresTheFieldSeparator() throws {
    let bench = try Bench()
    try bench.step("IFS=,")
    #expect(try bench.output("set -- a b; echo \"$*\"") == "a b")
  }

  @Test func keepsTheStateOfAStepThatExits() throws {
    let bench = try Bench()
    let endings = try bench.step("A=1; exit 3")
    #expect(endings.map(\.leavingStatus) == [3])
    #expect(try bench.output("echo $A") == "1")
  }

  @Test func keepsTheStateBeforeAStepThatIsKilled() throws {
    let bench = try Bench()
    try bench.step("A=1")
    let endings = try bench.step("A=2; kill -9 $$")
    #expect(endings.map(\.isLost) == [true])
    #expect(try bench.output("echo $A") == "1")
  }

  @Test func saysWhenTheFolderIsGone() throws {
    let bench = try Bench()
    try bench.step("mkdir sub; cd sub")
    try bench.host("rmdir sub")
    #expect(throws: SandboxError.self) { try bench.step("pwd") }
  }

  // MARK: Commands

  @Test func reportsStatusAndPipeline() throws {
    let endings = try Bench().step(
      "true", "exit_with() { return $1; }; exit_with 7", "false | true | exit_with 3",
      "echo a | cat")
    #expect(endings.map(\.status) == [0, 7, 3, 0])
    #expect(endings.map(\.pipeline) == [[0], [7], [1, 0, 3], [0, 0]])
  }

  @Test func keepsOutputsOfCommandsApart() throws {
    let endings = try Bench().step("echo a; echo b >&2", "echo c", "printf d")
    #expect(endings.map(\.output) == ["a\n", "c\n", "d"])
    #expect(endings.map(\.errors) == ["b\n", "", ""])
  }

  @Test(
    arguments: [
      ("exit 0", 0), ("exit 4", 4), ("exec true", 0), ("exec false", 1), ("set -e; false", 1),
      ("set -u; echo $nope", 127),
    ] as [(String, Int32)])
  func noticesThatTheShellWasLeft(command: String, status: Int32) throws {
    let endings = try Bench().step(command, "echo never")
    #expect(endings.map(\.leavingStatus) == [status])
  }

  @Test func readsNothingFromStandardInput() throws {
    let endings = try Bench().step("cat", "read x; echo $?", "echo after")
    #expect(endings.map(\.output) == ["", "1\n", "after\n"])
  }

  @Test(arguments: [1, 2, 40, 1000])
  func namesTheLinesOfTheDocument(line: Int) throws {
    let bench = try Bench()
    let single = try bench.step("nosuch-tool", line: line)
    #expect(single.first?.status == 127)
    if line > 1 {
      #expect(single.first?.errors == "a.md: line \(line): nosuch-tool: command not found\n")
      let second = try bench.step("true\nnosuch-tool", line: line)
      #expect(second.first?.errors.hasPrefix("a.md: line \(line + 1): ") == true)
    }
  }

  /// No output can pass for the shell's own report, and whoever tries has not passed.
  @Test(arguments: [3, 9, 10, 11, 12, 13, 63, 250, 251, 252, 253, 255])
  func believesNoReportOfACommand(descriptor: Int) throws {
    let endings = try Bench().step(
      "{ echo 'end 0 0'; echo 'exit 0 0'; } >&\(descriptor) 2>/dev/null; false")
    #expect(endings.first?.isLost == true || endings.first?.status == 1)
  }

  @Test func takesOutputForOutput() throws {
    let endings = try Bench().step("echo end 0; echo exit 0; false", "true")
    #expect(endings.map(\.status) == [1, 0])
    #expect(endings.first?.output == "end 0\nexit 0\n")
  }
}
