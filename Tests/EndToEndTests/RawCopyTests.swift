import Foundation
import Testing

extension EndToEnd {
  /// What `--keep-raw` keeps of databases.
  @Suite struct RawCopyTests {
    @Test func holdsAnswersAndErrorsOfADatabase() throws {
      let scenario = try Scenario()
      let raw = scenario.folder + "/raw"
      let document = try scenario.write(
        "# A\n\n```sql\nSELECT no_such_thing;\n```\n\n"
          + "```sql\nSELECT 'kept-' || 7 AS answer;\n```\n", "d.md")
      _ = try scenario.run(document, ["--approve", "all", "--keep-raw", raw])
      let kept = try Child.bash("cd \"$1\" && cat 2.1.out && cat 1.1.err", [raw]).output
      #expect(kept.contains("kept-7") && kept.contains("no_such_thing"), "\(kept)")
    }
  }
}
