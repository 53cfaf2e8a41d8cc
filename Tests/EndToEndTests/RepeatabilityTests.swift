import Foundation
import Testing

/// The same input and the same evidence give the same document.
@Suite struct RepeatabilityTests {
  private static let checklist = """
    # Twice

    ## 1. Numbers

    ```bash
    # Say the numbers
    printf 'latency: 12 ms\\nsize: 3 MB\\n'

    # Fail
    echo "no such thing" >&2; false
    ```

    - [ ] Latency below 20 ms
    - [ ] Size below 2 MB
    - [ ] Somebody looked
    - Latency: ____ ms
    - Size: ____ MB

    ## Decision

    ### GO if all of these hold:
    - [ ] Numbers are fine

    **Date**: ____
    **Decision**: ____

    """

  @Test func givesTheSameDocumentTwice() throws {
    let folder = try Workplace()
    try folder.write(Self.checklist, "twice.md")
    var documents: [String] = []
    for _ in 1...2 {
      let end = try folder.gonogo([
        "run", "twice.md", "--approve", "all", "--non-interactive", "--operator", "ada@example.org",
      ])
      #expect(end.status == 1)
    }
    let runs = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/output/twice")
    try #require(runs.count == 2)
    for run in runs {
      let path = "\(folder.path)/output/twice/\(run)/twice.completed.md"
      documents.append(Self.timeless(try String(contentsOfFile: path, encoding: .utf8)))
    }
    #expect(documents[0] == documents[1])
    #expect(documents[0].contains("- Latency: 12 ms"))
    try #expect(folder.bash("cat twice.md").output == Self.checklist)
  }

  /// `text` without run identifiers, times, durations and the journal's head, which holds times.
  private static func timeless(_ text: String) -> String {
    [
      (#"\d{8}T\d{6}Z-[0-9a-f]{6}"#, "RUN"), (#"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"#, "TIME"),
      (#"\| \d+(\.\d+)? m?s \|"#, "| DURATION |"), (#""ms":\d+"#, "\"ms\":0"),
      (#""head":"[0-9a-f]{64}""#, "HEAD"), (#"head `[0-9a-f]{64}`"#, "HEAD"),
    ].reduce(text) { text, rule in
      text.replacingOccurrences(of: rule.0, with: rule.1, options: .regularExpression)
    }
  }
}
