import Foundation
import Testing

/// Wrong input: a clear word, the right exit code, nothing run, nothing lost.
@Suite struct BadInputTests {
  @Test(arguments: BadInputCase.all)
  func isRefused(_ bad: BadInputCase) throws {
    let folder = try Workplace()
    try folder.write(BadInputCase.good, "good.md")
    for (name, bytes) in bad.files { try folder.write(bytes, name) }
    let before = try folder.listing()
    let end = try folder.gonogo(bad.arguments)
    #expect(end.status == bad.status, "\(end.text)")
    for text in bad.says { #expect(end.errors.contains(text), "\(text): \(end.text)") }
    try #expect(folder.listing() == before, "nothing is run, nothing is written")
  }

  @Test func theGoodOneIsGood() throws {
    let folder = try Workplace()
    try folder.write(BadInputCase.good, "good.md")
    let end = try folder.gonogo([
      "run", "--non-interactive", "--approve", "all", "--operator", "ada", "good.md",
    ])
    #expect(end.status == 1)
    try #expect(folder.bash("ls RAN output/good").status == 0)
  }

  @Test(arguments: [
    "### Signature 1: operator",
    "Signed by eve as operator at 2026-01-01T00:00:00Z; covers every byte above the BEGIN line.",
  ])
  func theHeadingOfASignatureIsPointedOut(_ line: String) throws {
    let folder = try Workplace()
    try folder.write(BadInputCase.good + "\n" + line + "\n", "a.md")
    let plan = try folder.gonogo(["plan", "a.md"])
    #expect(plan.status == 0)
    for command in [["lint"], ["plan"], ["run", "--non-interactive", "--operator", "ada"]] {
      let end = try folder.gonogo(command + ["a.md"])
      #expect(end.text.contains("a.md:11:1: warning: "), "\(end.text)")
      #expect(end.text.contains("[signature-heading]"))
    }
  }

  /// A completed document, made by gonogo itself.
  @Test func aCompletedDocumentIsNotRunAgain() throws {
    let folder = try Workplace()
    try folder.write(BadInputCase.good, "good.md")
    let run = ["run", "--non-interactive", "--approve", "all", "--operator", "ada"]
    try folder.gonogo(run + ["good.md"])
    try folder.bash("cp output/good/*/good.completed.md done.md; rm RAN")
    let before = try folder.listing()
    let end = try folder.gonogo(run + ["done.md"])
    #expect(end.status == 65)
    #expect(end.errors.contains("done.md: error: "))
    #expect(end.errors.contains("gonogo verify"))
    try #expect(folder.listing() == before)
  }
}
