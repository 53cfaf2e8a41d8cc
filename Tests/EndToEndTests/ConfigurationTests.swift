import Foundation
import Testing

/// A file of standing grants, outside of any checklist.
@Suite(.serialized) struct ConfigurationTests {
  private static let document = """
    # Cluster

    ```bash
    # See the cluster
    kubectl get nodes
    ```

    """
  private static let program = """
    #!/bin/sh
    cat "$HOME/.kube/config" || exit 1
    echo "region: ${REGION-none}"; cat "$HOME/notes" 2>/dev/null || echo "no notes"

    """

  private let folder: Workplace
  private let base: String
  private var environment: [String: String]
  private var standard: String { base + "/home/.config/gonogo/config.yaml" }

  init() throws {
    folder = try Workplace()
    base =
      URL(fileURLWithPath: folder.path).deletingLastPathComponent()
      .resolvingSymlinksInPath().path
    environment = Child.environment
    environment["HOME"] = base + "/home"
    environment["PATH"] = "\(folder.path)/bin:\(Child.environment["PATH"] ?? "")"
    environment["REGION"] = "north"
    try folder.bash(
      "umask 022; mkdir -p bin ../home/.kube ../home/.config/gonogo ../team; echo remember >../home/notes"
    )
    try folder.write("cluster: blue\n", "../home/.kube/config")
    try folder.write(Self.program, "bin/kubectl")
    try folder.bash("chmod +x bin/kubectl")
    try folder.write(Self.document, "cluster.md")
  }

  private func gonogo(_ arguments: [String], _ more: [String: String] = [:]) throws -> Child.End {
    try Child(
      Product.path, arguments, in: folder.path, environment: environment.merging(more) { $1 }
    ).wait()
  }

  private func run(_ arguments: [String] = [], _ more: [String: String] = [:]) throws -> Child.End {
    try gonogo(
      ["run", "cluster.md", "--operator", "Ada", "--non-interactive"] + arguments, more)
  }

  private func write(_ text: String, _ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    try folder.bash("chmod 644 '\(path)'")
  }

  private static let all =
    "version: 1\ngrants: [kubectl, aws]\nshare: [~/notes, ~/gone]\nenv: [REGION, UNSET]\n"

  @Test(arguments: ["home", "xdg", "option"])
  func grantsWhatIsUsedAndSaysSo(_ place: String) throws {
    var (options, variables): ([String], [String: String]) = ([], [:])
    var path = standard
    switch place {
    case "xdg":
      path = base + "/settings/gonogo/config.yaml"
      variables["XDG_CONFIG_HOME"] = base + "/settings"
    case "option":
      path = base + "/team/grants.yaml"
      options = ["--config", "../team/grants.yaml"]
    default: break
    }
    try write(Self.all, path)
    let end = try run(options, variables)
    #expect(end.status == 0, "\(end.text)")
    for printed in ["cluster: blue", "region: north", "remember"] {
      #expect(end.output.contains(printed), "\(end.text)")
    }
    let shown = place == "home" ? "~/.config/gonogo/config.yaml" : path
    for line in [
      "granted kubectl (by configuration \(shown)): ~/.kube",
      "granted ~/notes (by configuration \(shown)): ~/notes",
      "granted ~/gone (by configuration \(shown)): nothing of it is on this machine",
      "granted env (by configuration \(shown)): REGION",
      "not granted, since no command here names it: aws (by configuration \(shown))",
    ] {
      #expect(end.output.contains(line), "\(line) in \(end.output)")
    }
    let page = try folder.bash("cat output/cluster/*/cluster.completed.md").output
      .replacingOccurrences(of: "\\~", with: "~")
    #expect(page.contains("kubectl (by configuration \(shown)): ~/.kube"))
    let digest = try folder.bash("sha256sum '\(path)'").output.prefix(64)
    #expect(page.contains("| Configuration | \(shown), sha256 `\(digest)` |"), "\(page)")
    let journal = try folder.bash("cat output/cluster/*/journal.jsonl").output
    #expect(journal.contains(#""configuration_sha256":"\#(digest)""#))
    #expect(journal.contains(#""how":"by configuration \#(shown)""#))
    let plan = try gonogo(["plan", "cluster.md"] + options, variables)
    #expect(plan.output.contains("✔ granted kubectl: ~/.kube"))
  }

  @Test func isLeftOutWhenToldTo() throws {
    try write(Self.all, standard)
    let end = try run(["--no-config"])
    #expect(end.status == 1)
    #expect(!end.output.contains("by configuration"))
    #expect(!end.output.contains("cluster: blue"))
  }

  /// Nothing that a repository brings along is read by itself.
  @Test(arguments: [
    "config.yaml", "gonogo.yaml", ".gonogo/config.yaml", "gonogo/config.yaml",
    ".config/gonogo/config.yaml",
  ])
  func isNotLookedForBesideTheChecklist(name: String) throws {
    try write(Self.all, folder.path + "/" + name)
    let end = try run()
    #expect(end.status == 1, "\(end.text)")
    #expect(!end.output.contains("cluster: blue") && !end.output.contains("by configuration"))
  }

  @Test func doesNotCountWhereCommandsOrTheChecklistAre() throws {
    try write(Self.all, folder.path + "/settings/gonogo/config.yaml")
    let led = try run([], ["XDG_CONFIG_HOME": folder.path + "/settings"])
    #expect(led.status == 64, "\(led.text)")
    #expect(led.errors.contains("could grant themselves more"), "\(led.errors)")
    let given = try run(["--config", "settings/gonogo/config.yaml"])
    #expect(given.status == 64, "\(given.text)")
    try folder.bash("ln -s \"$PWD/settings/gonogo/config.yaml\" ../team/link.yaml")
    #expect(try run(["--config", "../team/link.yaml"]).status == 64, "a link leads there")

    // Beside a checklist that lies elsewhere, where no command writes.
    try folder.bash("mkdir -p ../docs; cp cluster.md ../docs; cp -r settings/gonogo ../docs/gonogo")
    let arguments = [
      "run", "../docs/cluster.md", "--operator", "Ada", "--non-interactive",
    ]
    let beside = try gonogo(arguments, ["XDG_CONFIG_HOME": base + "/docs"])
    #expect(beside.status == 64)
    #expect(beside.errors.contains("with what it would be for"), "\(beside.errors)")
    let named = try gonogo(arguments + ["--config", "../docs/gonogo/config.yaml"])
    #expect(named.status == 0, "the operator may name it: \(named.text)")
    #expect(try !folder.bash("ls output/cluster").output.isEmpty)
  }

  @Test(arguments: [
    ("chmod g+w", "its group can write it"), ("chmod o+w", "everybody can write it"),
    ("chown 12345", "it belongs to user 12345"),
  ])
  func doesNotCountWhereOthersCouldWriteIt(command: String, why: String) throws {
    try write(Self.all, standard)
    if try folder.bash("\(command) '\(standard)'").status != 0 { return }
    let end = try run()
    #expect(end.status == 64, "\(end.text)")
    #expect(end.errors.contains("does not count: \(why)"), "\(end.errors)")
  }

  @Test(arguments: [
    ("version: 1\ngrants: [kubctl]\n", "config.yaml:2:10: there is no grant called “kubctl”"),
    ("version: 1\nshare: [~]\n", "config.yaml:2:9: "),
    ("version: 1\nshare: [/proc/self]\n", ":2:9: "),
    ("version: 1\ngrnts: []\n", "config.yaml:2:1: error: the key `grnts` is not known here"),
    ("version: 1\nenv: [A-B]\n", "config.yaml:2:7: error: "), ("version: 3\n", "config.yaml:1:1: "),
    ("grants: [\n", "config.yaml:2:1: error: "), ("\u{0}", "config.yaml:1:1: error: "),
  ])
  func pointsAtWhatIsWrong(text: String, message: String) throws {
    try write(text, standard)
    let end = try run()
    #expect([64, 65].contains(end.status), "\(end.text)")
    #expect(end.errors.contains(message), "\(end.errors)")
    #expect(try folder.bash("ls output").status != 0, "nothing was run")
  }

  @Test func saysThatItIsNotThere() throws {
    let end = try run(["--config", "../team/none.yaml"])
    #expect(end.status == 74)
    #expect(end.errors.contains("../team/none.yaml"))
    #expect(try run(["--config", "../team/none.yaml", "--no-config"]).status == 64)
  }

  /// A run goes on with the grants it was begun with, or not at all.
  @Test func mustBeTheSameWhenItIsResumed() throws {
    try write(Self.all, standard)
    try folder.write(
      Self.document + "\n```bash\n# Wait\nsleep 3\n```\n\n```bash\nkubectl get pods\n```\n",
      "cluster.md")
    let child = try Child(
      Product.path, ["run", "cluster.md", "--operator", "Ada", "--non-interactive"],
      in: folder.path, environment: environment)
    while try !folder.bash("cat output/*/*/journal.jsonl").output.contains(
      #""command":1,"ev":"start""#)
    {
      try #require(child.isRunning)
      usleep(10_000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    try write(Self.all + "# more\n", standard)
    let changed = try gonogo(["resume", "--non-interactive"])
    #expect(changed.status == 65)
    #expect(changed.errors.contains("the configuration is not what it was"), "\(changed.errors)")
    try folder.bash("mv '\(standard)' ../kept")
    #expect(try gonogo(["resume", "--non-interactive"]).status == 65)
    try write(Self.all, standard)
    let end = try gonogo(["resume", "--non-interactive"])
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("granted kubectl (by configuration "))
  }

  @Test func saysWhoseSignaturesCount() throws {
    try folder.bash("ssh-keygen -q -t ed25519 -N '' -f ../team/key -C ada@example.org")
    try folder.bash(
      "echo \"ada@example.org namespaces=\\\"gonogo-operator.v1\\\" $(cat ../team/key.pub)\" >../team/signers"
    )
    let made = try run([
      "--grant", "kubectl", "--sign", "../team/key", "--principal", "ada@example.org",
    ])
    #expect(made.status == 0, "\(made.text)")
    let signed = try String(folder.bash("ls output/*/*/cluster.signed.md").output.dropLast())
    #expect(try gonogo(["verify", signed]).status == 1)
    // Beside the file, wherever that is.
    try write("version: 1\nallowed_signers: signers\n", base + "/team/config.yaml")
    let good = try gonogo(["verify", signed, "--config", "../team/config.yaml"])
    #expect(good.status == 0, "\(good.text)")
    #expect(
      good.output.contains("signers, from the configuration ../team/config.yaml:2:18"),
      "\(good.output)")
    try write("version: 1\nallowed_signers: \(base)/team/signers\n", standard)
    #expect(try gonogo(["verify", signed]).status == 0)
    #expect(try gonogo(["verify", signed, "--no-config"]).status == 1)
    // It is led into what it looks at.
    try write(
      "version: 1\nallowed_signers: \(base)/team/signers\n", folder.path + "/x/gonogo/config.yaml")
    let led = try gonogo(["verify", signed], ["XDG_CONFIG_HOME": folder.path + "/x"])
    #expect(led.status == 64, "\(led.text)")
  }
}
