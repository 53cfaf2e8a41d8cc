import GonogoCore
import Testing

@testable import GonogoShell

/// The format of rules files.
@Suite struct EffectRulesTests {
  private func effect(_ rules: String, _ command: String) throws -> Effect {
    CommandReader(rules: try EffectRules(parsing: Array(rules.utf8))).read(command).effect
  }

  @Test(arguments: [
    ("reads a\nchanges a b", "a b", Effect.changes),
    ("reads a\nchanges a b", "a c", .reads),
    ("changes a b\nreads a b -x", "a -x b", .unknown),
    ("flags a -x\nchanges a b\nreads a b -x", "a -x b", .reads),
    ("changes a b\nreads a b", "a b", .changes),
    ("changes! a -f\nreads a b c", "a b c -f", .changes),
    ("reads a .", "a x", .unknown),
    ("reads a [ -x ]", "a -xy", .unknown),
    ("reads a [ -x -y ] # note", "a -xy", .reads),
    ("takes a -n\nreads a get", "a -n del get", .reads),
    ("reads a get", "a -n get del", .unknown),
    ("reads a x|y", "a y", .reads), ("reads a ge*", "a get", .reads),
    ("reads a\nlike a b", "b", .reads), ("wraps a 1\nreads b", "a x b", .reads),
    ("options s -x -y\nreads a [ @s -z ]", "a -x -z", .reads),
    ("reads a -m=x", "a -m x", .unknown), ("takes a -m\nreads a -m=x|y", "a -m y", .reads),
    ("takes a -m\nreads a -m=x", "a -m x -m z", .unknown), ("", "ls", .unknown),
  ])
  func theMostSpecificRuleDecides(_ rules: String, _ command: String, _ expected: Effect) throws {
    #expect(try effect(rules, command) == expected)
  }

  @Test(arguments: [
    ("destroys a -r : all", "a -r", "all (`a -r`)"), ("destroys a -r : all", "a x", nil),
    ("destroys a ~x*|y : it", "a b xx", "it (`a xx`)"), ("destroys a ~x : it", "a b c", nil),
    ("destroys a b : it\nspares a -n", "a b", "it (`a b`)"),
    ("destroys a b : it\nspares a -n", "a -n b", nil),
    ("destroys a b : one\ndestroys a : two", "a b", "one (`a b`)"),
    ("destroys > /dev/x* : a device", "a >/dev/xy", "a device (`> /dev/xy`)"),
    ("destroys > /dev/x* : a device", "a </dev/xy", nil),
    ("destroys a : it\nlike a b", "b", "it (`b`)"), ("reads a\ndestroys a -r : it", "a", nil),
  ])
  func saysWhatIsDestroyed(_ rules: String, _ command: String, _ what: String?) throws {
    let reader = CommandReader(rules: try EffectRules(parsing: Array(rules.utf8)))
    #expect(reader.read(command).destroys == what)
    if what != nil { #expect(reader.read(command).effect == .changes) }
  }

  @Test(arguments: [
    ("destroys a", 1), ("reads b\ndestroys a -r", 2), ("destroys a -r :", 1),
    ("reads a\nfoo b", 2), ("reads", 1), ("\n\nreads a [ -x", 3), ("reads a ]", 1),
    ("like a b", 1), ("wraps a x", 1), ("language klingon a", 1), ("environment odd X", 1),
    ("reads! a", 1), ("reads a [ @none ]", 1),
  ])
  func aFaultIsReportedWithItsLine(_ rules: String, _ line: Int) {
    #expect {
      try EffectRules(parsing: Array(rules.utf8))
    } throws: { ($0 as? EffectRulesError)?.line == line }
  }
}
