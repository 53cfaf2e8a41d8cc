import GonogoStore
import Testing

@Suite struct DocumentPathsTests {
  @Test(arguments: [
    ("tracing-preflight.md", "tracing-preflight", ".", "tracing-preflight.gonogo.yaml"),
    ("docs/a b.v2.MD", "a b.v2", "docs", "docs/a b.v2.gonogo.yaml"),
    ("/x.markdown", "x", "/", "/x.gonogo.yaml"),
    ("../README", "README", "..", "../README.gonogo.yaml"),
    (".md", ".md", ".", ".md.gonogo.yaml"), ("./-r.md", "-r", ".", "./-r.gonogo.yaml"),
    ("checks/发布.md", "发布", "checks", "checks/发布.gonogo.yaml"),
  ])
  func namesWhatFollowsFromThePath(
    _ source: String, _ name: String, _ folder: String, _ sidecar: String
  ) throws {
    let paths = try DocumentPaths(source: source)
    #expect(paths.name == name)
    #expect(paths.folder == folder)
    #expect(paths.sidecar == sidecar)
  }

  @Test(arguments: ["", "/", "docs/", ".", "..", "docs/..", "a\0.md"])
  func refusesPathsWithoutAFileName(_ source: String) {
    #expect(throws: StoreError.self) { _ = try DocumentPaths(source: source) }
  }
}
