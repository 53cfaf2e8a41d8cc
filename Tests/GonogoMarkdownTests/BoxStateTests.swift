import GonogoCore
import GonogoMarkdown
import Testing

/// Signs beside a box, and around it, that leave it to a person.
struct BoxStateTests {
  private func doubt(_ text: String) -> String? {
    read("# T\n\n## Disk\n\n```bash\ndf -h /\n```\n\n\(text)\n").claims.first { $0.box != nil }?
      .doubt
  }

  @Test(arguments: [
    "- [-] Disk below 80%", "- [~] Disk below 80%", "- [ ] Disk below 80%†",
    "- [ ] Disk below 80% \\*",
    "- [ ] Disk below 80% ?", "- [ ] Disk below 80% ⏳",
    "<details><summary>Node db2</summary>\n\n- [ ] Disk below 80%\n\n</details>",
    "<details>\n<summary>On the replica</summary>\n\n- [ ] Disk below 80%\n\n</details>",
    "<h4>Under full load</h4>\n\n- [ ] Disk below 80%",
  ])
  func leaveDoubt(text: String) {
    #expect(doubt(text) != nil)
  }

  @Test(arguments: [
    "- [ ] Disk below 80%",
    "<details><summary>Click to open</summary>\n\n- [ ] Disk below 80%\n\n</details>",
    "<details><summary>Node db2</summary>\n\nText\n\n</details>\n\n- [ ] Disk below 80%",
  ])
  func leaveNone(text: String) {
    #expect(doubt(text) == nil)
  }

  @Test func aHeadingThatNamesAnotherPlaceLeavesDoubt() {
    func doubt(_ heading: String) -> String? {
      read("# T\n\n## \(heading)\n\n```bash\ndf -h /data\n```\n\n- [ ] Disk below 80%\n").claims[0]
        .doubt
    }
    #expect(doubt("Disk on db1 and db2") != nil)
    #expect(doubt("Production") != nil)
    #expect(doubt("Disk (/var)") != nil)
    #expect(doubt("Disk (/data)") == nil)
    #expect(doubt("Disk") == nil)
  }
}
