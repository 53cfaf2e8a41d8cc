import GonogoCore
import Testing

@testable import GonogoSandbox

/// What is protected must not be reached by renaming the folders it lies in.
@Suite(.enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct AttackRenameTests {
  @Test func keepsTheChecklistInItsFolder() throws {
    let bench = try Bench()
    try bench.host("mkdir -p a/docs; echo good >a/docs/d.md")
    bench.policy.protectedFiles = [bench.work + "/a/docs/d.md"]
    let endings = try bench.step(
      "mv a/docs a/old", "mv a b", "rm -rf a; mkdir -p a/docs; echo evil >a/docs/d.md",
      "echo beside >a/docs/other")
    #expect(endings.map { $0.status == 0 } == [false, false, false, true])
    #expect(bench.text("work/a/docs/d.md") == "good\n")
  }

  @Test func keepsTheRunsInTheirFolder() throws {
    let bench = try Bench()
    try bench.host("mkdir -p o/runs/d/1; echo journal >o/runs/d/1/j")
    bench.policy.hiddenFolders = [bench.work + "/o/runs/d"]
    let endings = try bench.step(
      "mv o o2", "mv o/runs o/r2", "mv o/runs/d o/runs/e", "cat o/runs/d/1/j")
    #expect(endings.allSatisfy { $0.status != 0 })
    #expect(bench.text("work/o/runs/d/1/j") == "journal\n")
  }

  @Test(arguments: [
    "echo x >n/r/.git/hooks/pre-commit", "echo x >>n/r/.git/config", "mv n m", "mv n/r n/s",
    "mv n/r/.git n/r/git", "rm -rf n/r/.git",
  ])
  func guardsRepositoriesInsideTheFolder(command: String) throws {
    let bench = try Bench()
    try bench.host("git init -q n/r; touch n/r/.git/mark")
    for writesGit in [false, true] {
      #expect(try bench.step(command, writesGit: writesGit).first?.status != 0)
      #expect(!bench.exists("work/n/r/.git/hooks/pre-commit"))
      #expect(bench.text("work/n/r/.git/config")?.hasSuffix("x\n") == false)
    }
  }

  @Test func letsAnApprovedStepWriteToAnInnerRepository() throws {
    let bench = try Bench()
    try bench.host("git init -q n/r")
    let commit = "git -C n/r -c user.name=a -c user.email=a commit -q --allow-empty -m m"
    #expect(try bench.step(commit).first?.status != 0)
    #expect(try bench.step(commit, writesGit: true).first?.status == 0)
  }

  @Test func guardsTheRepositoriesOfSubmodules() throws {
    let bench = try Bench()
    try bench.host(
      "git init -q .; mkdir -p .git/modules/libs; git init -q --bare .git/modules/libs/a")
    let endings = try bench.step(
      "echo x >>.git/modules/libs/a/config", "echo x >.git/modules/libs/a/hooks/pre-push",
      "mv .git/modules/libs .git/modules/bins", "mv .git/modules .git/parts",
      "echo x >.git/modules/libs/a/HEAD", writesGit: true)
    #expect(endings.map { $0.status == 0 } == [false, false, false, false, true])
  }

  @Test func doesNotLetTheWayToARepositoryElsewhereBeChanged() throws {
    let bench = try Bench()
    try bench.host("echo 'gitdir: /nonexistent' >.git")
    #expect(try bench.step("echo x >.git", writesGit: true).first?.status != 0)
    #expect(try bench.step("mv .git git", writesGit: true).first?.status != 0)
  }

  @Test func findsRepositoriesHoweverDeepTheyLie() throws {
    let bench = try Bench()
    try bench.host("git init -q a/b/logs/d/e/f/g; git init -q .; ln -s a l")
    let (entries, isWhole) = GitEntry.entries(in: [bench.work])
    #expect(
      entries.map(\.path) == [bench.work + "/.git", bench.work + "/a/b/logs/d/e/f/g/.git"])
    #expect(isWhole)
    let plant = "echo x >a/b/logs/d/e/f/g/.git/hooks/pre-commit"
    #expect(try bench.step(plant).first?.status != 0)
  }

  @Test func leavesOutWhatAUserCannotReach() throws {
    let bench = try Bench()
    try bench.host("git init -q a; git init -q b/c; chmod 700 b; mkdir -m 700 d; chmod 755 a")
    let walk = { (user: ProcessUser?) in
      FolderWalk([bench.work], depth: 9, limit: 99, user: user) { folder, children in
        children.contains { $0.name == ".git" } ? folder : nil
      } enters: { name, _ in
        name != ".git"
      }
    }
    #expect(walk(nil).found == [bench.work + "/a", bench.work + "/b/c"])
    let other = walk(ProcessUser(user: 61234, group: 61234, groups: []))
    #expect(other.found == [bench.work + "/a"] && other.isWhole)
  }

  @Test func findsASubmoduleWhateverItIsCalled() throws {
    let bench = try Bench()
    try bench.host("git init -q .; mkdir .git/modules; git init -q --bare .git/modules/logs")
    #expect(
      GitEntry.entries(in: [bench.work]).entries.map(\.submodules)
        == [[bench.work + "/.git/modules/logs"]])
  }

  @Test(arguments: [
    "eval mkdir -p d/{1..75}{1..75}/x", "d=d; for i in {1..70}; do d=$d/d; done; mkdir -p $d",
  ])
  func doesNotClaimWhatItDidNotLookAt(_ prepare: String) throws {
    let bench = try Bench()
    let name = "version control read-only unless approved"
    try bench.host("git init -q .")
    #expect(try Sandbox(policy: bench.policy).probe().contains { $0.name == name && $0.isEnforced })
    try bench.host(prepare)
    let properties = try Sandbox(policy: bench.policy).probe()
    #expect(properties.contains { $0.name == name && !$0.isEnforced })
    #expect(
      properties.contains {
        $0.name == "the version control that was found read-only" && $0.isEnforced
      })
  }

  @Test func tellsFilesApart() throws {
    let bench = try Bench()
    try bench.host("echo a >a; cp a b; ln -s a c")
    let a = FileIdentity(of: bench.work + "/a")
    #expect(a != nil)
    #expect(a == FileIdentity(of: bench.work + "/a"))
    #expect(a != FileIdentity(of: bench.work + "/b"))
    #expect(a != FileIdentity(of: bench.work + "/c"))
    #expect(FileIdentity(of: bench.work + "/d") == nil)
    try bench.host("cp a n; mv n a")
    #expect(a != FileIdentity(of: bench.work + "/a"))
  }
}
