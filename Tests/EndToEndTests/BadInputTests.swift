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
