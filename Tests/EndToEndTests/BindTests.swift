import Foundation
import Testing

extension EndToEnd {
  /// `gonogo bind` and `--strict`, from a document to a run.
  @Suite struct BindTests {
    private static let text = """
      # Release

      ```bash
      # Check the size
      printf 'size_kb: 12\\n'
      ```

      ```bash
      # Verify the mirror state
      test -d .
      ```

      **Expected**:
      - Mirror state verified

      ### GO if all:
      - [ ] Mirror state verified
      - [ ] Everybody was told
      """

    private static let answers = """
      version: 1
      sections:
        "GO if all:":
          "Everybody was told": yes
      """

    @Test func whatIsBoundCountsInAStrictRun() throws {
      let work = try Workplace()
      try work.write(Self.text, "a.md")
      try work.write(Self.answers, "answers.yaml")
      let run = [
        "run", "a.md", "--strict", "--non-interactive", "--answers", "answers.yaml", "--operator",
        "Ada Example", "--sandbox", "none",
      ]
      let before = try work.gonogo(run)
      #expect(before.status == 1)
      #expect(before.text.contains("by inference it holds, which only a person may say"))

      let bind = try work.gonogo(["bind", "a.md"])
      #expect(bind.status == 0)
      #expect(bind.errors.contains("to be reviewed"))
      let plan = try work.gonogo(["plan", "a.md", "--strict"])
      #expect(plan.output.contains("explicit: pass when passed(\"Verify the mirror state\")"))
      #expect(!plan.output.contains("inferred"))
      let after = try work.gonogo(run)
      #expect(after.status == 0, "\(after.text)")
    }

    @Test func writesOverNothing() throws {
      let work = try Workplace()
      try work.write(Self.text, "a.md")
      let own = "version: 1\nsections:\n  \"GO if all:\":\n    \"Everybody was told\": ask lead\n"
      let path = try work.write(own, "a.gonogo.yaml")
      let refused = try work.gonogo(["bind", "a.md"])
      #expect(refused.status == 64)
      #expect(refused.errors.contains("--force"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == own)
      let shown = try work.gonogo(["bind", "a.md", "--to", "-"])
      #expect(shown.status == 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == own)
      #expect(try work.gonogo(["bind", "a.md", "--force"]).status == 0)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == shown.output)
      #expect(text.contains("\"Everybody was told\": ask lead\n"))
      let again = try work.gonogo(["bind", "a.md", "--force"])
      #expect(again.status == 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      #expect(try work.gonogo(["lint", "a.md"]).status == 0)
    }

    @Test func refusesWhatItCannotReadOrWrite() throws {
      let work = try Workplace()
      #expect(try work.gonogo(["bind", "nosuch.md"]).status == 65)
      try work.write("# A\n\n```bash\ntrue\n", "wrong.md")
      let wrong = try work.gonogo(["bind", "wrong.md"])
      #expect(wrong.status == 65)
      #expect(wrong.errors.contains("unclosed-fence"))
      try work.write(Self.text, "a.md")
      #expect(try work.gonogo(["bind", "a.md", "--to", "nosuch/x.yaml"]).status == 74)
      try work.write("sections: [", "a.gonogo.yaml")
      #expect(try work.gonogo(["bind", "a.md", "--force"]).status == 65)
    }
  }
}
