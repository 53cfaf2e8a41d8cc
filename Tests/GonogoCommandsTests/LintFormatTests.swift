import Foundation
import GonogoCore
import Testing

@testable import GonogoCommands

struct LintFormatTests {
  private func report(_ diagnostics: [Diagnostic], _ text: String = "", secrets: [String] = [])
    -> LintReport
  {
    var report = LintReport()
    report.add(
      "a b.md", diagnostics, sources: [Document(path: "a b.md", bytes: Array(text.utf8))],
      secrets: secrets)
    return report
  }

  private func finding(
    _ severity: Diagnostic.Severity, _ code: String, line: Int, column: Int = 1,
    message: String = "no"
  ) -> Diagnostic {
    Diagnostic(
      severity, code: code, message, cure: "yes", file: "a b.md",
      at: SourceLocation(line: line, column: column))
  }

  @Test func ordersByPlaceAndDropsWhatIsTheSame() {
    let report = report([
      finding(.note, "b", line: 3), finding(.error, "a", line: 3), finding(.warning, "c", line: 1),
      finding(.warning, "c", line: 1),
    ])
    #expect(report.findings.map(\.code) == ["c", "a", "b"])
    #expect(report.counts == "1 error, 1 warning, 1 note")
    #expect(self.report([]).counts == "nothing found")
  }

  @Test func escapesWhatEndsAWorkflowCommand() {
    let diagnostic = Diagnostic(
      .warning, code: "x", "50%\r\nof a:b,c", cure: nil, file: "a,b:c%.md",
      at: SourceLocation(line: 2, column: 7))
    #expect(
      LintGitHub.line(diagnostic)
        == "::warning file=a%2Cb%3Ac%25.md,line=2,col=7,title=x::50%25%0D%0Aof a:b,c")
    let whole = Diagnostic(.note, code: "y", "n", cure: "c", file: "f")
    #expect(LintGitHub.line(whole) == "::notice file=f,title=y::n%0Acure: c")
  }

  @Test func givesJSONOfVersionOne() throws {
    let text = LintJSON(report: report([finding(.error, "nul-byte", line: 2)])).json().compact
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["v"] as? Int == 1)
    #expect(json["errors"] as? Int == 1)
    let first = try #require((json["findings"] as? [[String: Any]])?.first)
    #expect(first["code"] as? String == "nul-byte")
    #expect(first["line"] as? Int == 2)
  }

  /// What the schema of SARIF 2.1.0 asks of each object.
  @Test func givesSARIFAsItsSchemaWantsIt() throws {
    let report = report(
      [
        finding(.error, "nul-byte", line: 1, column: 4), finding(.note, "SC2086", line: 2),
        finding(.warning, "nul-byte", line: 2),
        Diagnostic(.error, code: "unreadable-file", "m", cure: nil, file: "/x/ü.md"),
      ], "e\u{301}🇩🇪xy\nb\n")
    let text = LintSARIF(report).json().compact
    let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["version"] as? String == "2.1.0")
    #expect((json["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "gonogo")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["SC2086", "nul-byte", "unreadable-file"])
    for rule in rules {
      #expect(((rule["shortDescription"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 4)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let place = try #require(
        (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(URL(string: uri) != nil && !uri.contains(" "))
      if let region = place["region"] as? [String: Any] {
        #expect((region["startLine"] as? Int ?? 0) >= 1)
        #expect((region["startColumn"] as? Int ?? 0) >= 1)
      }
    }
    // Two signs of two code points each stand before the fourth character's `y`… and the `x`.
    let first = try #require(
      (results.compactMap { $0["locations"] as? [[String: Any]] }.first?.first?[
        "physicalLocation"] as? [String: Any])?["region"] as? [String: Any])
    #expect(first["startColumn"] as? Int == 6)
    #expect(LintSARIF.uri("/x/ü.md") == "file:///x/%C3%BC.md")
  }

  @Test func hidesSecretsInEveryForm() {
    let report = report(
      [finding(.warning, "x", line: 1, message: "see Hunter22 and Hunter22x")],
      "run -p Hunter22x\n", secrets: ["Hunter22", "Hunter22x"])
    #expect(report.findings.map(\.message) == ["see ••• and •••"])
    #expect(SecretMask(report.secrets).hidden("a Hunter22x b") == "a ••• b")
  }

  @Test(arguments: [("a", 1), ("请", 2), ("é", 1), ("✅", 2), ("ｱ", 1), ("：", 2), ("", 0)])
  func knowsHowWideATextIs(text: String, width: Int) {
    #expect(VisibleText.width(text) == width)
  }
}
