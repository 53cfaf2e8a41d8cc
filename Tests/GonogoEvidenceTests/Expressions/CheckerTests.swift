import GonogoCore
import GonogoEvidence
import Testing

/// Faults that show before anything has run.
struct CheckerTests {
  @Test(arguments: [
    ("pass when 500 ms < 1 GB", [17, 17]), ("pass when 5", [10]), ("pass when \"x\"", [10]),
    ("pass when exit(\"a\")", [10]), ("pass when output(\"a\")", [10]),
    ("pass when exit(\"a\") == 5%", [20]), ("pass when x + \"a\" < 5", [12]),
    ("pass when passed(\"a\") > 3", [22]), ("pass when output(\"a\") < \"b\"", [22]),
    ("pass when passed(\"a\") and 5", [26]), ("pass when x / 0 > 1", [12]),
    ("pass when x < 5 and (y < 3 or false)", [30]),
    ("pass when x within 5 GB of 3 s", [12]), ("pass when exit(\"a\") matches \"1\"", [20]),
    ("record 5", [7]), ("record x of 5", []), ("record 5 ms of x", [12]), ("record x", []),
    ("pass when x", []), ("pass when sql(\"q\") == true", []), ("ask", []), ("skip", []),
    ("pass when x < 5% of y and not passed(\"z\")", []), ("record -passed(\"z\")", [7]),
  ])
  func findsFaultsWithoutEvidence(text: String, offsets: [Int]) throws {
    let faults = Checker.faults(in: try DirectiveParser.parse(text))
    #expect(faults.map(\.offset) == offsets, "\(faults)")
  }

  @Test func reportsEveryNameThatDoesNotExist() throws {
    let scope = ExpressionScope(
      captures: { _, name, _ in
        name == "known" ? .notYet("not run") : .none(nearest: ["known"])
      },
      passed: { $0 == "A" ? .notYet("not run") : .ambiguous(["1. \($0)", "2. \($0)"]) })
    let directive = try DirectiveParser.parse(
      "pass when known < 5 and knwon < 3 and passed(\"A\") and passed(\"B\")"
        + " and sql(\"never run\") == 1")
    let faults = Checker.faults(in: directive, names: scope)
    #expect(faults.map(\.offset) == [24, 54])
    #expect(faults.first?.cure == "did you mean `known`?")
    #expect(faults.last?.cure?.contains("1. B, 2. B") == true)
  }
}
