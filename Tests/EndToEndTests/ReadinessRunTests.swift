import Foundation
import Testing

/// Boxes in a section for a case that need not arise which speak of being ready: they are asked, and count.
@Suite struct ReadinessRunTests {
  private static let text =
    "# A\n\n## Check\n\n```bash\ntrue\n```\n\n## Rollback plan\n\n- [ ] Rollback tested in staging\n\n"
    + "```bash\ntouch undone\n```\n"

  private func run(_ text: String, _ answers: String?) throws -> Child.End {
    let folder = try Workplace()
    try folder.write(text, "a.md")
    var arguments = ["run", "a.md", "--non-interactive", "--operator", "Ada", "--output", "runs"]
    if let answers {
      try folder.write(answers, "answers.yaml")
      arguments += ["--answers", "answers.yaml"]
    }
    let end = try folder.gonogo(arguments)
    #expect(try folder.bash("ls undone 2>/dev/null || true").text.isEmpty)
    return end
  }

  @Test func holdOpenUntilTheyAreAnswered() throws {
    #expect(try run(Self.text, nil).text.contains("Decision: NO-GO"))
    let answers =
      "version: 1\noperator: Ada\nsections:\n  Rollback plan:\n    Rollback tested in staging: yes\n"
    let end = try run(Self.text, answers)
    #expect(end.text.contains("Decision: GO"), "\(end.text)")
  }

  @Test func countNothingElseOfTheCase() throws {
    let order = Self.text.replacing("Rollback tested in staging", with: "Restore the service")
    #expect(try run(order, nil).text.contains("Decision: GO"))
    let state = Self.text.replacing("Rollback tested in staging", with: "Service restored")
    let end = try run(state, nil)
    #expect(
      end.text.contains("Decision: NO-GO") && end.text.contains("“Service restored”"), "\(end.text)"
    )
  }
}
