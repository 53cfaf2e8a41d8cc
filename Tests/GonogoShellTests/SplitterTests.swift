import Testing

@testable import GonogoShell

/// Labels, ranges and triviality of statements.
@Suite struct SplitterTests {
  private func split(_ text: String) -> [(text: String, label: String?, isTrivial: Bool)] {
    let bytes = Array(text.utf8)
    return StatementSplitter.split(bytes).map { statement in
      if let range = statement.labelRange {
        #expect(String(decoding: bytes[range], as: UTF8.self) == statement.label)
      }
      return (
        String(decoding: bytes[statement.range], as: UTF8.self), statement.label,
        statement.isTrivial
      )
    }
  }

  @Test(arguments: [
    ("# Check x\nls\n", "Check x"),
    ("ls\n", nil),
    ("# one\n# two\nls\n", "one"),
    ("# far\n\n# near\nls\n", "near"),
    ("# alone\n\nls\n", "alone"),
    ("# far\n\n# also far\n\nls\n", nil),
    ("##   deep  \nls\n", "deep"),
    ("#\n# after an empty one\nls\n", "after an empty one"),
    ("  # indented\n  ls\n", "indented"),
    ("#!/bin/bash\nls\n", "!/bin/bash"),
    ("# CRLF\r\nls\r\n", "CRLF"),
    ("ls a # trailing\n", nil),
    ("# é ü\nls", "é ü"),
  ])
  func labelsAStatementByTheCommentAboveIt(_ block: String, _ label: String?) {
    #expect(split(block).map(\.label) == [label])
  }

  @Test func aTrailingCommentIsNoLabelOfTheNextStatement() {
    let statements = split("ls a # note\nls b\n# for c\nls c\n")
    #expect(statements.map(\.text) == ["ls a", "ls b", "ls c"])
    #expect(statements.map(\.label) == [nil, nil, "for c"])
  }

  @Test(arguments: [
    ("ls -la", true), ("git log --oneline | head -5", true), ("grep 'a b' x", true),
    ("psql -c \"SELECT 1\"", true), ("echo $X", true), ("ls; pwd", false), ("if", false),
    ("a && b", true), ("a&&b||c", true), ("ls > x", true), ("ls 2>&1 >>x", true), ("a &> x", true),
    ("a 2>/dev/null | b", true), ("a < x", true), ("A=1 B=$C a", true), ("A=1", true),
    ("echo \"${X} \\\" $?\"", true), ("a \\\n  b", true), ("[ -f x ]", true),
    ("ls *.{a,b} ~", true),
    ("a 'b\nc'", true), ("find . -exec a {} \\;", true), ("echo a#b", true), ("ls \"$X/y\"", true),
    ("echo \"$(x)\"", false), ("echo `x`", false), ("echo ${X:-y}", false), ("echo $((1))", false),
    ("f() { x; }", false), ("ls *", true), ("a | while", false), ("time ls", false),
    ("ls |", false), ("a &", false), ("a |& b", false), ("a <<E\nx\nE", false), ("a <<<x", false),
    ("a <(b)", false), ("a >", false), ("> x", false), ("[[ -f x ]]", false), ("A=1 if", false),
    ("a[0]=1", false), ("A=(1)", false), ("{ a; }", false), ("echo $'a'", false),
    ("a && ! b", false),
    ("ls # x", true), ("echo \"a\\\"b\"", true), ("! ls", false), ("echo 'open", false),
  ])
  func aPlainLineIsTrivial(_ text: String, _ isTrivial: Bool) {
    #expect(split(text).map(\.isTrivial) == [isTrivial])
  }

  @Test func windowsLineEndsSplitLikeOthers() {
    #expect(split("ls a\r\nls b\r\n\r\ncat <<E\r\nx\r\nE\r\nls c\r\n").count == 4)
  }

  @Test func anEmptyBlockHasNoStatements() {
    for text in ["", "\n\n", "# only\n", "   \t\n"] { #expect(split(text).isEmpty) }
  }
}
