import GonogoCore
import GonogoRedaction
import GonogoSandbox
import Testing

@testable import GonogoCommands

@Suite struct KeptStateTests {
  private func kept(_ text: String, secrets: [Secret] = []) -> KeptState {
    let tables = SecretTables(secrets)
    return KeptState(
      ShellState(bytes: Array(text.utf8)),
      environment: [EnvironmentVariable("DATABASE_URL", "postgres://a:b$c@h/d")],
      isSecret: SecretName.isSecret, holdsSecret: { Redaction.clean($0, tables) != $0 })
  }

  @Test(arguments: [
    ("declare -- limit=\"7\"\n", "declare -- limit=\"7\"\n"),
    ("declare -a list=([0]=\"a b\" [1]=\"c\")\n", "declare -a list=([0]=\"a b\" [1]=\"c\")\n"),
    ("f () \n{ \n    echo \"a b\"\n}\n", "f () \n{ \n    echo \"a b\"\n}\n"),
    ("declare -ir BASHPID=\"12\"\ndeclare -i RANDOM=\"4\"\n", ""),
    // The environment gives it again.
    ("declare -x DATABASE_URL=\"postgres://a:b\\$c@h/d\"\n", ""),
    ("# 0123456789abcdef\n", ""),
  ])
  func keepsWhatABlockHasSet(state: String, expected: String) {
    #expect(kept(state).text == expected)
    #expect(kept(state).leftOut == [])
  }

  @Test(arguments: [
    ("declare -- API_TOKEN=\"abc\"\n", "API_TOKEN"),
    ("declare -x DATABASE_URL=\"postgres://other:password@h/d\"\n", "DATABASE_URL"),
    ("declare -- plain=\"has hunter2hunter2 in it\"\n", "plain"),
    ("declare -a list=([0]=\"hunter2hunter2\")\n", "list"),
    ("declare -- lines=$'one\\nhunter2hunter2'\n", "lines"),
    ("f () \n{ \n    curl -u hunter2hunter2\n}\n", "f"),
    ("alias go='x hunter2hunter2'\n", "alias"),
  ])
  func leavesSecretsOut(state: String, name: String) {
    let secrets =
      [Secret(name: "P", value: "hunter2hunter2")]
      + SecretFinder.host.secrets(
        name: "DATABASE_URL", value: "postgres://other:password@h/d")
    let state = kept(state + "declare -- limit=\"7\"\n", secrets: secrets)
    #expect(state.text == "declare -- limit=\"7\"\n")
    #expect(state.leftOut == [name])
  }

  @Test func isNotKeptWhereTheFolderIsASecret() {
    let secrets = [Secret(name: "P", value: "hunter2hunter2")]
    #expect(kept("builtin cd -- /x/hunter2hunter2 || y\n", secrets: secrets).text == nil)
    #expect(kept(String(repeating: "x", count: 2 << 20)).text == nil)
  }

  @Test(
    arguments: [
      ("\"a\\\"b\\$c\\\\\"", "a\"b$c\\"), ("$'a\\nb\\'c'", "a\nb'c"), ("plain", nil), ("\"", nil),
      ("(", nil), ("\"\"", ""),
    ] as [(String, String?)])
  func readsWordsOfBash(word: String, value: String?) {
    #expect(BashWord.plain(word[...]) == value)
  }

  @Test(arguments: [
    (["a.md", "--env", "PGPASSWORD=x1234567"], ["a.md", "--env", "PGPASSWORD"]),
    (["a.md", "--env=PGPASSWORD=x1234567"], ["a.md", "--env", "PGPASSWORD"]),
    (["--set", "token=x1234567", "a.md"], ["a.md"]),
    (["--set", "cluster=blue", "a.md"], ["--set", "cluster=blue", "a.md"]),
    (["--env", "U=http://a:secret12@h/"], ["--env", "U"]), (["--env", "A"], ["--env", "A"]),
    (["--env"], ["--env"]),
  ])
  func keepsNoSecretOfTheCommandLine(given: [String], kept: [String]) {
    #expect(RunArguments.kept(given, hiding: ["PGPASSWORD", "token", "U"]) == kept)
  }
}
