import GonogoCore
import GonogoPlanning
import Testing

/// Sentences that look as if a check decided them, and the check that must not.
struct InferenceTests {
  private func document(
    section: String = "Database Health Check", label: String, command: String = "ls",
    expectation: String
  ) -> String {
    "# \(section)\n\n```bash\n# \(label)\n\(command)\n```\n\n**Expected**:\n- \(expectation)\n"
  }

  @Test(arguments: [
    ("Check the backup server answers", "Backup server answers"),
    ("Verify Modal has the DATABASE_URL secret", "Modal has DATABASE_URL secret"),
  ])
  func takesACommandThatChecksJustThis(label: String, expectation: String) {
    let plan = plan(document(label: label, expectation: expectation))
    #expect(plan.basis(expectation) == "command \(label)")
  }

  @Test(arguments: [
    // The command does something; it does not find out.
    ("Create the backup server answers", "Backup server answers"),
    // One word of the sentence is not in the label.
    ("Check the backup server", "Backup server answers quickly to Berlin"),
    // The opposite.
    ("Check the backup server answers", "Backup server never answers"),
    ("Verify no backup server answers", "Backup server answers"),
    // Status words carry nothing.
    ("Check status", "All good"), ("Verify it", "It is verified"),
    // A single shared word.
    ("Check backup", "Backup"),
    // It holds either way.
    ("Check the backup server answers", "Backup server answers (optional)"),
    ("Check the backup server answers", "Backup server answers, or not"),
  ])
  func leavesALookAlikeToAPerson(label: String, expectation: String) {
    let plan = plan(document(label: label, expectation: expectation))
    #expect(plan.basis(expectation) == "person")
  }

  @Test func doesNotTakeACommandBelowOrOfAnotherSection() {
    let below = """
      # A

      **Expected**:
      - Backup server answers

      ```bash
      # Check the backup server answers
      ls
      ```

      """
    #expect(plan(below).basis("Backup server answers") == "person")
    let other = """
      # A

      ```bash
      # Check the backup server answers
      ls
      ```

      # B

      **Expected**:
      - Backup server answers

      """
    #expect(plan(other).basis("Backup server answers") == "person")
  }

  @Test func asksWhenTwoCommandsCheckTheSame() {
    let text = """
      # A

      ```bash
      # Check the backup server answers
      ls

      # Verify backup server answers again
      ls
      ```

      **Expected**:
      - Backup server answers

      """
    #expect(plan(text).basis("Backup server answers") == "person")
  }

  @Test func neverTicksAnItemByACommandLabel() {
    let text =
      "# A\n\n```bash\n# Check the backup server answers\nls\n```\n\n- [ ] Backup server answers\n"
    #expect(plan(text).basis("Backup server answers") == "person")
  }

  static let sections = """
    # 1. Database Health Check

    ```bash
    # Check database connection
    psql -c "select 1"
    ```

    # 2. Cache Health Check

    ```bash
    # Check cache connection
    redis-cli ping
    ```

    # 3. Rollback Capability Check

    ```bash
    # Look at the commits
    git log
    ```

    # 4. Code State

    ```bash
    # Look at the tree
    git status
    ```

    # GO if all

    - [ ] Database healthy
    - [ ] Database is not healthy
    - [ ] Health
    - [ ] Health checked
    - [ ] Code tree clean and reviewed by two people
    - [ ] Rollback capability of the mobile clients in every store proven
    - [ ] No uncommitted changes

    # NO-GO if any

    - [ ] Database unhealthy
    - [ ] Database connection
    - [ ] Database connection works
    - [ ] Database connection problems
    - [ ] Database connection never down
    - [ ] No rollback capability
    - [ ] Rollback capability
    - [ ] Uncommitted changes

    """

  @Test(arguments: [
    ("Database healthy", ["section 1. Database Health Check"]), ("Health", ["person"]),
    ("Database is not healthy", ["person"]), ("Health checked", ["person"]),
    ("Code tree clean and reviewed by two people", ["person"]),
    ("Rollback capability of the mobile clients in every store proven", ["person"]),
    ("No uncommitted changes", ["not count uncommitted_changes"]),
    (
      "Database unhealthy",
      ["person", "not claim Database healthy", "not section 1. Database Health Check"]
    ),
    ("Database connection", ["person"]), ("Database connection works", ["person"]),
    ("Database connection problems", ["not command Check database connection"]),
    ("Database connection never down", ["person"]),
    ("No rollback capability", ["not section 3. Rollback Capability Check"]),
    ("Rollback capability", ["person"]), ("Uncommitted changes", ["count uncommitted_changes"]),
  ])
  func bindsACriterionOnlyWithItsPolarity(text: String, allowed: [String]) {
    let basis = plan(Self.sections).basis(text)
    #expect(allowed.contains(basis), "\(text) is decided by \(basis)")
  }

  @Test func asksWhenTwoSectionsFitEquallyWell() {
    let text = """
      # Staging database health

      ```bash
      ls
      ```

      # Production database health

      ```bash
      ls
      ```

      # GO if all

      - [ ] Database health

      """
    #expect(plan(text).basis("Database health") == "person")
  }

  @Test func takesASectionWithoutRunnableStepsForNoEvidence() {
    let text = """
      # Database health

      Prose.

      ```bash {skip}
      ls
      ```

      # GO if all

      - [ ] Database health

      """
    #expect(plan(text).basis("Database health") == "person")
  }

  @Test func takesAConditionalSectionForNoEvidence() {
    let text = "# Rollback database\n\n```bash\nls\n```\n\n# GO if all\n\n- [ ] Rollback database\n"
    #expect(plan(text).basis("Rollback database") == "person")
  }

  @Test func leavesALimitWithoutMeasurementToAPerson() {
    let text = "# A database\n\n```bash\nls\n```\n\n# GO if all\n\n- [ ] Database answers in <5ms\n"
    #expect(plan(text).basis("Database answers in <5ms") == "person")
  }
}
