import Foundation
import GonogoStore
import Testing

@Suite struct RunFolderTests {
  private let folder: TemporaryFolder
  private let id = "20261123T161305Z-7f3a9c"
  init() throws { folder = try TemporaryFolder() }

  @Test func makesTheFoldersForTheOwnerAlone() throws {
    let run = try RunFolder.create(output: folder.path("output"), name: "preflight", id: id)
    #expect(run.path == folder.path("output/preflight/\(id)"))
    #expect(try folder.mode("output/preflight/\(id)") == 0o700)
    #expect(try folder.mode("output/preflight/\(id)/evidence") == 0o700)
    #expect(run.completedDocument == run.path + "/preflight.completed.md")
    #expect(run.signedDocument == run.path + "/preflight.signed.md")
    #expect(run.journal == run.path + "/journal.jsonl")
    #expect(run.result == run.path + "/run.json")
  }

  @Test(arguments: [
    "", "mkdir output", "mkdir -p output/preflight", "mkdir output; echo > output/README",
  ])
  func leavesARepositoryClean(_ before: String) throws {
    let output = folder.path("output")
    try shell(
      "cd \"$1\"; \(before)\n git init -q . && git add . && git -c user.name=x -c user.email=x commit -qm x",
      folder.path)
    for number in 0..<2 {
      let run = try RunFolder.create(output: output, name: "preflight", id: "\(id)\(number)")
      try AtomicFile.write([1], to: run.journal)
    }
    let other = try RunFolder.create(output: output, name: "other", id: id)
    try AtomicFile.write([1], to: other.journal)
    let status = try shell("cd \"$1\"; git status --porcelain --untracked-files=all", folder.path)
    #expect(status.status == 0)
    #expect(status.text == "")
  }

  @Test func putsTheRuleIntoTheFirstFolderItMakes() throws {
    _ = try RunFolder.create(output: folder.path("a/b/c/"), name: "x", id: id)
    #expect(try folder.bytes("a/.gitignore") == Array("*\n".utf8))
    #expect(try folder.names("a/b/c/x") == [id])
  }

  @Test func keepsAnExistingRule() throws {
    try shell(
      "cd \"$1\"; mkdir -p output/x; echo mine | tee output/.gitignore output/x/.gitignore",
      folder.path)
    _ = try RunFolder.create(output: folder.path("output"), name: "x", id: id)
    #expect(try folder.bytes("output/.gitignore") == Array("mine\n".utf8))
    #expect(try folder.bytes("output/x/.gitignore") == Array("mine\n".utf8))
  }

  @Test func neverTakesTheFolderOfAnotherRun() throws {
    _ = try RunFolder.create(output: folder.path, name: "x", id: id)
    #expect { _ = try RunFolder.create(output: folder.path, name: "x", id: id) } throws: {
      ($0 as? StoreError)?.reason == "File exists"
    }
  }

  @Test(arguments: ["ln -s /tmp x", "ln -s nowhere x", "touch x"])
  func refusesADocumentFolderThatIsNone(_ make: String) throws {
    try shell("cd \"$1\"; \(make)", folder.path)
    #expect(throws: StoreError.self) {
      _ = try RunFolder.create(output: folder.path, name: "x", id: id)
    }
  }

  @Test(arguments: [
    ("", "r"), ("..", "r"), ("a/b", "r"), ("x", ".."), ("x", "a/b"), ("x", ""),
    (String(repeating: "n", count: 250), "r"),
  ])
  func refusesNamesThatLeadElsewhere(_ name: String, _ id: String) {
    #expect(throws: StoreError.self) {
      _ = try RunFolder.create(output: folder.path, name: name, id: id)
    }
  }

  @Test func saysWhatIsInTheWay() throws {
    try folder.write([], "output")
    #expect { _ = try RunFolder.create(output: folder.path("output"), name: "x", id: id) } throws: {
      ($0 as? StoreError)?.reason.isEmpty == false
    }
  }

  @Test func givesEveryOutputASafeNameOfItsOwn() throws {
    let run = try RunFolder(output: "output", name: "x", id: id)
    #expect(
      run.evidenceFile(section: "2.1", step: 3, command: 1, .stdout)
        == "output/x/\(id)/evidence/2.1-3-1.stdout")
    let long = String(repeating: "长", count: 200)
    let sections = [
      "a/b", "a_b", "a%2Fb", "..", ".", "", "A b", "\0", "-", long, long + "x", "é", "e\u{301}",
    ]
    let files = sections.map { run.evidenceFile(section: $0, step: 1, command: 1, .stderr) }
    #expect(Set(files.map { Array($0.utf8) }).count == sections.count)
    for file in files {
      let name = file.dropFirst(run.evidence.count + 1)
      #expect(name.utf8.count < 140)
      #expect(name.first != ".")
      #expect(name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })
    }
  }
}
