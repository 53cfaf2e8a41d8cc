import GonogoCore
import Testing

@testable import GonogoSandbox

/// What a step that may write to git could leave there for the next git of the operator to run.
@Suite(.enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"))
struct AttackGitTests {
  private func fault(_ prepare: String, _ command: String) throws -> (Bench, String?) {
    let bench = try Bench()
    try bench.host("git init -q .; " + prepare)
    let watch = try #require(try Sandbox(policy: bench.policy).gitWatch())
    try bench.step(
      "export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a; "
        + command, writesGit: true)
    return (bench, watch.fault())
  }

  @Test func removesAWayToAnotherFolder() throws {
    let (bench, fault) = try fault("", "mkdir evil; echo ../evil >.git/commondir")
    #expect(fault?.contains("/.git/commondir") == true)
    #expect(!bench.exists("work/.git/commondir"))
  }

  @Test(arguments: [
    ("", "echo '[core]' >.git/config.worktree"),
    ("", "git init -q --bare .git/modules/new"),
    ("git init -q --bare .git/modules/a", "echo x >.git/modules/a/commondir"),
    ("git init -q --bare .git/modules/a", "echo x >.git/modules/a/config.worktree"),
    (
      "git -c user.name=a -c user.email=a commit -q --allow-empty -m m; git worktree add -q ../wt",
      "echo /tmp >.git/worktrees/wt/commondir"
    ),
    ("git init -q n", "echo x >n/.git/commondir"),
  ])
  func tellsWhatWasPutThere(prepare: String, command: String) throws {
    #expect(try fault(prepare, command).1 != nil)
  }

  @Test(arguments: [
    "true", "git commit -q --allow-empty -m m && git branch b && git gc -q",
    "git commit -q --allow-empty -m m && git worktree add -q inner",
    "git stash list; git tag t; git fsck",
  ])
  func letsGitWork(command: String) throws {
    let (_, fault) = try fault("", command)
    #expect(fault == nil)
  }
}
