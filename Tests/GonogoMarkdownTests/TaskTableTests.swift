import GonogoCore
import Testing

/// Tables of tasks whose state is still open, and tables of what is needed.
struct TaskTableTests {
  private func claims(_ rows: [String], header: String = "# | Task | Who | Status | Notes")
    -> [String]
  {
    let count = header.split(separator: "|").count
    let rule = Array(repeating: "---", count: count).joined(separator: "|")
    let table = ["| \(header) |", "|\(rule)|"] + rows.map { "| \($0) |" }
    return read("# A\n\n" + table.joined(separator: "\n") + "\n").shownClaims
  }

  @Test(arguments: [
    ("1 | Coverage > 70% | ann | ⏳ | `cov`", ["Coverage > 70%"]),
    ("1 | Space is enough | ann | pending | > 15% free", ["> 15% free"]),
    ("1 | ⚠️ Logs without errors | ann | ⏳ | no exceptions", ["Logs without errors"]),
    ("1 | Sin avisos de seguridad | ana | pendiente | x", ["Sin avisos de seguridad"]),
    ("1 | All suites pass | ann |  | `t`", ["All suites pass"]),
    ("1 | Alle Suiten bestehen | ann | offen | x", ["Alle Suiten bestehen"]),
    ("1 | 所有用例通过 | 甲 | 待处理 | x", ["所有用例通过"]),
    ("1 | 无严重告警 | 甲 | 待处理 | x", ["无严重告警"]),
    ("1 | 警告がないこと | 乙 | 未着手 | x", ["警告がないこと"]),
    (
      "1 | Restore test | ann | ⏳ | Rehearsal successful on staging",
      [
        "Rehearsal successful on staging"
      ]
    ),
    ("1 | Probe | ann | ⏳ | STATUS: Up", ["STATUS: Up"]),
    ("1 | Uptime > 24 h | ann | ⏳ | No crashes", ["Uptime > 24 h", "No crashes"]),
  ])
  func readsWhatATaskOrTheRemarkBesideItStates(row: String, wanted: [String]) {
    #expect(claims([row]) == wanted.map { "expectation \($0)" })
  }

  @Test(arguments: [
    "1 | Coverage > 70% | ann | ✅ | x", "1 | Coverage > 70% | ann | passed | 81%",
    "1 | Review the errors | ann | ⏳ | none open", "1 | Key rotated | ann | ⏳ | by mail",
    "1 | Tell the users | ann | ⏳ | if there are errors",
    "1 | Status page | ann | ⏳ | \"All is up\"", "1 | Notificar equipo exitoso | ann | ⏳ | x",
    "1 | Step list | ann | ⏳ | optional, no errors",
    "1 | 无法连接时报告错误 | 甲 | 待处理 | x", "1 | 所有人员已通知 | 甲 | 待处理 | x",
  ])
  func takesOtherRowsForNone(row: String) { #expect(claims([row]) == []) }

  @Test func takesACrossInEveryRowForAnOpenState() {
    let rows = [
      "1 | Load < 3 | ann | ❌ | x", "2 | No restarts | ann | ❌ | x", "3 | Mail sent | ann | ❌ | x",
    ]
    #expect(claims(rows) == ["expectation Load < 3", "expectation No restarts"])
    #expect(
      claims(Array(rows.prefix(2)) + ["3 | Mail sent | ann | ✅ | x"]) == [
        // Beside a tick it says that the row failed.
        "trigger 1: Load < 3: ann: ❌", "trigger 2: No restarts: ann: ❌",
      ])
  }

  @Test func keepsTheTaskAsTheContextOfARemark() {
    let checklist = read(
      "# A\n\n| Task | Status | Notes |\n|---|---|---|\n| Try it | ⏳ | < 2 s |\n")
    #expect(checklist.claims.map(\.context) == ["Try it"])
    #expect(checklist.claims.map(\.location.line) == [5])
  }

  @Test(arguments: [
    ("Part | Minimum | Better", "Memory | 6 GB | 12 GB", ["Memory: minimum 6 GB"]),
    ("Part | Minimum", "Runtime | v18+", ["Runtime: v18+"]),
    ("Recurso | Mínimo | Recomendado", "Disco | 30 GB | 60 GB", ["Disco: minimum 30 GB"]),
    ("Part | Max", "Restarts | 2", ["Restarts: maximum 2"]),
    ("Part | Minimum", "System | any Linux", []), ("Part | Amount", "Memory | 6 GB", []),
    ("Part | Minimum age of a backup", "Disk | 6 GB", []),
  ])
  func readsTheColumnOfWhatIsNeeded(header: String, row: String, wanted: [String]) {
    #expect(claims([row], header: header) == wanted.map { "expectation \($0)" })
  }
}
