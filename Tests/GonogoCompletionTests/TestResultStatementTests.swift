import GonogoCore
import Testing

@testable import GonogoCompletion

struct TestResultStatementTests {
  private func result(_ decision: String, _ verdicts: [String], kind: String = "item") -> String? {
    let record: JSONValue = [
      "decision": .string(decision),
      "claims": .array(
        verdicts.map { ["line": 1, "text": "t", "kind": .string(kind), "verdict": .string($0)] }),
    ]
    return TestResultStatement.json(record, name: "d", digest: "aa")["predicate"]?["result"]?
      .stringValue
  }

  /// No PASSED beside anything that failed, whatever the document's own rule makes of it.
  @Test(arguments: [
    ("GO", ["pass"], "PASSED"), ("GO", ["pass", "unknown"], "PASSED"),
    ("GO", ["pass", "fail"], "WARNED"), ("CONDITIONAL GO", ["pass"], "WARNED"),
    ("NO-GO", ["pass"], "FAILED"), ("?", ["pass"], "FAILED"),
  ])
  func saysHowItWent(decision: String, verdicts: [String], wanted: String) {
    #expect(result(decision, verdicts) == wanted)
  }

  @Test func aTriggerThatHoldsIsAWarning() {
    #expect(result("GO", ["pass"], kind: Claim.Kind.trigger.rawValue) == "WARNED")
    #expect(result("GO", ["fail"], kind: Claim.Kind.trigger.rawValue) == "PASSED")
  }
}
