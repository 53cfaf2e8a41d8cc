import GonogoCore
import Testing

struct LooseBoxTests {
  private func boxes(_ text: String) -> [String] {
    read(text + "\n").claims.filter { $0.box != nil }.map {
      ($0.isTicked ? "x " : "o ") + $0.text
    }
  }

  @Test(arguments: [
    ("- ☐ a", ["o a"]), ("- ☑ a", ["x a"]), ("- ☑️ a", ["x a"]), ("1. ⬜ a", ["o a"]),
    ("1. **⬜ a** b", ["o a b"]), ("- **☑ a**", ["x a"]),
    ("* □ a", ["o a"]),
    ("☐ a", ["o a"]), ("☐ a\n☑ b\n□ c", ["o a", "x b", "o c"]), ("[ ] a", ["o a"]),
    ("[x] a", ["x a"]),
    ("> ☐ a", ["o a"]), ("**Checks**\n☐ a", ["o a"]), ("- item\n  ☐ a", ["o a"]),
    ("Deployed: [ ]", ["o Deployed"]), ("Deployed: ☐ by hand", ["o Deployed: by hand"]),
    ("9. **Channels** - set up ⬜", ["o Channels - set up"]), ("- [ ] ✅ a", ["o a"]),
    ("- [ ] **Bold** text", ["o Bold text"]), ("1) [x] a", ["x a"]),
    ("- [ ] a\n  - [X] b", ["o a", "x b"]),
    ("- [ ] a\n  - Users told: ☐ Yes", ["o a", "o Users told: Yes"]),
    ("- Saved: ☐ logs ☑ settings", ["o Saved: logs", "x Saved: settings"]),
    ("- Network made: `blue` ☐ Yes", ["o Network made: blue: Yes"]),
    ("Saved: ☐ logs ☐ settings", ["o Saved: logs", "o Saved: settings"]),
  ])
  func readsABoxWhereverItStands(text: String, expected: [String]) {
    #expect(boxes(text) == expected)
  }

  @Test(arguments: [
    "☐ = open", "- ⬜: not started", "- ☐ → open", "the ☐ sign", "see a[x] b", "`☐ a`", "- ✅ a",
    "```\n☐ a\n```", "<!--\n☐ a\n-->", "# ☐ a", "■ Heading", "◯ a", "[x](y)", "text [ ] text",
    "- Runs on power: ☑", "- Runs on power: ☐ (off)", "![ ] a", "| a | b |\n☐",
  ])
  func takesOtherSignsForNone(text: String) {
    #expect(boxes(text).filter { !$0.hasSuffix("| a | b |") } == [] || text.hasPrefix("| a"))
  }

  @Test(arguments: [
    ("## ☐ Stage one", ["o Stage one"]), ("### 2. ☐ **Load** the data", ["o Load the data"]),
    ("## [ ] Restore", ["o Restore"]), ("### Load it: ☐ ###", ["o Load it"]),
    ("## ☑️ Stage one\n\n## ☐ Stage two", ["x Stage one", "o Stage two"]),
    ("## ☑️ Stage one\n\n## ☑ Stage two", []), ("## ⬜ Pending", []), ("## Why ☐ is used", []),
    ("## Rollback ☐", []), ("## ☐ A\n\n- [ ] b", ["o b"]),
  ])
  func readsTheBoxOfAHeading(text: String, expected: [String]) {
    #expect(boxes(text) == expected)
  }

  @Test func saysInAnAsideWhoseARowIs() {
    let text = "# T\n\n| Item | Owner | Done |\n|---|---|---|\n| Keys are valid | Ops | ☐ |\n"
    #expect(read(text).claims.map(\.text) == ["Keys are valid (Ops)"])
  }

  @Test func leavesOutTheTickBehindABox() {
    #expect(boxes("- [ ] The page answers ✅") == ["o The page answers"])
  }

  @Test func keepsBoxesOfCellsThatCountNowhere() {
    let checklist = read("# T\n\n## Rollback\n\n| a | Done |\n|---|---|\n| b | [ ] |\n")
    #expect(checklist.boxes.count == 1)
    #expect(checklist.claims.isEmpty)
  }

  @Test func takesAListThatExplainsSignsForNone() {
    let list = "- ⬜ Open\n- 🔄 In work\n- ✅ Done\n- ❌ Failed\n"
    #expect(boxes("**Status legend:**\n\n" + list) == [])
    #expect(boxes("**Steps:**\n\n" + list) == ["o Open"])
  }

  @Test(arguments: [
    ("- [~] a", "~"), ("- [-] a", "-"), ("- [!] a", "!"), ("- [o] a", "o"), ("- [✓] a", "✓"),
  ])
  func countsOtherStatesAsOpen(text: String, state: String) throws {
    let checklist = read(text + "\n")
    let box = try #require(checklist.claims.first?.box)
    #expect(!box.isTicked)
    #expect(checklist.text(box.range) == state)
    #expect(checklist.shownDiagnostics == ["box-state 1"])
  }

  @Test(arguments: [
    ("| Check | Done |\n|---|---|\n| disk is free | [ ] |", ["o disk is free"]),
    ("| Check | Done |\n|---|---|\n| disk is free | ⬜ |", ["o disk is free"]),
    ("| Item | Note |\n|---|---|\n| [x] **Disk** | > 20 GB free |", ["x Disk: > 20 GB free"]),
    (
      "| Check | Dev | Prod |\n|---|---|---|\n| disk | [ ] | [x] |",
      ["o disk (Dev)", "x disk (Prod)"]
    ),
    ("| a | b | Done |\n|---|---|---|\n| x | `p \\| q` | [ ] |", ["o x: p | q"]),
    ("| Item | Estado | Check |\n|---|---|---|\n| [ ] A | abierto | uno |", ["o A: uno"]),
    ("| Symbol | Meaning |\n|---|---|\n| ⬜ | open |", []),
    ("| a | b |\n|---|---|\n| `[ ]` | x |", []),
  ])
  func readsBoxesInCells(text: String, expected: [String]) {
    #expect(boxes(text) == expected)
  }

  @Test func placesTableBoxesInDocumentOrder() {
    let checklist = read(
      "- [ ] first\n\n| a | Done |\n|---|---|\n| second | [ ] |\n| third | [ ] |\n\n- [ ] last\n")
    #expect(checklist.claims.map(\.text) == ["first", "second", "third", "last"])
    #expect(checklist.claims.map(\.id) == [0, 1, 2, 3])
    #expect(checklist.claims.map(\.location.line) == [1, 5, 6, 8])
  }

  @Test func readsCodesOfARow() {
    let checklist = read("| Check | Done |\n|---|---|\n| run `a \\| b` and `c` | [ ] |\n")
    #expect(checklist.claims.first?.codes == ["a | b", "c"])
  }

  @Test func leavesConditionalSectionsOut() {
    #expect(boxes("# Rollback\n\n☐ a\n\n| a | Done |\n|---|---|\n| b | [ ] |") == [])
  }

  @Test func readsABoxBehindADash() {
    #expect(
      read("# T\n\n**Checkpoint** - [ ] the page answers\n").shownClaims
        == ["item Checkpoint: the page answers"])
  }

  @Test(arguments: ["• [ ] a", "– ☐ a", "a. [ ] a", "2.1 ☐ a", "◦ **☐** a"])
  func readsABoxBehindWhatIsNoListMarker(line: String) {
    let checklist = read("# T\n\n## S\n\n\(line)\n")
    #expect(checklist.shownClaims == ["item a"])
    #expect(checklist.claims.first?.box != nil)
  }

  @Test(arguments: ["**☐ Pass**", "_☐ Pass_", "***☐ Pass***", "**[ ] Pass**"])
  func readsABoxThatIsBoldAsAWhole(line: String) {
    #expect(read("# T\n\n## S\n\n\(line)\n").shownClaims == ["item Pass"])
  }
}
