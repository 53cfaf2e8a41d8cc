import GonogoCore
import Testing

@testable import GonogoSandbox

/// The argument list as a pure function; nothing is started.
struct BubblewrapArgumentsTests {
  private func list(
    writesGit: Bool = false, existing: Set<String> = [],
    change: (inout SandboxPolicy) -> Void = { _ in }
  ) -> [String] {
    var policy = SandboxPolicy(level: .standard, workingDirectory: "/srv/work", home: "/home/ann")
    policy.environment = [EnvironmentVariable("A", "1"), EnvironmentVariable("B", "two words")]
    change(&policy)
    let layout = HostLayout(
      rootEntries: [
        .init(name: "bin", link: "usr/bin"), .init(name: "etc", link: nil),
        .init(name: "home", link: nil), .init(name: "proc", link: nil),
        .init(name: "srv", link: nil), .init(name: "tmp", link: nil), .init(name: "usr", link: nil),
      ], resolverFile: "/run/resolv.conf")
    return BubblewrapArguments(
      policy: policy, layout: layout, writesGit: writesGit, exists: { existing.contains($0) }
    ).list()
  }

  private func position(_ words: String..., in list: [String]) -> Int? {
    list.indices.first { list[$0...].starts(with: words) }
  }

  @Test(arguments: [
    ["--unshare-user"], ["--disable-userns"], ["--unshare-pid"], ["--unshare-ipc"],
    ["--unshare-uts"], ["--die-with-parent"], ["--new-session"], ["--cap-drop", "ALL"],
    ["--clearenv"],
    ["--ro-bind", "/proc/sys", "/proc/sys"], ["--remount-ro", "/"], ["--remount-ro", "/dev"],
  ])
  func alwaysIsolates(words: [String]) {
    let list = list()
    #expect(list.indices.contains { list[$0...].starts(with: words) })
  }

  @Test func givesTheEnvironmentAndNothingElse() throws {
    let list = list()
    let clear = try #require(list.firstIndex(of: "--clearenv"))
    #expect(
      Array(list[clear...]) == ["--clearenv", "--setenv", "A", "1", "--setenv", "B", "two words"])
  }

  @Test func showsTheSystemReadOnly() {
    let list = list()
    #expect(position("--symlink", "usr/bin", "/bin", in: list) != nil)
    #expect(position("--ro-bind-try", "/etc", "/etc", in: list) != nil)
    #expect(position("--ro-bind-try", "/home", "/home", in: list) == nil)
    #expect(position("--ro-bind-try", "/tmp", "/tmp", in: list) == nil)
    // Only the working directory is writable.
    let writable = list.indices.filter { list[$0] == "--bind" }.map { list[$0 + 2] }
    #expect(writable == ["/srv/work"])
  }

  @Test func showsWhatIsGrantedReadOnlyAndBelowWhatMayBeWritten() throws {
    let list = list {
      $0.shares = [
        FolderBinding(host: "/data/kube", inside: "/home/ann/.kube", isReadOnly: true),
        FolderBinding(host: "/srv", inside: "/srv", isReadOnly: true),
      ]
      $0.sockets = [
        SocketBinding(host: "/run/docker.sock"),
        SocketBinding(host: "/tmp/ssh-x/agent", variable: "SSH_AUTH_SOCK"),
        SocketBinding(host: "/run/user/7/d", variable: "DOCKER_HOST", prefix: "unix://"),
      ]
    }
    let home = try #require(
      position("0700", "--size", "268435456", "--tmpfs", "/home/ann", in: list))
    let kube = try #require(position("--ro-bind-try", "/data/kube", "/home/ann/.kube", in: list))
    let parent = try #require(position("--ro-bind-try", "/srv", "/srv", in: list))
    let work = try #require(position("--bind", "/srv/work", "/srv/work", in: list))
    #expect(home < kube && kube < work && parent < work)
    let inside = "/run/gonogo/SSH_AUTH_SOCK"
    #expect(position("--ro-bind-try", "/run/docker.sock", "/run/docker.sock", in: list) != nil)
    #expect(position("--ro-bind-try", "/tmp/ssh-x/agent", inside, in: list) != nil)
    #expect(position("--setenv", "SSH_AUTH_SOCK", inside, in: list) != nil)
    #expect(
      position("--setenv", "DOCKER_HOST", "unix:///run/gonogo/DOCKER_HOST", in: list) != nil)
  }

  @Test func hidesTheRunsInWhatIsGrantedToo() {
    let list = list(existing: ["/home/ann/all/runs"]) {
      $0.shares = [
        FolderBinding(host: "/home/ann/all", inside: "/home/ann/all", isReadOnly: true)
      ]
      $0.hiddenFolders = ["/home/ann/all/runs"]
    }
    #expect(position("--tmpfs", "/home/ann/all/runs", in: list) != nil)
  }

  @Test func mountsInAnOrderThatHolds() throws {
    let list = list { $0.hiddenFolders = ["/srv/work/output"] }
    let home = try #require(position("--tmpfs", "/home/ann", in: list))
    let temporary = try #require(position("--tmpfs", "/tmp", in: list))
    let work = try #require(position("--bind", "/srv/work", "/srv/work", in: list))
    let root = try #require(position("--remount-ro", "/", in: list))
    #expect(home < work && temporary < work && work < root)
  }

  @Test func sharesTheTemporaryFolderOfARun() {
    let list = list { $0.temporaryFolder = "/var/run-1" }
    #expect(position("--bind", "/var/run-1", "/tmp", in: list) != nil)
    #expect(position("--tmpfs", "/tmp", in: list) == nil)
  }

  @Test(
    arguments: [
      (false, [], []), (false, ["/srv/work/.git"], ["--ro-bind /srv/work/.git"]),
      (
        true,
        ["/srv/work/.git", "/srv/work/.git/.", "/srv/work/.git/hooks", "/srv/work/.git/config"],
        [
          "--bind /srv/work/.git", "--ro-bind /srv/work/.git/hooks",
          "--ro-bind /srv/work/.git/config",
        ]
      ),
      // What is missing must not be made.
      (
        true, ["/srv/work/.git", "/srv/work/.git/."],
        ["--bind /srv/work/.git", "--ro-bind /dev/null", "--tmpfs /srv/work/.git/hooks"]
      ),
      // A work tree whose repository is elsewhere.
      (true, ["/srv/work/.git"], ["--ro-bind /srv/work/.git"]),
    ] as [(Bool, Set<String>, [String])])
  func guardsTheRepository(writesGit: Bool, existing: Set<String>, expected: [String]) {
    let list = list(writesGit: writesGit, existing: existing)
    let mounts = zip(list, list.dropFirst()).map { "\($0) \($1)" }.filter { mount in
      expected.contains(mount)
        || mount.contains(".git")
          && ["--bind ", "--ro-bind ", "--tmpfs "].contains { mount.hasPrefix($0) }
    }
    #expect(Set(mounts) == Set(expected))
  }

  @Test func guardsTheRepositoryOfABinding() {
    let list = list(existing: ["/data/repo/.git"]) {
      $0.bindings = [
        FolderBinding(host: "/data/repo", inside: "/srv/repo", isReadOnly: false),
        FolderBinding(host: "/data/ro", inside: "/data/ro", isReadOnly: true),
      ]
    }
    #expect(position("--bind", "/data/repo", "/srv/repo", in: list) != nil)
    #expect(position("--ro-bind", "/data/repo/.git", "/srv/repo/.git", in: list) != nil)
    #expect(position("--ro-bind", "/data/ro", "/data/ro", in: list) != nil)
  }

  @Test func protectsTheDocumentAndHidesTheRuns() {
    let list = list(existing: ["/srv/work/a.md", "/srv/work/output"]) {
      $0.protectedFiles = ["/srv/work/a.md", "/srv/work/missing.yaml", "/etc/x.md"]
      $0.hiddenFolders = ["/srv/work/output"]
    }
    #expect(position("--ro-bind", "/srv/work/a.md", "/srv/work/a.md", in: list) != nil)
    #expect(!list.contains("/srv/work/missing.yaml"))
    #expect(
      position("--tmpfs", "/srv/work/output", "--remount-ro", "/srv/work/output", in: list) != nil)
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/", true),
    ("/b", "/a", false),
  ])
  func knowsWhatLiesInside(path: String, folder: String, isInside: Bool) {
    #expect(HostPath.isInside(path, folder) == isInside)
  }
}
