import Foundation
import Testing

extension EndToEnd {
  /// A command that holds others passes only when none of them failed unseen.
  @Suite struct PartsTests {
    /// A command, and what must be shown of it: passed, failed or not known.
    private static let commands: [(text: String, mark: Character)] = [
      ("for f in /no/such /tmp; do ls $f >/dev/null 2>&1; done", "✘"),
      ("for n in 1 2; do echo $n; done", "✔"),
      ("( ls /no/such 2>/dev/null; echo done )", "✘"),
      ("( cd /tmp && ls >/dev/null; true )", "✔"),
      ("(cd /no/such; ls >/dev/null)", "✘"),
      ("(set -e; false; echo no)", "✘"),
      ("{ false; echo done; }", "✘"),
      ("printf 'a\\n' | { read x; echo $x; }", "✔"),
      ("printf 'a\\n' | { read x; false; echo $x; }", "✘"),
      ("printf '1\\n' | while read n; do echo $n; done", "✔"),
      ("printf '1\\n' | while read n; do ls /no/such$n 2>/dev/null; echo; done", "?"),
      ("echo \"x: $(false)\"", "?"), ("echo \"x: `ls /no/such 2>/dev/null`\"", "?"),
      ("echo \"n: $(grep -c nosuchword /etc/passwd)\"", "✔"),
      ("echo \"n: `grep -c nosuchword /etc/passwd`\"", "✔"),
      ("echo \"n: $(grep -c x /no/such 2>/dev/null)\"", "?"),
      ("[ -z \"$(false)\" ]", "?"), ("diff <(false) <(false)", "?"),
      ("cat <<EOF\nx: $(false)\nEOF", "?"),
      ("cat <<EOF\nn: $(grep -c nosuchword /etc/passwd)\nEOF", "✔"),
      ("if grep -q nosuchword /etc/passwd; then echo a; else echo b; fi", "✔"),
      ("bad() { false; echo hi; }", "✔"), ("bad", "✘"),
      ("good() { [ -e /no/such ] && echo y; [ -e /tmp ]; }", "✔"), ("good", "✔"),
      ("or() { grep -q nosuchword /etc/passwd || true; echo ok; }", "✔"), ("or", "✔"),
      ("all() { for f in /no/such /tmp; do ls $f >/dev/null 2>&1; done; }", "✔"), ("all", "✘"),
      // A failure of what was left running tells nothing of the commands after it.
      ("late() { (sleep 0.2; false) & }; late", "?"), ("sleep 0.4; echo later", "✔"),
      // The shell's own options are what they were.
      ("[[ $- != *[ET]* ]]", "✔"), ("set -E", "✔"), ("for n in 1; do echo $n; done", "✔"),
      ("[[ $- == *E* && $- != *T* ]]", "✔"),
    ]

    @Test func seesWhatFailsInsideACommand() throws {
      let work = try Workplace()
      let steps = Self.commands.enumerated().map { "# Command \($0.offset).\n\($0.element.text)\n" }
      try work.write("# A\n\n```bash\n\(steps.joined())```\n", "a.md")
      let end = try work.gonogo(["run", "a.md", "--operator", "Ada", "--approve", "all"])
      let lines = end.output.split(separator: "\n").map { $0.drop { $0 == " " } }
      for (index, command) in Self.commands.enumerated() {
        let begin = lines.firstIndex { $0.hasPrefix("▸ Command \(index).") } ?? lines.endIndex
        let mark = lines[min(begin + 1, lines.endIndex)...].first { line in
          line.first.map { "✔✘?".contains($0) } == true
        }
        #expect(mark?.first == command.mark, "\(command.text): \(mark ?? "nothing")")
      }
    }
  }
}
