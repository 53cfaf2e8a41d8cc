import Foundation
import GonogoCore
import GonogoPlanning
import GonogoSettings
import Testing

@testable import GonogoCommands

/// What `bind` writes is read back with the same meaning.
final class BindTests {
  private let folder: URL

  deinit { try? FileManager.default.removeItem(at: folder) }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("bind-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func load(_ text: String) throws -> LoadedChecklist {
    try LoadedChecklist.load(write(text, "a.md"), sidecarPath: nil)
  }

  private func bound(_ text: String, old: String? = nil) throws -> String {
    if let old { _ = try write(old, "a.gonogo.yaml") }
    return try #require(BindingDraft(load(text)).text(addedTo: old, "a.gonogo.yaml"))
  }

  private static let text = """
    # Pre-flight: "it's \\ done" — 準備

    ## 1. Database: 'check' #1

    ```bash
    # Check the write speed: "now"
    time psql -c 'SELECT 1 AS avg_job_seconds, 2 AS db_kb'
    # Look for uncommitted changes
    git status
    ```

    **Expected**: Write speed < 500 ms

    - Average job: ____ s
    - `db`: size? ____ kB
    - Twice: ____
    - Twice: ____

    ## 2. Tests

    ```bash
    # Verify the replication slots
    true
    ```

    **Expected**:
    - Replication slots verified

    ### GO if all:
    - [ ] "1. Database" — checked: {yes}
    - [ ] Replication slots: verified
    - [ ] Write speed < 500 ms
    - [ ] No uncommitted changes

    ### NO-GO if any:
    - [ ] Uncommitted changes
    - [ ] Replication slots not verified

    **Date**: ____
    **Completed by**: ____
    **Decision**: ____
    """

  /// The verdicts and values under one set of observations.
  private func outcomes(_ plan: Plan, passes: Bool, speed: Double, changes: Double) -> [String] {
    var assessor = Assessor(plan: plan)
    for command in plan.commands {
      func value(_ name: String, _ number: Double, _ unit: String) -> Capture {
        Capture(
          name: name, value: .quantity(Quantity(number, Unit.named(unit) ?? .none)),
          text: "\(number)", recognizer: "test")
      }
      let captures: [Capture] =
        switch command.id {
        case 0:
          [value("real", speed, "s"), value("avg_job_seconds", 7, "s"), value("db_kb", 9, "kB")]
        case 1: [value("uncommitted_changes", changes, "")]
        default: []
        }
      assessor.observations.commands[command.id] = CommandResult(
        command: command.id, outcome: .ran, status: passes ? 0 : 1, pipeline: [passes ? 0 : 1],
        captures: captures)
    }
    for blank in plan.checklist.blanks {
      assessor.observations.blanks[blank.id] = assessor.fill(blank: blank.id).result
    }
    for claim in plan.checklist.claims {
      assessor.observations.claims[claim.id] = assessor.judge(claim: claim.id)
    }
    return plan.checklist.claims.map {
      "\(assessor.observations.claims[$0.id]?.verdict ?? .skipped)"
    }
      + plan.checklist.blanks.map { assessor.observations.blanks[$0.id]?.text ?? "open" }
  }

  @Test func readsBackWhatItWrote() throws {
    let before = try load(Self.text).plan
    let sidecar = try bound(Self.text)
    _ = try write(sidecar, "a.gonogo.yaml")
    let loaded = try load(Self.text)
    #expect(loaded.diagnostics.isEmpty)
    let after = loaded.plan
    let written = after.claimRules.filter { $0.writtenAt != nil }.count
    #expect(written >= 4)
    #expect(after.blankRules.filter { $0.writtenAt != nil }.count == 1)
    for (passes, speed, changes) in [
      (true, 0.1, 0.0), (true, 0.9, 0), (true, 0.1, 3), (false, 0.1, 0),
    ] {
      let inferred = outcomes(before, passes: passes, speed: speed, changes: changes)
      let explicit = outcomes(after, passes: passes, speed: speed, changes: changes)
      #expect(explicit == inferred)
    }
    // What is written counts in a strict plan, and nothing else does.
    let strict = after.strict()
    for (rule, old) in zip(strict.claimRules, after.claimRules) {
      #expect(rule.isPersonal == (old.writtenAt == nil))
    }
  }

  @Test func saysHowEachWasWorkedOutAndWhatItCannotName() throws {
    let sidecar = try bound(Self.text)
    #expect(sidecar.contains("version: 1\nsections:\n"))
    #expect(
      sidecar.contains("# line 12, inferred: reads as < 500 ms\n    \"Write speed < 500 ms\": "))
    #expect(sidecar.contains("“Twice” stands 2 times"))
    #expect(!sidecar.contains("\n    \"Twice\""))
    #expect(!sidecar.contains("\"Completed by\""))
  }

  @Test func keepsEveryByteOfWhatIsThere() throws {
    let old = """
      # mine
      env: [A]
      version: 1
      sections:   # here
        '1. Database: ''check'' #1':
          # why
          "Average job":   record real   # by hand

        "2. Tests":
      """
    let merged = try bound(Self.text, old: old)
    var rest = merged.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
      let place = try #require(rest.firstIndex(of: line), "\(line)")
      rest = rest[(place + 1)...]
    }
    let reading = SidecarReader.read(merged, file: "x")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.value.variables == ["A"])
    let kept = reading.value.entries.filter { $0.text == "Average job" }
    #expect(kept.map(\.directive) == ["record real"])
    #expect(reading.value.entries.count > 4)
    _ = try write(merged, "a.gonogo.yaml")
    #expect(BindingDraft(try load(Self.text)).text(addedTo: merged, "a.gonogo.yaml") == merged)
  }

  @Test(arguments: ["", "\n", "# only a remark\n", "version: 1\n", "version: 1\r\nenv: [A]\r\n"])
  func addsToWhatSaysNothingYet(old: String) throws {
    let merged = try bound(Self.text, old: old)
    #expect(merged.hasPrefix(old.allSatisfy(\.isWhitespace) ? "# Bindings" : old))
    let reading = SidecarReader.read(merged, file: "x")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.value.entries.count > 4)
  }

  @Test(arguments: [
    "sections: {\"2. Tests\": {\"Replication slots verified\": ask}}\n", "{version: 1, env: [A]}\n",
  ])
  func refusesFormsItCannotAddTo(old: String) throws {
    _ = try write(old, "a.gonogo.yaml")
    #expect(BindingDraft(try load(Self.text)).text(addedTo: old, "a.gonogo.yaml") == nil)
  }

  @Test(arguments: [
    "plain", "a: b", "#a", "'", "\"", "\\", "a\u{301}", "全", "- a", "{a}", "a\u{7}b",
    "yes", "~", "1", "!x", "&x", "*x", "? a", "a\u{2028}b", "🇩🇪", " a ", "%", "@", "`", "a\"'b", "",
    "<<", "null", "a #b", "\u{202E}x",
  ])
  func writesAnyTextSoThatItIsReadBack(text: String) {
    let entry = SidecarDraft.Entry(
      section: "s" + text, text: text, directive: "ask " + text, remark: text + "\n- x: y",
      isActive: true)
    let reading = SidecarReader.read(SidecarDraft([entry]).text(title: text), file: "x")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.value.entries.map(\.section) == ["s" + text])
    #expect(reading.value.entries.map(\.text) == [text])
    #expect(reading.value.entries.map(\.directive) == ["ask " + text])
  }

  @Test func leavesOutNamesThatAreTooLongForAKey() throws {
    let long = String(repeating: "word ", count: 300)
    let text = "# A\n\n```bash\n# Verify \(long)\ntrue\n```\n\n**Expected**: \(long) verified\n"
    let sidecar = try bound(text)
    #expect(SidecarReader.read(sidecar, file: "x").diagnostics.isEmpty)
    #expect(SidecarReader.read(sidecar, file: "x").value.entries.isEmpty)
  }
}
