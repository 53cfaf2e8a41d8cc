import Testing

@testable import GonogoEvidence

/// terraform, helm and the facts of git.
@Suite struct DeliveryRecognizerTests {
  private let terraform = TerraformRecognizer()

  private let plan = """

    Terraform will perform the following actions:

      # terraform_data.api will be created
      + resource "terraform_data" "api" {
          + input  = "Plan: 9 to add, 9 to change, 9 to destroy."
        }

    Plan: 2 to add, 1 to change, 0 to destroy.

    Changes to Outputs:
      + v = (known after apply)

    """

  @Test func readsPlans() {
    let counts = [
      "to_add = 2 (2.0)", "to_change = 1 (1.0)", "to_destroy = 0 (0.0)", "changes = 3 (3.0)",
    ]
    #expect(found(terraform, "terraform plan -no-color", plan) == counts)
    let line = "Plan: 2 to add, 1 to change, 0 to destroy.\n"
    #expect(found(terraform, "cd infra && tofu plan | grep Plan:", line) == counts)
    #expect(
      found(
        terraform, "terraform plan", "Plan: 1 to import, 2 to add, 0 to change, 0 to destroy.\n"
      )
      .first == "to_import = 1 (1.0)")
    let none = "\nNo changes. Your infrastructure matches the configuration.\n\nTerraform has…\n"
    #expect(
      found(terraform, "terraform plan", none)
        == ["to_add = 0 (0.0)", "to_change = 0 (0.0)", "to_destroy = 0 (0.0)"])
    let applied = plan + "\nApply complete! Resources: 2 added, 1 changed, 0 destroyed.\n"
    #expect(
      found(terraform, "terraform apply -auto-approve", applied)
        == counts + ["added = 2 (2.0)", "changed = 1 (1.0)", "destroyed = 0 (0.0)"])
    #expect(
      found(terraform, "terraform validate", "Success! The configuration is valid.\n\n")
        == ["valid = Success! The configuration is valid. (true)"])
  }

  @Test(
    arguments: [
      ("cat plan.txt", "Plan: 2 to add, 1 to change, 0 to destroy.\n"),
      ("terraform plan", "Plan: 2 to add, 1 to change\n"),
      ("terraform plan", "Plan: many to add, 1 to change, 0 to destroy.\n"),
      ("terraform plan", "The Plan: 2 to add, 1 to change, 0 to destroy.\n"),
      ("terraform plan", "│ Error: Invalid reference\n"), ("terraform plan", ""),
      (
        "terraform plan",
        "Plan: 0 to add, 0 to change, 0 to destroy.\nPlan: 2 to add, 1 to change, 0 to destroy.\n"
      ),
      ("terraform validate; terraform plan", "Plan: 2 to add, 1 to change, 0 to destroy.\n"),
      ("terraform plan | grep -c Plan", "1\n"),
    ])
  func refusesOtherPlans(command: String, stdout: String) {
    #expect(found(terraform, command, stdout).isEmpty)
    #expect(found(terraform, "terraform plan", plan, isTruncated: true).isEmpty)
  }

  private let helm = HelmRecognizer()

  @Test func readsReleases() {
    let list =
      "NAME \tNAMESPACE\tREVISION\tUPDATED                                \tSTATUS  \tCHART     \tAPP VERSION\ncart \tshop     \t3       \t2026-11-23 16:04:11.12345 +0000 UTC    \tdeployed\tcart-1.2.0\t1.2.0      \nmail \tshop     \t1       \t2026-11-23 16:04:12.12345 +0000 UTC    \tfailed  \tmail-0.9.0\t0.9        \n"
    let captures = found(helm, "helm list -n shop", list)
    #expect(captures[4] == "STATUS[1] = deployed")
    #expect(captures[9] == "REVISION[2] = 1 (1.0)")
    #expect(captures.suffix(2) == ["releases = 2 (2.0)", "deployed_releases = 1 (1.0)"])
    let header = "NAME\tNAMESPACE\tREVISION\tUPDATED\tSTATUS\tCHART\tAPP VERSION\n"
    #expect(found(helm, "helm ls", header).first == "releases = 0 (0.0)")
    #expect(found(helm, "helm ls | grep cart", list).isEmpty)
    #expect(found(helm, "helm ls", list + "Error: x\n").isEmpty)
    #expect(found(helm, "cat x", list).isEmpty)
  }

  @Test func readsTheStatusOfARelease() {
    let status =
      "NAME: cart\nLAST DEPLOYED: Mon Nov 23 16:04:11 2026\nNAMESPACE: shop\nSTATUS: deployed\nREVISION: 3\nTEST SUITE: None\nNOTES:\nSTATUS: all is well\n"
    #expect(
      found(helm, "helm status cart -n shop", status) == [
        "NAME = cart", "LAST DEPLOYED = Mon Nov 23 16:04:11 2026", "NAMESPACE = shop",
        "STATUS = deployed", "REVISION = 3 (3.0)",
      ])
    #expect(found(helm, "helm status cart", "Error: release: not found\n").isEmpty)
    #expect(found(helm, "helm upgrade cart .", status).isEmpty)
    #expect(
      found(
        helm, "helm lint charts/*",
        "==> Linting charts/cart\n\n2 chart(s) linted, 1 chart(s) failed\n")
        == ["linted = 2 (2.0)", "failed = 1 (1.0)"])
    #expect(found(helm, "helm lint .", "1 chart(s) linted, no chart(s) failed\n").isEmpty)
  }

  @Test(
    arguments: [
      ("git rev-parse HEAD", "268811db14d7a0e3096ec651365a468998a78c61", "commit"),
      ("git rev-parse --short HEAD", "268811d", "commit"),
      ("git rev-parse --abbrev-ref HEAD", "main", "branch"),
      ("git -C shop branch --show-current", "release/2", "branch"),
      ("git describe --tags --always --dirty", "v1.0-3-g268811d-dirty", "describe"),
    ])
  func readsFactsOfGit(command: String, line: String, name: String) {
    #expect(found(GitFactRecognizer(), command, line + "\n") == ["\(name) = \(line)"])
  }

  @Test func countsCommitsAndStashes() {
    let fact = GitFactRecognizer()
    #expect(found(fact, "git rev-list --count HEAD", "3\n") == ["commits = 3 (3.0)"])
    #expect(
      found(fact, "git stash list", "stash@{0}: WIP on main: 1 a\nstash@{1}: b\n")
        == ["stashes = 2 (2.0)"])
    #expect(found(fact, "git stash list", "", exitStatus: 0) == ["stashes = 0 (0.0)"])
    #expect(
      found(GitLogRecognizer(), "git log --oneline origin/main..main", "", exitStatus: 0)
        == ["commits = 0 (0.0)"])
  }

  @Test(
    arguments: [
      ("git rev-parse HEAD", "fatal: not a git repository\n"), ("git rev-parse HEAD", "HEAD\n"),
      ("git rev-parse --abbrev-ref HEAD", "HEAD\n"), ("git rev-parse HEAD main", "a\nb\n"),
      ("git rev-parse --is-inside-work-tree", "true\n"), ("git stash list", ""),
      ("git stash", "stash@{0}: x\n"), ("git branch", "* main\n"), ("cat x", "268811d\n"),
      ("git rev-list --count --left-right a...b", "3\t4\n"), ("git stash list", "error: x\n"),
      ("git rev-parse --short HEAD | wc -c", "8\n"),
    ])
  func refusesOtherFacts(command: String, stdout: String) {
    #expect(found(GitFactRecognizer(), command, stdout).isEmpty)
  }

  @Test func readsDifferences() {
    let diff = GitDiffRecognizer()
    let sum = " 3 files changed, 2 insertions(+), 5 deletions(-)\n"
    let stat = " f  | 4 +---\n f1 | 1 +\n f2 | 2 --\n"
    let counts = ["files_changed = 3 (3.0)", "insertions = 2 (2.0)", "deletions = 5 (5.0)"]
    #expect(found(diff, "git diff --stat", stat + sum) == counts)
    #expect(found(diff, "git diff --shortstat main", sum) == counts)
    #expect(
      found(diff, "git diff --shortstat", " 1 file changed, 1 insertion(+)\n")
        == ["files_changed = 1 (1.0)", "insertions = 1 (1.0)", "deletions = 0 (0.0)"])
    #expect(found(diff, "git diff --name-only", "f\ng\n") == ["files_changed = 2 (2.0)"])
    #expect(found(diff, "git diff --stat", "", exitStatus: 0)[0] == "files_changed = 0 (0.0)")
    #expect(found(diff, "git diff --stat", "").isEmpty)
    #expect(found(diff, "git diff", "").isEmpty)
    #expect(found(diff, "git diff --stat", sum).isEmpty)
    #expect(found(diff, "git diff --stat | tail -1", sum).isEmpty)
    #expect(found(diff, "git diff --stat", stat + sum + sum).isEmpty)
    #expect(found(diff, "git diff --shortstat", " 3 Dateien geändert\n").isEmpty)
    #expect(found(diff, "git show --stat", stat + sum).isEmpty)
    #expect(found(diff, "git diff --stat", stat + sum, isTruncated: true).isEmpty)
  }
}
