import GonogoCore
import GonogoEvidence
import Testing

/// Directive texts read, and read wrong.
struct DirectiveParserTests {
  @Test(arguments: [
    ("record avg_duration_seconds", "record avg_duration_seconds"),
    (
      "  pass   when\n active<50 % of sql(\"SHOW max_connections\") ",
      "pass when active < 50% of sql(\"SHOW max_connections\")"
    ),
    ("fail when db_size > 5GB", "fail when db_size > 5 GB"),
    ("fail when (db_size > 5000 MB)", "fail when db_size > 5000 MB"),
    (
      "pass when \"1. Database Health Check\".active == 1",
      "pass when `1. Database Health Check`.active == 1"
    ),
    ("record mean_exec_time[1]", "record mean_exec_time[1]"),
    ("record a.b[0].c", "record a.b[0].c"),
    ("record `db-size`", "record `db-size`"),
    ("record `a\\`b`", "record `a\\`b`"),
    ("record `not`", "record `not`"),
    (
      "pass when passed(\"Tests\") and exit(\"go test ./...\") == 0",
      "pass when passed(\"Tests\") and exit(\"go test ./...\") == 0"
    ),
    (
      "pass when output(\"git status\") contains \"nothing to commit\"",
      "pass when output(\"git status\") contains \"nothing to commit\""
    ),
    (
      "pass when output(\"v\") matches \"^v\\d+\\.\"",
      "pass when output(\"v\") matches \"^v\\\\d+\\\\.\""
    ),
    (
      "pass when avg within 5% of baseline(\"avg\")",
      "pass when avg within 5% of baseline(\"avg\")"
    ),
    ("pass when a within (2 ms) of b", "pass when a within 2 ms of b"),
    ("pass when not (a < 1 or b < 2) and c", "pass when not (a < 1 or b < 2) and c"),
    ("record (a + b) * 2 - -c / (d - e - f)", "record (a + b) * 2 - -c / (d - e - f)"),
    ("record a - (b - c)", "record a - (b - c)"),
    ("record 1e3 s", "record 1000 s"),
    ("record 2.5e-7", "record 2.5e-07"),
    ("pass when x == true", "pass when x == true"),
    ("record 50% of 10% of x", "record 50% of 10% of x"),
    ("record passed", "record passed"),
    ("ask", "ask"),
    ("ask DBA", "ask DBA"),
    ("ask  \"on-call lead\" ", "ask on-call lead"),
    ("skip", "skip"),
  ])
  func readsWhatIsWritten(text: String, plain: String) throws {
    let directive = try DirectiveParser.parse(text)
    #expect(directive.description == plain)
    #expect(try DirectiveParser.parse(plain) == directive)
  }

  @Test(arguments: [
    ("", 0, "a directive is missing", "write one of"),
    ("recrod x", 0, "is not a directive", "did you mean `record`?"),
    ("Pass when x", 0, "is not a directive", "did you mean `pass when`?"),
    ("pass if x", 5, "must be followed by `when`", "write `pass when …`"),
    ("pass", 4, "must be followed by `when`", ""),
    ("skip it", 5, "stands alone", ""),
    ("record", 6, "an expression is missing", ""),
    ("record 500 msc", 11, "`msc` is not a unit", "did you mean `ms`?"),
    ("record 5 m", 9, "`m` is not a unit", ""),
    ("record 5 Gb", 9, "may mean bits or bytes", "write `GB`"),
    ("record 1,000", 7, "thousands separators", "1000"),
    ("pass when a < b < c", 16, "not chained", "a < b and b < c"),
    ("pass when a = b", 12, "not used", "write =="),
    ("pass when a && b", 12, "not used", "write and"),
    ("pass when a ≤ b", 12, "not used", "write <="),
    ("pass when (a < b", 10, "never closed", ""),
    ("pass when a < b)", 15, "closes nothing", ""),
    ("pass when passed(\"a\"", 16, "never closed", ""),
    ("pass when passed(a)", 17, "needs a text between quotes", ""),
    ("pass when pased(\"a\")", 10, "no function `pased`", "did you mean `passed`?"),
    ("pass when passed(\"a\", \"b\")", 20, "means nothing", ""),
    ("pass when output(\"a) contains b", 17, "never closed", "close it"),
    ("pass when output(\"a\") contains b", 31, "needs a text", ""),
    ("pass when output(\"a\") contains \"\"", 31, "is empty", ""),
    ("pass when output(\"a\") matches \"(\"", 30, "the pattern", ""),
    ("pass when output(\"a\") matches \"a*\"", 30, "matches anything", ""),
    ("pass when output(\"a\") matches \"(a)\\1\"", 30, "\\1, which is not known", ""),
    ("pass when a b", 12, "does not belong here", ""),
    ("pass when a adn b", 12, "does not belong here", "did you mean `and`?"),
    ("pass when a within 5% b", 22, "lacks its `of`", ""),
    ("pass when and b", 10, "a value is missing before `and`", ""),
    ("pass when a < ", 14, "an expression is missing", ""),
    ("record db-size", 9, "hyphen", "backquotes"),
    ("record a[x]", 9, "whole number", ""),
    ("record a[1.5]", 9, "whole number", ""),
    ("record a[1", 8, "never closed", ""),
    ("record a.", 9, "a name is missing", ""),
    ("record $x", 7, "not used", ""),
    ("record 1e999", 7, "too large", ""),
    ("pass when été < ünï)", 19, "closes nothing", ""),
  ])
  func saysWhatIsWrongAndWhere(text: String, offset: Int, message: String, cure: String) {
    #expect {
      try DirectiveParser.parse(text)
    } throws: { error in
      guard let error = error as? DirectiveError else { return false }
      #expect(error.message.contains(message), "\(error.message)")
      #expect(error.offset == offset, "\(error.message)")
      #expect(cure.isEmpty || error.cure?.contains(cure) == true, "\(error.cure ?? "no cure")")
      return true
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 3000), String(repeating: "not ", count: 900),
    String(repeating: "-", count: 3000), String(repeating: "1% of ", count: 600),
    "a" + String(repeating: " + a", count: 900), "a" + String(repeating: " and a", count: 600),
    "a" + String(repeating: ".a", count: 900), String(repeating: "x", count: 5000),
  ])
  func refusesWhatIsTooDeepOrTooLong(expression: String) {
    #expect(throws: DirectiveError.self) { try DirectiveParser.parse("record " + expression) }
  }

  @Test func acceptsTheDeepestTree() throws {
    let text =
      "record " + String(repeating: "(", count: 199) + "a" + String(repeating: ")", count: 199)
    #expect(try DirectiveParser.parse(text).description == "record a")
    let sum = "record a" + String(repeating: " + a", count: 199)
    #expect(try DirectiveParser.parse(sum).description == sum)
  }

  @Test func listsWhatItNames() throws {
    let directive = try DirectiveParser.parse(
      "pass when a.b[2] < 5% of sql(\"SELECT 1\") and passed(\"X\") or exit(\"Y\") == 0"
        + " and output(\"Z\") contains \"q\" and c within 1% of baseline(\"w\")")
    let expected: [(Reference.Subject, Int)] = [
      (.capture(CapturePath([.name("a"), .name("b"), .index(2)])), 10),
      (.sql("SELECT 1"), 25), (.passed("X"), 45), (.exit("Y"), 60), (.output("Z"), 79),
      (.capture(CapturePath([.name("c")])), 108), (.baseline("w"), 123),
    ]
    #expect(directive.references.map(\.subject) == expected.map(\.0))
    #expect(directive.references.map(\.offset) == expected.map(\.1))
  }

  @Test func printingAndParsingGivesTheSameTree() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let tree = RandomExpression.make(depth: 5, using: &generator)
      let text = tree.description
      let again = try DirectiveParser.parseExpression(text)
      #expect(again == tree, "\(text)")
    }
  }

  @Test func anyTextIsReadOrRefused() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "record ", "pass when ", "(", ")", "a", ".", "[", "1", "]", "\"", "`", "\\", "%", " of ", "-",
      "within", " and ", "not ", "é", "\u{301}", "\r\n", "\0", "matches \"[", "{2,", "*", "|", "$",
    ]
    for _ in 0..<4000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &generator) {
        if Bool.random(using: &generator) {
          text += pieces.randomElement(using: &generator) ?? ""
        } else {
          let byte = UInt8.random(in: 0...255, using: &generator)
          text += String(decoding: [byte], as: UTF8.self)
        }
      }
      do {
        let directive = try DirectiveParser.parse(text)
        let judgement = Evaluator.verdict(of: directive, in: ExpressionScope())
        #expect(judgement.verdict != .pass, "\(text)")
        #expect(try DirectiveParser.parse(directive.description) == directive)
      } catch {
        let offset = error.offset
        #expect((0...text.count).contains(offset), "\(text)")
      }
    }
  }
}
