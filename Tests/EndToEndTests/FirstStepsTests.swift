import Foundation
import Testing

/// The small checklist, with nothing but bash and git.
@Suite struct FirstStepsTests {
  @Test func goesInASmallRepository() throws {
    let folder = try Workplace()
    try #require(
      folder.bash(
        "git init -q -b main . && git config user.name Ada && git config user.email a@b && echo 1 >file && git add . && git commit -q -m first"
      ).status == 0)
    let answers = try folder.write(
      """
      version: 1
      sections:
        "3. The Repository":
          "The branch is the one you meant to be on": yes
        "GO if all of these hold:":
          "You have read the copy that a run writes, or are about to": yes

      """, "../answers.yaml")
    let source = Product.file("checklists/first-steps.md")
    let end = try folder.gonogo([
      "run", source, "--answers", answers, "--approve", "all", "--non-interactive", "--operator",
      "Ada",
    ])
    #expect(end.status == 0, "\(end.text)")
    let output = folder.path + "/output/first-steps"
    let run = try #require(FileManager.default.contentsOfDirectory(atPath: output).first)
    let finished = try FinishedRun(end: end, folder: output + "/" + run, source: source)
    #expect(finished.report.decision == "GO")
    #expect(finished.report.operatorName == "Ada")
    #expect(finished.ticked == [60, 61, 66, 67, 68])
    #expect(finished.line(41).hasPrefix("- Files in the repository: 1 <!--"))
    // What a run writes must not make the repository look dirty, not even the next time.
    try #expect(folder.bash("git status --porcelain").output == "")
  }

  @Test func doesNotGoWithoutItsAnswers() throws {
    let folder = try Workplace()
    try #require(folder.bash("git init -q -b main .").status == 0)
    let end = try folder.gonogo([
      "run", Product.file("checklists/first-steps.md"), "--approve", "all", "--non-interactive",
      "--operator", "Ada",
    ])
    #expect(end.status == 1)
    #expect(end.output.contains("Decision: NO-GO"))
  }
}
