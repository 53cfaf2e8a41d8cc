import Foundation
import Testing

extension EndToEnd {
  /// `gonogo lint` as people and pipelines call it.
  @Suite struct LintTests {
    private static let clean = "# A\n\n```bash\ntrue\n```\n\n- [ ] All is quiet\n"
    private static let doubtful = "# A\n\n```shel\ntrue\n```\n\n- [ ] All is quiet\n"
    private static let wrong = "# A\n\n```bash\ntrue\n"

    @Test func saysWhatItFoundAndWhere() throws {
      let work = try Workplace()
      try work.write(Self.clean, "clean.md")
      try work.write(Self.doubtful, "doubtful.md")
      try work.write(Self.wrong, "wrong.md")
      let clean = try work.gonogo(["lint", "clean.md"])
      #expect(clean.status == 0)
      #expect(clean.output.hasSuffix("1 file: nothing found\n"))
      let doubtful = try work.gonogo(["lint", "doubtful.md"])
      #expect(doubtful.status == 0)
      #expect(doubtful.output.hasPrefix("doubtful.md:3:1: warning: "))
      #expect(doubtful.output.contains("\n  3 | ```shel\n    | ^\n  cure: did you mean `shell`?\n"))
      #expect(try work.gonogo(["lint", "--fail-on", "warning", "doubtful.md"]).status == 1)
      #expect(try work.gonogo(["lint", "wrong.md"]).status == 1)
      let all = try work.gonogo(["lint", "clean.md", "doubtful.md", "wrong.md"])
      #expect(all.status == 1)
      #expect(
        all.output.hasSuffix("3 files: 1 error, 1 warning, 1 note (--notes shows the notes)\n"))
    }

    @Test(arguments: ["text", "json", "github", "sarif"])
    func saysWhichFileCannotBeRead(format: String) throws {
      let work = try Workplace()
      try work.write(Self.doubtful, "a.md")
      let end = try work.gonogo(["lint", "--format", format, "nosuch.md", "a.md"])
      #expect(end.status == 65)
      #expect(end.output.contains("unreadable-file"))
      #expect(end.output.contains("unknown-tag"))
    }

    @Test(arguments: ["text", "json", "github", "sarif"])
    func showsNoSecret(format: String) throws {
      let work = try Workplace()
      let line = "curl -sS -u ada:Hunter22x https://a.test/$nowhere | nosuchtool || true"
      try work.write("# A\n\n```bash\n\(line)\n```\n\n- [ ] a\n", "a.md")
      let end = try work.gonogo(["lint", "--notes", "--format", format, "a.md"])
      #expect(end.text.contains("secret-in-argument"))
      #expect(end.text.contains("always-succeeds"))
      #expect(!end.text.contains("Hunter22"))
      if format == "text" { #expect(end.text.contains("4 | curl -sS -u ada:••• https://")) }
    }

    @Test func countsNotesAndShowsThemWhenAsked() throws {
      let work = try Workplace()
      try work.write("# GO if all:\n\n- [ ] All is quiet\n", "a.md")
      let short = try work.gonogo(["lint", "a.md"])
      #expect(short.output == "1 file: 1 note (--notes shows the notes)\n")
      let long = try work.gonogo(["lint", "--notes", "a.md"])
      #expect(long.output.contains("a.md:3:3: note: "))
    }

    @Test func looksForProgramsAndVariablesUnlessToldNotTo() throws {
      let work = try Workplace()
      try work.write("# A\n\n```bash\nnosuchtool \"$NOWHERE\"\n```\n", "a.md")
      let here = try work.gonogo(["lint", "a.md"])
      #expect(here.output.contains("[missing-tool]"))
      #expect(here.output.contains("[unset-variable]"))
      let anywhere = try work.gonogo(["lint", "--any-machine", "a.md"])
      #expect(anywhere.output.hasSuffix("1 file: nothing found\n"))
    }

    @Test func shownTextMovesNoCursor() throws {
      let work = try Workplace()
      try work.write("# A\n\n- [] \u{1B}[2Jgone \u{202E}x\n", "a\u{1B}[31m.md")
      let end = try work.gonogo(["lint", "a\u{1B}[31m.md"])
      #expect(!end.text.contains("\u{1B}"))
      #expect(!end.text.contains("\u{202E}"))
    }

    @Test func refusesOneSidecarForSeveralChecklists() throws {
      let end = try Workplace().gonogo(["lint", "--bindings", "x.yaml", "a.md", "b.md"])
      #expect(end.status == 64)
    }
  }
}
