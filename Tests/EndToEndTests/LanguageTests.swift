import Foundation
import Testing

extension EndToEnd {
  /// Checklists in other languages, from the document to the decision.
  @Suite struct LanguageTests {
    static let languages = ["es", "de", "zh", "ja"]
    private static let latency = 12
    private static let errors = 13
    private static let limit = 15
    private static let boxes = [25, 26, 38, 39]
    private static let trigger = 43
    private static let decision = 45

    /// A copy of the checklist of `language` with what it reads, and one finished run of it.
    private func run(_ language: String, service: (String) -> String = { $0 }) throws -> FinishedRun
    {
      let place = try Workplace()
      let fixtures = Product.file("Tests/Fixtures/languages")
      for name in ["\(language).md", "\(language).answers.yaml"] {
        try FileManager.default.copyItem(
          atPath: "\(fixtures)/\(name)", toPath: "\(place.path)/\(name)")
      }
      let healthy = try String(contentsOfFile: "\(fixtures)/service.json", encoding: .utf8)
      try place.write(service(healthy), "service.json")
      try place.bash("mkdir files && touch files/a files/b files/c")
      let end = try place.gonogo([
        "run", "\(language).md", "--answers", "\(language).answers.yaml", "--non-interactive",
        "--output", "runs",
      ])
      let folder = try place.bash("ls -d runs/\(language)/*").output
      let run = try FinishedRun(
        end: end, folder: "\(place.path)/\(folder.trimmingCharacters(in: .whitespacesAndNewlines))",
        source: "\(place.path)/\(language).md")
      #expect(try place.bash("ls files | wc -l").output == "3\n", "the case for failures was run")
      return run
    }

    @Test(arguments: languages) func reachesAGo(_ language: String) throws {
      let run = try run(language)
      #expect(run.end.status == 0, "\(run.end.text)")
      #expect(run.report.decision == "GO", "\(run.report.reasons)")
      #expect(run.ticked == Set(Self.boxes))
      #expect(run.line(Self.latency).hasSuffix("38 ms"))
      #expect(run.line(Self.errors).hasSuffix(" 0") || run.line(Self.errors).hasSuffix("：0"))
      #expect(run.verdict(Self.limit) == "pass")
      #expect(run.verdict(Self.trigger) == "fail")
      #expect(run.line(Self.decision).hasSuffix(" GO"))
      #expect(run.line(Self.decision + 1).contains("20"))
      #expect(run.line(Self.decision + 2).hasSuffix("ada@example.org"))
    }

    @Test(arguments: languages) func seesALimitThatIsCrossed(_ language: String) throws {
      let run = try run(language) { $0.replacingOccurrences(of: "38", with: "380") }
      #expect(run.end.status == 1)
      #expect(run.report.decision == "NO-GO")
      #expect(run.verdict(Self.limit) == "fail")
      #expect(run.line(Self.decision).hasSuffix("NO-GO"))
      #expect(run.report.steps.allSatisfy { $0.line < 28 || $0.outcome == "notRun" })
    }
  }
}
