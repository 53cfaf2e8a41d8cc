import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

/// A box is decided by the block in its item, and never by the block of another box.
struct OwnBlockTests {
  private func decider(of text: String, in document: String) throws -> String {
    let checklist = MarkdownReader.read(
      Document(path: "a.md", bytes: Array(document.utf8)))
    var planner = Planner(checklist: checklist)
    let plan = planner.plan()
    let claim = try #require(checklist.claims.first { $0.text.hasPrefix(text) && $0.box != nil })
    let rule = plan.claimRules[claim.id]
    if rule.isPersonal { return "person" }
    guard let ids = rule.commands else { return "section" }
    return ids.map { plan.commands[$0].text }.joined(separator: "; ")
  }

  private static let items = """
    # A

    - [ ] Hooks installed in the clone
      ```bash
      test -f hooks && echo "Hooks installed"
      ```
    - [ ] All hooks pass
      ```bash
      pre-commit run
      ```
    - [ ] Disk usage below 80%
      ```bash
      df -h /
      ```
    - [ ] Redis is healthy
      ```bash
      redis-cli ping
      ```
    - [ ] Service is active
      ```bash
      systemctl is-active nginx
      ```
    - [ ] Services are active
      ```bash
      systemctl is-active nginx
      ```
    - [ ] Cache is active on db2
      ```bash
      systemctl is-active nginx
      ```

    """

  @Test(arguments: [
    ("All hooks", "person"), ("Disk", "df -h /"), ("Redis", "redis-cli ping"),
    ("Service is", "systemctl is-active nginx"), ("Services are", "person"), ("Cache", "person"),
  ])
  func itsOwnBlockDecidesWhereItSpeaksOfNothingElse(item: String, wanted: String) throws {
    #expect(try decider(of: item, in: Self.items) == wanted)
  }

  @Test func theBlockOfAnotherBoxDecidesNothing() throws {
    let document = """
      - [ ] Redis
        ```bash
        redis-cli ping
        ```
      - [ ] Redis is healthy

      """
    #expect(try decider(of: "Redis is healthy", in: document) == "person")
    let inside = document.replacing("- [ ] Redis is healthy", with: "  - [ ] Redis is healthy")
    #expect(try decider(of: "Redis is healthy", in: inside) == "redis-cli ping")
  }

  @Test func aColonLeadsToTheBlockRightBelowTheList() throws {
    func document(_ item: String) -> String {
      "- [ ] First\n- [ ] \(item)\n\n```bash\nredis-cli ping\n```\n"
    }
    #expect(try decider(of: "Redis", in: document("Redis is healthy:")) == "redis-cli ping")
    #expect(try decider(of: "Redis", in: document("**Redis is healthy:**")) == "redis-cli ping")
    #expect(try decider(of: "Redis", in: document("Redis is healthy")) == "person")
  }

  @Test func aBlockThatIsNotRunLeavesItsBoxToAPerson() throws {
    let document = """
      ## Check

      ```bash
      redis-cli ping
      ```

      - [ ] Redis is healthy
        ```bash {skip}
        redis-cli info
        ```

      """
    #expect(try decider(of: "Redis", in: document) == "person")
  }

  @Test(arguments: [
    // Of several commands nobody knows whether one is enough.
    "- [ ] Redis is healthy\n  ```bash\n  test -d /data\n  ```\n  ```bash\n  redis-cli ping\n  ```\n",
    "- [ ] Redis is healthy\n  ```bash\n  redis-cli ping\n  ```\n  ```python\n  check()\n  ```\n",
    "- [ ] Redis is healthy:\n\n```bash\nredis-cli ping\n```\n\n```bash\nredis-cli -h db2 ping\n```\n",
    // Another thing has a longer name.
    "- [ ] Redis is active\n  ```bash\n  systemctl is-active redis-sentinel\n  ```\n",
    "- [ ] Workers are active\n  ```bash\n  systemctl is-active worker\n  ```\n",
    "- [ ] Each health check returns 200\n  ```bash\n  curl -I localhost/health\n  ```\n",
    "- [ ] `/health` returns 200\n  ```bash\n  curl -I localhost/health/live\n  ```\n",
  ])
  func leavesToAPersonWhatOneCommandDoesNotShow(document: String) throws {
    let text = document.hasPrefix("- [ ] `") ? "/health" : String(document.dropFirst(6).prefix(4))
    #expect(try decider(of: text, in: document) == "person")
  }

  @Test func aLimitTakesNoValueOfAnotherBox() throws {
    let document = """
      - [ ] Root disk, which the DBA looks at
        ```bash
        df -h /
        ```
      - [ ] Disk usage below 80%

      """
    #expect(try decider(of: "Disk usage", in: document) == "")
  }
}
