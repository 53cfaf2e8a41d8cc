import Foundation
import Testing

/// One story: a fresh copy of the demo repository, stand-ins with faults of their own, documents, and
/// a place for runs, all in a folder that goes with the value.
final class Scenario {
  let world: DemoWorld
  let folder: String
  /// Options between `run FILE` and those of a test.
  var options: [String] = []
  /// What gonogo is started with.
  var environment = Child.environment

  var repository: String { folder + "/beacon" }
  var output: String { folder + "/runs" }
  var documents: String { folder + "/documents" }

  /// A scenario in `world`, else in the world of the suite.
  init(in world: DemoWorld? = nil) throws {
    self.world = try #require(world ?? DemoWorld.current)
    folder = self.world.base + "/scenario-\(UUID().uuidString.prefix(8))"
    let made = try Child.bash(
      """
      set -e
      mkdir "$2" "$2/documents" "$2/faults" "$2/state" "$2/home"
      cp -a "$1/bin" "$1/beacon" "$2"
      """, [self.world.folder, folder])
    try #require(made.status == 0, "\(made.text)")
    environment["PATH"] = "\(folder)/bin:\(Child.environment["PATH"] ?? "")"
    environment["HOME"] = folder + "/home"
    environment["DATABASE_URL"] = self.world.databaseURL
    environment["DATABASE_URL_STAGING"] = self.world.stagingURL
    options = self.world.options.map { word in
      ["bin", "faults", "state"].reduce(word) {
        $0.replacingOccurrences(of: "\(self.world.folder)/\($1)", with: "\(folder)/\($1)")
      }
    }
    options += ["--output", output, "--operator", "ada@example.org"]
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Puts a fault in; the list is in Scripts/stand-ins/stand-in.
  func fault(_ name: String) {
    _ = FileManager.default.createFile(atPath: "\(folder)/faults/\(name)", contents: nil)
  }

  /// Writes `text` into a new document and returns its path.
  func write(_ text: String, _ name: String) throws -> String {
    let path = "\(documents)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Copies `preflight` into the documents, with its sidecar beside it when `isBound`.
  /// What destroys something in it is approved, too, unless it is not `isApproved`.
  func copy(_ preflight: Preflight, isBound: Bool, isApproved: Bool = true) throws -> String {
    let path = documents + "/tracing-preflight.md"
    try FileManager.default.copyItem(atPath: preflight.source, toPath: path)
    if isBound {
      try FileManager.default.copyItem(
        atPath: preflight.sidecar, toPath: documents + "/tracing-preflight.gonogo.yaml")
    }
    if isApproved { options += ["--approve", preflight.table.section] }
    if let place = preflight.expectedRepository { options += ["--bind", "\(repository):\(place)"] }
    return path
  }

  /// Starts `gonogo run DOCUMENT` in the repository, asking nothing.
  func start(_ document: String, _ arguments: [String] = []) throws -> Child {
    try Child(
      Product.path, ["run", document, "--non-interactive"] + options + arguments, in: repository,
      environment: environment)
  }

  /// Runs `document` to its end and reads what it left; the source must be as it was.
  func run(_ document: String, _ arguments: [String] = [], limit: Double = 60) throws -> FinishedRun
  {
    let before = try Self.state(of: document)
    let earlier = Set(runFolders(of: document))
    let end = try start(document, arguments).wait(limit: limit)
    let after = try Self.state(of: document)
    #expect(after == before, "the source was written")
    #expect(!end.wasStopped, "gonogo did not end by itself")
    let folder = runFolders(of: document).first { !earlier.contains($0) }
    return try FinishedRun(
      end: end, folder: try #require(folder, "no run was kept: \(end.text)"), source: document)
  }

  /// Runs gonogo with `arguments` in the repository.
  func gonogo(_ arguments: [String]) throws -> Child.End {
    try Child(Product.path, arguments, in: repository, environment: environment).wait()
  }

  /// The folders of the runs of `document`, oldest first.
  func runFolders(of document: String) -> [String] {
    let name = ((document as NSString).lastPathComponent as NSString).deletingPathExtension
    let runs = (try? FileManager.default.contentsOfDirectory(atPath: "\(output)/\(name)")) ?? []
    return runs.sorted().map { "\(output)/\(name)/\($0)" }
  }

  /// Content, mode and time of a file.
  private static func state(of path: String) throws -> String {
    let end = try Child.bash("sha256sum \"$1\" && stat -c '%a %Y %s %i' \"$1\"", [path])
    #expect(end.status == 0)
    return end.output
  }
}
