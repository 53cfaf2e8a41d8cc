import Testing

@testable import GonogoEvidence

@Suite struct GitRecognizerTests {
  private func status(
    _ stdout: String, _ command: String = "git status", stderr: String = "",
    exitStatus: Int32? = 0
  ) -> [String] {
    found(GitStatusRecognizer(), command, stdout, stderr: stderr, exitStatus: exitStatus)
  }

  private let clean = [
    "branch = main", "ahead = 0 (0.0)", "behind = 0 (0.0)", "uncommitted_changes = 0 (0.0)",
    "untracked_files = 0 (0.0)", "working_tree_clean = clean (true)",
  ]
  private let dirty = [
    "branch = main", "ahead = 0 (0.0)", "behind = 0 (0.0)", "uncommitted_changes = 6 (6.0)",
    "untracked_files = 2 (2.0)", "working_tree_clean = not clean (false)",
  ]
  private let cleanLong = """
    On branch main
    Your branch is up to date with 'origin/main'.

    nothing to commit, working tree clean

    """
  private let dirtyLong = """
    On branch main
    Your branch is up to date with 'origin/main'.

    Changes to be committed:
      (use "git restore --staged <file>..." to unstage)
    \tdeleted:    b
    \trenamed:    c -> c2
    \tnew file:   n

    Changes not staged for commit:
      (use "git add <file>..." to update what will be committed)
      (use "git restore <file>..." to discard changes in working directory)
    \tmodified:   a
    \tmodified:   n

    Untracked files:
      (use "git add <file>..." to include in what will be committed)
    \tdd/
    \tu


    """

  @Test(
    arguments: [
      "git status", "cd app && git status", "git -C app status", "git --no-pager status -v",
      "git fetch; git status", "/usr/bin/git status", "time git status", "git status 2>&1",
      "git status --untracked-files=all", "git status -uall --ignored",
    ])
  func readsTheLongLayout(command: String) {
    #expect(status(cleanLong, command) == clean)
    #expect(status(dirtyLong, command) == dirty)
    #expect(status("Already up to date.\n" + cleanLong, "git pull && git status") == clean)
  }

  @Test(
    arguments: [
      "cat notes", "git log", "echo git status", "git status | head -3", "git status > x",
      "git status; cat notes", "cat notes; git status", "git status; git status",
      "git stash; git status", "git status -z", "git status --column", "git status --xyz",
      "if git status; then echo; fi", "x=$(git status)", "git status | grep clean",
    ])
  func refusesCommandsWhoseOutputItMayNotBe(command: String) {
    #expect(status(cleanLong, command).isEmpty)
  }

  @Test(
    arguments: [
      "git status src", "git status -- src", "git status -uno", "git status --untracked-files=no",
      "git status --ignore-submodules=all",
    ])
  func callsNoTreeCleanThatWasSeenInPart(command: String) {
    #expect(status(cleanLong, command) == ["branch = main", "ahead = 0 (0.0)", "behind = 0 (0.0)"])
    #expect(status(dirtyLong, command).last == "working_tree_clean = not clean (false)")
    #expect(status(dirtyLong, command).count == 4)
  }

  @Test func callsNoTreeCleanWhoseUntrackedFilesAreHidden() {
    let hidden = "On branch main\nnothing to commit (use -u to show untracked files)\n"
    #expect(status(hidden) == ["branch = main"])
    let listed = """
      On branch main
      Changes to be committed:
        (use "git restore --staged <file>..." to unstage)
      \tdeleted:    b

      Untracked files not listed (use -u option to show untracked files)

      """
    #expect(status(listed) == ["branch = main", "working_tree_clean = not clean (false)"])
  }

  @Test(
    arguments: [
      ("Your branch is ahead of 'origin/main' by 1 commit.", 1, 0),
      ("Your branch is behind 'origin/main' by 12 commits, and can be fast-forwarded.", 0, 12),
      (
        "Your branch and 'origin/main' have diverged,\n"
          + "and have 2 and 1 different commits each, respectively.", 2, 1
      ),
    ])
  func readsAheadAndBehind(sentence: String, ahead: Int, behind: Int) {
    let stdout = """
      On branch main
      \(sentence)
        (use "git push" to publish your local commits)

      nothing to commit, working tree clean

      """
    #expect(
      status(stdout)[1...2] == [
        "ahead = \(ahead) (\(ahead).0)", "behind = \(behind) (\(behind).0)",
      ])
  }

  @Test func readsUnbornAndDetachedHeads() {
    let unborn = """
      On branch main

      No commits yet

      nothing to commit (create/copy files and use "git add" to track)

      """
    #expect(status(unborn).last == "working_tree_clean = clean (true)")
    #expect(
      status("HEAD detached at 2d0bc1a\nnothing to commit, working tree clean\n")
        == ["uncommitted_changes = 0 (0.0)", "untracked_files = 0 (0.0)", clean[5]])
  }

  @Test func readsConflicts() {
    let stdout = """
      interactive rebase in progress; onto 40ecdcd
      Last commands done (2 commands done):
         pick bc9e853 y
         pick 2d0bc1a o
      No commands remaining.
      You are currently rebasing.
        (fix conflicts and then run "git rebase --continue")

      Unmerged paths:
        (use "git add <file>..." to mark resolution)
      \tboth modified:   a

      Untracked files:
        (use "git add <file>..." to include in what will be committed)
      \ti

      no changes added to commit (use "git add" and/or "git commit -a")

      """
    #expect(
      status(stdout) == [
        "uncommitted_changes = 2 (2.0)", "untracked_files = 1 (1.0)",
        "working_tree_clean = not clean (false)",
      ])
  }

  @Test func countsNoIgnoredFiles() {
    let stdout = """
      On branch main
      Ignored files:
        (use "git add -f <file>..." to include in what will be committed)
      \ti

      nothing to commit, working tree clean

      """
    #expect(status(stdout, "git status --ignored").last == "working_tree_clean = clean (true)")
  }

  @Test(
    arguments: [
      "", "working tree clean\n", "nothing to commit, working tree clean\n",
      "On branch main\nOn branch main\nnothing to commit, working tree clean\n",
      "On branch main\nsomething new\nnothing to commit, working tree clean\n",
      "On branch main\n\tstray\nnothing to commit, working tree clean\n",
      "Sur la branche main\nrien à valider, la copie de travail est propre\n",
      "On branch main\nUntracked files:\n\tu\nnothing to commit, working tree clean\n",
      "On branch main\nYour branch is by the sea.\nnothing to commit, working tree clean\n",
    ])
  func refusesOtherSentences(stdout: String) {
    #expect(status(stdout).isEmpty)
  }

  @Test func saysNothingOfATreeWhoseStatusBreaksOff() {
    #expect(status("On branch main\n") == ["branch = main"])
  }

  @Test func readsTheShortLayout() {
    let entries = " M a\nD  b\nR  c -> c2\nAM n\n?? dd/\n?? u\n"
    let branch = "## main...origin/main\n"
    #expect(status(branch + entries, "git status -sb") == dirty)
    #expect(status(entries, "git status --porcelain") == Array(dirty[3...]))
    #expect(status(branch, "git status --short --branch") == clean)
    #expect(
      status("## main...origin/main [ahead 2, behind 1]\nUU a\n", "git status -sb") == [
        "branch = main", "ahead = 2 (2.0)", "behind = 1 (1.0)", "uncommitted_changes = 1 (1.0)",
        "untracked_files = 0 (0.0)", "working_tree_clean = not clean (false)",
      ])
    #expect(status("## HEAD (no branch)\n", "git status -sb") == Array(clean[3...]))
    #expect(status("## No commits yet on main\n", "git status -sb").first == "branch = main")
    #expect(
      status("?? .gitignore\n!! i\n", "git status -s --ignored")[1] == "untracked_files = 1 (1.0)")
  }

  @Test func readsTheSecondPorcelainLayout() {
    let stdout = """
      # branch.oid 8c2852ec4d3f0791832a67ba9c981d28ca148811
      # branch.head main
      # branch.upstream origin/main
      # branch.ab +0 -0
      1 .M N... 100644 100644 100644 78981922 78981922 a
      1 D. N... 100644 000000 000000 61780798 00000000 b
      2 R. N... 100644 100644 100644 f2ad6c76 f2ad6c76 R100 c2\tc
      1 AM N... 000000 100644 100644 00000000 8ba3a163 n
      ? dd/
      ? u

      """
    #expect(status(stdout, "git status --porcelain=v2 --branch") == dirty)
    let head = "# branch.oid (initial)\n# branch.head main\n"
    #expect(status(head, "git status --porcelain=v2 -b").last == clean[5])
    #expect(
      status(
        "u UU N... 100644 100644 100644 100644 7898 d627 b169 a\n", "git status --porcelain=v2"
      )
      .last == "working_tree_clean = not clean (false)")
  }

  @Test func takesSilenceForCleanOnlyFromAGitThatEndedWell() {
    let command = "git status --porcelain"
    #expect(status("", command) == Array(clean[3...]))
    #expect(status("", "git status --porcelain=v2") == Array(clean[3...]))
    #expect(status("", command, exitStatus: nil).isEmpty)
    #expect(status("", command, exitStatus: 128).isEmpty)
    #expect(status("", command, stderr: "fatal: not a git repository\n").isEmpty)
    #expect(status("", "git status --porcelain -b").isEmpty)
    #expect(status("", "git status -s || true").isEmpty)
    #expect(status("", "git status").isEmpty)
  }

  @Test(
    arguments: [
      "M a\n", "XY a\n", "hello world\n", " M a\nnoise\n", "## \n", "## a b...c\n", "   a\n",
      "## main...origin/main [soon]\n", "1 .M N... a\n",
    ])
  func refusesOtherShortLines(stdout: String) {
    #expect(status(stdout, "git status -sb").isEmpty)
    #expect(status(stdout, "git status --porcelain=v2").isEmpty)
  }

  @Test func countsCommitsOfAOneLineLog() {
    let stdout = "2d0bc1a (HEAD, main) o\nbc9e853 y\n8c2852e one\n"
    let log = GitLogRecognizer()
    #expect(found(log, "git log --oneline -n 5", stdout) == ["commits = 3 (3.0)"])
    #expect(found(log, "git log --oneline | cat", stdout).isEmpty)
    #expect(found(log, "git log", stdout).isEmpty)
    #expect(found(log, "git log --oneline --graph", "* 2d0bc1a o\n|/\n").isEmpty)
    #expect(found(log, "git log --oneline", "").isEmpty)
    #expect(foundByAll("git rev-parse --short HEAD", "1234567\n") == ["commit = 1234567"])
  }
}
