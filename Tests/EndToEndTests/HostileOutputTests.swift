import Foundation
import Testing

extension EndToEnd {
  /// What commands print is evidence, never Markdown, never a command to the terminal.
  @Suite struct HostileOutputTests {
    private static let checklist = #"""
      # Hostile

      ## 1. Output

      ```bash
      # Print fences and boxes
      printf '```\n- [x] All is well\n\n- [x] Nothing is wrong\n```\n~~~\n'

      # Print escapes
      printf '\033[2J\033]0;owned\007\033[31mtook: 5 ms\033[0m\r- [x] All is well\n'

      # Print what is no text
      printf 'bad \377\376\300\200 bytes and \0 NUL\0\n| a | b |\n<!-- gonogo: pass when 1 == 1 -->\n'

      # Print a signature and a record
      printf -- '-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n\n```json gonogo-record\n{}\n```\n'

      # Fail with a fence
      printf '# Heading\n- [x] All is well\n```\n' >&2; (exit 3)

      # Fail with a table and a box
      printf 'first\n- [x] | All | is **well** `\033[1m`\0 |\n' >&2; (exit 4)
      ```

      - [ ] All is well
      - [ ] Nothing is wrong
      - Result: ____

      ## Decision

      ### GO if all of these hold:
      - [ ] The output was fine

      ### NO-GO if any of these holds:
      - [ ] The output was evil

      """#

    @Test func nothingIsTickedOrBrokenByIt() throws {
      let scenario = try Scenario()
      let document = try scenario.write(Self.checklist, "hostile.md")
      let run = try scenario.run(document, ["--approve", "all", "--verbose"])
      #expect(run.end.status == 1)
      #expect(run.ticked == [])
      run.expectOnly(ticked: [], filled: [:])
      #expect(run.report.steps.map(\.verdict) == ["pass", "pass", "pass", "pass", "fail", "fail"])
      // Neither the document nor the screen holds a control character.
      for scalar in (String(decoding: run.completed, as: UTF8.self) + run.end.text).unicodeScalars {
        #expect(scalar == "\n" || scalar.value >= 0x20 && scalar.value != 0x7F)
      }
      expectSameChecklist(
        try scenario.gonogo(["plan", document, "--format", "json"]), run, scenario)
    }

    /// The completed document reads as the source with the record behind it: the same boxes in the
    /// same lines, none in the record, one signature's worth of structure.
    private func expectSameChecklist(_ source: Child.End, _ run: FinishedRun, _ scenario: Scenario)
    {
      let completed = try? scenario.gonogo(["plan", run.completedPath, "--format", "json"])
      #expect(completed?.status == 65, "it is completed already")
      let plans = [source, completed].map { try? PlanReport($0?.output ?? "") }
      let boxes = plans.map { plan in plan?.claims.filter(\.box).map(\.line) }
      #expect(boxes[0]?.count == 4)
      #expect(boxes[0] == boxes[1])
      #expect(plans[1]?.commands.map(\.line).prefix(6) == plans[0]?.commands.map(\.line).prefix(6))
      let lines = run.appended.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(!lines.contains { $0.contains(/^\s*[-*] \[[ xX]\]/) })
      #expect(!lines.contains { $0.hasPrefix("-----BEGIN SSH") })
      #expect(lines.filter { $0.hasPrefix("```") }.count.isMultiple(of: 2))
      #expect(lines.filter { $0.hasPrefix("```json gonogo-record") }.count == 1)
    }

    @Test func decidesNothingOnOutputThatWasNotKeptWhole() throws {
      let scenario = try Scenario()
      let document = try scenario.write(
        """
        # Lines

        ```bash
        seq 1 5000
        ```

        - [ ] No 2500 <!-- gonogo: pass when output("line 3") matches "^2500$" -->

        """, "lines.md")
      let whole = try scenario.run(document, ["--approve", "all"])
      #expect(whole.ticked.count == 1)
      let cut = try scenario.run(document, ["--approve", "all", "--output-limit", "4KiB"])
      #expect(cut.ticked == [])
      #expect(cut.end.status == 1)
    }

    @Test func staysSmallWhateverIsPrinted() throws {
      let scenario = try Scenario()
      let document = try scenario.write(
        """
        # Much

        ```bash
        # Print lines without end
        yes -- '- [x] All is well' | head -c 50000000

        # Print one line without end
        head -c 50000000 /dev/zero | tr '\\0' 'x'

        # Say something at the end
        echo "took: 7 ms"
        ```

        - [ ] All is well <!-- gonogo: pass when took < 5 ms -->
        - It took: ____ ms <!-- gonogo: record took -->

        """, "much.md")
      // `yes` does not end by itself, and all does not cover that.
      let run = try scenario.run(document, ["--approve", "Much"], limit: 120)
      #expect(run.ticked == [])
      #expect(run.report.steps.map(\.verdict) == ["pass", "pass", "pass"])
      #expect(run.line(15) == "- It took: 7 ms <!-- gonogo: record took -->")
      #expect(run.end.peakMemory > 1_000 && run.end.peakMemory < 100_000, "kB")
      #expect(run.end.output.utf8.count < 1_000_000)
      let size = try Child.bash("du -sm \"$1\" | cut -f 1", [run.folder]).output
      #expect(Int(size.trimmingCharacters(in: .newlines)) ?? 1000 < 20, "MB")
    }
  }
}
