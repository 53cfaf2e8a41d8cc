import GonogoCore
import Testing

struct OpenWordTests {
  private func shown(_ text: String) -> [String] {
    let checklist = read(text + "\n")
    return checklist.blanks.map { "\($0.shape.rawValue) \(checklist.text($0.range))" }
  }

  @Test(arguments: [
    ("- [ ] Tested with build #TBD.", "placeholder #TBD"),
    ("The rotation is agreed, contacts TBD", "placeholder TBD"),
    ("- [ ] Announce vX.Y.0 to all teams", "mask vX.Y.0"),
    ("remove the tag of the last branch (vX.Y-1).", "mask vX.Y-1"),
    ("the run was good for vX.Y.Z-rc.N.", "mask vX.Y.Z-rc.N"),
    ("Closes #NNN", "mask #NNN"), ("- [ ] at most X requests a second", "mask X"),
    ("- [ ] máx X mensajes por minuto", "mask X"),
    ("## Freeze - _ends REPLACE_RELEASE-minus-2-days_", "mask REPLACE_RELEASE-minus-2-days"),
    ("it ends {REPLACE_DATE} at noon", "mask {REPLACE_DATE}"),
    ("see [the list {{ env.NAME }}](/a/{{ env.NAME }}/b)", "mustache {{ env.NAME }}"),
    ("ask `<TEAM_OWNER>` wenn alles abgeschlossen ist", "angle `<TEAM_OWNER>`"),
    ("### Notes:\n\n---\n\ntext", "label "),
    ("How urgent is it? (Low/Medium/High)", "choice Low/Medium/High"),
    ("- **Often**: how often? (Daily/Weekly/Monthly)", "choice Daily/Weekly/Monthly"),
    ("**Score**: _[X]_ / 10", "brackets [X]"),
    ("**Advice**: _[Go on / Change plan]_", "brackets [Go on / Change plan]"),
    ("**Recommendation**: _[Go on / Change plan]_", "choice [Go on / Change plan]"),
    (
      "**Environment**: Development / Staging / Production",
      "choice Development / Staging / Production"
    ),
  ])
  func findsWordsThatStandForAValue(text: String, blank: String) {
    #expect(shown(text) == [blank])
  }

  @Test(arguments: [
    "no TBD is left", "entries marked TBD are open", "the TBD items", "TBDs", "see WIP/TBD",
    "\"TBD\" means open", "`vX.Y.0`", "for each vX.Y branch", "replace vX.Y.Z with it",
    "a tag like vX.Y.Z", "version X.Y of it", "x vX.Y_z", "[vX.Y.Z docs](a.md)", "vX.Y/z",
    "generation X is here", "at most X", "X marks it", "Plan X works", "C#NNN-1", "CHANGELOG",
    "CHANGE is good", "Replace <EXTERNAL_NAME> with the name of it",
    "a (z.\u{A0}B. `<SECRET_NAME>`)",
    "see [a](/x/{{ env.NAME }}/y)", "### Steps:\n\n#### One", "### Steps:\n\ntext",
    "### Steps:\n\n- a",
    "Is it on? (see below)", "How much is it? (GB/month)", "Do it (Low/Medium/High)",
    "Why? (Low/Medium/High) matters", "**Impact**: Low/Medium", "**Sizes**: S / M",
    "**Stages**: staging / production",
  ])
  func leavesOtherWordsAlone(text: String) {
    #expect(shown(text).isEmpty)
  }

  @Test(arguments: ["### Faults found:\n\n---\n\ntext", "### Funde:\n\n### Ende"])
  func takesAHeadingForAFieldBesideOtherPlacesAlone(text: String) {
    #expect(shown("Load: ____\n\n" + text) == ["underscores ____", "label "])
    #expect(shown(text) == [])
  }

  @Test func takesNoHeadingsForFieldsThatOpenTheirAlternatives() {
    #expect(shown("### Either:\n\n### All at once\n\na\n\n### Or:\n\n### One by one") == [])
  }

  // MARK: Columns

  private func table(_ sign: String, rows: Int = 3, other: String = "") -> [String] {
    let lines = (1...rows).map { "| step \($0) | \(sign) | |" }.joined(separator: "\n")
    return shown("| What | Status | Remark |\n|---|---|---|\n\(lines)\n\n\(other)")
  }

  @Test(arguments: [":red_circle:", "🔴", "⚪", "❌"])
  func takesAColumnOfOneSignOfNothingDoneForOpen(sign: String) {
    #expect(table(sign).count == 6)
    #expect(table(sign).prefix(2) == ["placeholder \(sign)", "emptyCell "])
  }

  @Test func takesACrossBesideATickForAResult() {
    #expect(table("❌", other: "| A | Status |\n|---|---|\n| b | ✅ |").isEmpty)
    #expect(table("❌", rows: 2).isEmpty)
    #expect(table("✅").isEmpty)
    #expect(shown("| A | Status |\n|---|---|\n| b | 🔴 |\n| c | 🟢 |").isEmpty)
    #expect(shown("| A | Icon |\n|---|---|\n| b | 🔴 |\n| c | 🔴 |").isEmpty)
  }
}
