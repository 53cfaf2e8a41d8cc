import Testing

@testable import GonogoEvidence

@Suite struct ShellCommandTests {
  @Test(
    arguments: [
      ("a b; c && d || e | f & g", [["a", "b"], ["c"], ["d"], ["e"], ["f"], ["g"]]),
      ("a 'b c' \"d $(e; f) g\" h\\ i", [["a", "b c", "d $(e; f) g", "h i"]]),
      ("A=1 B=$(x; y) env sudo git status", [["git", "status"]]),
      ("a > b 2>&1 < c; d &> e; f 2> /dev/null", [["a"], ["d"], ["f"]]),
      ("a <<EOF | b\nc; d\nEOF\ne", [["a"], ["b"], ["e"]]),
      ("a <<-'X'\n\tb\n\tX\nc <<< d", [["a"], ["c"]]),
      ("a # b; c\nd", [["a"], ["d"]]), ("if a; then b; fi", [["a"], ["b"]]),
      (#"a "b\n\$c\"d\\e""#, [["a", #"b\n$c"d\e"#]]), ("a \"f\\\ng\"", [["a", "fg"]]),
      ("a \\\n  b", [["a", "b"]]), ("a ${b:-c;d} `e; f`", [["a", "${b:-c;d}", "e; f"]]),
      ("a <(b; c)", [["a", "<(b; c)"]]), ("", []), ("'", [[""]]), ("\"$(", [["$("]]),
      ("a 2>", [["a"]]), ("<<", []), ("a\\", [["a"]]), ("((((", []), ("2>&1 a", [["a"]]),
    ] as [(String, [[String]])])
  func splits(text: String, words: [[String]]) {
    #expect(ShellCommand.all(in: text).map(\.words) == words)
  }

  @Test func knowsWhereOutputGoes() {
    let commands = ShellCommand.all(in: "a | b > c; (d); e 2>&1; f >&2; g &>h; i |& j")
    #expect(commands.map(\.isPipedOn) == [true, false, false, false, false, false, true, false])
    #expect(commands.map(\.isRedirected) == [false, true, false, false, true, true, false, false])
    #expect(commands.map(\.isNested) == [false, false, true, false, false, false, false, false])
  }
}
