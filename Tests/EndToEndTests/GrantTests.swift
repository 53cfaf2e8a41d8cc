import Foundation
import Testing

/// What the operator grants to commands, with a home of its own.
@Suite(.serialized) struct GrantTests {
  private static let document = """
    # Cluster

    ## 1. Look

    ```bash
    # See the cluster
    kubectl get nodes
    ```

    ## 2. Wait

    ```bash
    # Wait a little
    sleep 2
    ```

    ## 3. Look again

    ```bash
    # See it again
    kubectl get nodes
    ```

    """
  /// Reads its file, and must not be able to change it.
  private static let program = """
    #!/bin/sh
    cat "$HOME/.kube/config" || exit 1
    echo "token: ${GH_TOKEN-none}"
    ! echo changed 2>/dev/null >"$HOME/.kube/config"

    """

  private let folder: Workplace
  private let environment: [String: String]
  private var home: String { folder.path + "/../home" }

  init() throws {
    folder = try Workplace()
    var environment = Child.environment
    let base = URL(fileURLWithPath: folder.path).deletingLastPathComponent().path
    environment["HOME"] = base + "/home"
    environment["PATH"] = "\(folder.path)/bin:\(Child.environment["PATH"] ?? "")"
    self.environment = environment
    try FileManager.default.createDirectory(
      atPath: base + "/home/.kube", withIntermediateDirectories: true)
    try folder.write("cluster: blue\n", "../home/.kube/config")
    try folder.bash("mkdir bin")
    try folder.write(Self.program, "bin/kubectl")
    try folder.bash("chmod +x bin/kubectl")
    try folder.write(Self.document, "cluster.md")
  }

  private func gonogo(_ arguments: [String]) throws -> Child.End {
    try Child(Product.path, arguments, in: folder.path, environment: environment).wait()
  }

  private func run(_ arguments: [String]) throws -> Child.End {
    let all = ["run", "cluster.md", "--operator", "Ada", "--non-interactive"]
    return try gonogo(all + arguments)
  }

  private func kept(_ name: String) throws -> String {
    try folder.bash("cat output/cluster/*/\(name)").output
  }

  @Test func whatIsNotGrantedIsHiddenAndTheFailureSaysSo() throws {
    let end = try run([])
    #expect(end.status == 1, "\(end.text)")
    let sentence = "kubectl needs ~/.kube, which is hidden: --grant kubectl"
    #expect(end.output.contains(sentence), "\(end.text)")
    #expect(!end.text.contains("cluster: blue"))
    #expect(try kept("run.json").contains(sentence))
    #expect(try kept("journal.jsonl").contains(#""grants":[]"#))
  }

  @Test(arguments: [["--grant", "kubectl"], ["--share"]])
  func whatIsGrantedIsReadAndNotWritten(words: [String]) throws {
    let path = words == ["--share"] ? [(environment["HOME"] ?? "") + "/.kube"] : []
    let end = try run(words + path)
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("cluster: blue"))
    #expect(end.output.contains("granted "))
    let content = try String(contentsOfFile: home + "/.kube/config", encoding: .utf8)
    #expect(content == "cluster: blue\n")
    let page = try kept("cluster.completed.md")
    #expect(page.contains("| Granted |"), "\(page)")
    #expect(try kept("journal.jsonl").contains(#""grants":[{"how":"\#(words[0])"#))
    #expect(try kept("run.json").contains(#""grants""#))
  }

  @Test func aGrantedSecretIsHiddenInWhatIsPrinted() throws {
    var environment = environment
    environment["GH_TOKEN"] = "plain words 12345"
    let end = try Child(
      Product.path,
      [
        "run", "cluster.md", "--operator", "Ada", "--non-interactive", "--grant", "gh", "--grant",
        "kubectl",
      ], in: folder.path, environment: environment
    ).wait()
    #expect(end.status == 0, "\(end.text)")
    #expect(!end.text.contains("plain words 12345"))
    #expect(
      try !folder.bash("cat output/cluster/*/* output/cluster/*/evidence/*").output
        .contains("plain words 12345"))
    #expect(try kept("run.json").contains("GH_TOKEN"))
  }

  @Test func nothingInTheDocumentOrItsSidecarGrants() throws {
    try folder.write(
      "---\ngonogo:\n  grant: [kubectl]\n  grants: [kubectl]\n---\n\n<!-- gonogo: grant kubectl -->\n\n"
        + Self.document, "cluster.md")
    let end = try run([])
    #expect(end.status != 0)
    #expect(!end.text.contains("cluster: blue"))
    try folder.write(Self.document, "cluster.md")
    try folder.write("version: 1\ngrants: [kubectl]\n", "cluster.gonogo.yaml")
    #expect(try run([]).status != 0)
    #expect(try !folder.bash("cat output/cluster/*/evidence/*").output.contains("cluster: blue"))
  }

  @Test func thePlanSaysWhatIsNeededAndGranted() throws {
    let open = try gonogo(["plan", "cluster.md"])
    #expect(open.output.contains("? kubectl needs ~/.kube, which is hidden: --grant kubectl"))
    #expect(open.output.contains("kubectl  not granted: ~/.kube"))
    let given = try gonogo(["plan", "cluster.md", "--grant", "kubectl"])
    #expect(given.output.contains("✔ granted kubectl: ~/.kube"))
    #expect(!given.output.contains("which is hidden"))
    let json = try gonogo(["plan", "cluster.md", "--format", "json", "--grant", "kubectl"])
    let value = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let grants = try #require(value["grants"] as? [[String: Any]])
    #expect(grants.count == 1)
    #expect(grants.first?["name"] as? String == "kubectl")
    #expect(grants.first?["granted"] as? Bool == true)
    #expect(grants.first?["shows"] as? [String] == ["~/.kube"])
    let commands = try #require(value["commands"] as? [[String: Any]])
    let first = try #require((commands.first?["grants"] as? [[String: Any]])?.first)
    #expect(first["granted"] as? Bool == true)
    #expect(first["missing"] as? Bool == false)
  }

  @Test(arguments: [
    ("--share .", "commands write in"), ("--share /", "holds your whole home"),
    ("--share ../home", "holds your whole home"), ("--share ..", "holds your whole home"),
    ("--share ../none", "it does not exist"), ("--share /dev/null", "neither a file nor a folder"),
    ("--share /proc/self", "commands have their own"), ("--share ../fifo", "neither a file"),
    ("--share ../root", "holds your whole home"), ("--grant root", "there is no grant of this"),
    ("--share ../home/runs/cluster --output ../home/runs", "runs are kept there"),
    ("--share ../home/.kube --sandbox none", "--share needs a sandbox"),
  ])
  func refusesWithAReason(words: String, reason: String) throws {
    try folder.bash("mkfifo ../fifo; ln -s / ../root; mkdir -p ../home/runs/cluster")
    let end = try run(words.split(separator: " ").map(String.init))
    #expect(end.status == 64, "\(end.text)")
    #expect(end.errors.contains(reason), "\(end.text)")
  }

  @Test func aLinkIsFollowedToWhereItMayLead() throws {
    try folder.bash("mv ../home/.kube ../home/real; ln -s real ../home/.kube")
    let good = try run(["--grant", "kubectl"])
    #expect(good.status == 0, "\(good.text)")
    #expect(good.output.contains("~/.kube (that is "))
    try folder.bash("mkdir kube; rm ../home/.kube; ln -s ../work/kube ../home/.kube")
    let bad = try run(["--grant", "kubectl"])
    #expect(bad.status == 64, "\(bad.text)")
    #expect(bad.errors.contains("could exchange it"))
  }

  @Test func isAskedForBeforeTheRunAndKeptWhenItIsResumed() throws {
    try granted(answering: "y")
    let end = try gonogo(["resume", "--non-interactive"])
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("granted kubectl (asked): ~/.kube"))
    #expect(try kept("cluster.completed.md").contains("kubectl (asked): "))
  }

  @Test func isNotGrantedByAnythingButYes() throws {
    try granted(answering: "")
    let end = try gonogo(["resume", "--non-interactive"])
    #expect(end.status == 1, "\(end.text)")
    #expect(end.output.contains("--grant kubectl"))
    #expect(!end.output.contains("granted kubectl"))
  }

  /// Answers the question, and kills the run while it waits.
  private func granted(answering answer: String) throws {
    let terminal = try PseudoTerminal(
      Product.path, ["run", "cluster.md", "--operator", "Ada"], in: folder.path,
      environment: environment)
    try terminal.wait(for: "kubectl needs what commands are not given: ~/.kube")
    try terminal.wait(for: "[y/N]")
    terminal.type(answer)
    try terminal.wait(for: "sleep 2")
  }

  @Test func theOptionIsKeptWhenItIsResumed() throws {
    let child = try Child(
      Product.path,
      ["run", "cluster.md", "--operator", "Ada", "--non-interactive", "--grant", "kubectl"],
      in: folder.path, environment: environment)
    for _ in 0..<2000 {
      let text = (try? kept("journal.jsonl")) ?? ""
      if text.contains(#""command":1,"#), text.contains(#""ev":"start""#) { break }
      usleep(5000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    let end = try gonogo(["resume", "--non-interactive"])
    #expect(end.status == 0, "\(end.text)")
    #expect(end.output.contains("granted kubectl (--grant kubectl): ~/.kube"))
  }
}
