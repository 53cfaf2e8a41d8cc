import Foundation
import Glibc
import GonogoCore
import Testing

@testable import GonogoSandbox

/// The attacks of the samples beside this repository, run inside a block at every level, as root
/// and as an ordinary user, against the table of what must be blocked.
@Suite(
  .serialized,
  .enabled(
    if: AttackScene.isThere, "optional: the samples of attacks are not beside this checkout"),
  .enabled(if: Bench.hasBubblewrap, "bubblewrap is not installed"),
  .enabled(if: getuid() == 0, "only root can run the attacks as root and as somebody else"))
struct AttackTableTests {
  /// One line of the table: what an attack must come to.
  struct Row {
    let attack: String
    let cells: [SandboxLevel: String]

    /// True when it must be blocked.
    func isBlocked(at level: SandboxLevel, asNobody: Bool) -> Bool {
      cells[level] == "blocked" || (cells[level] == "root" && asNobody)
    }
  }

  static let table: [Row] = {
    let path = URL(filePath: #filePath).appending(path: "../../Fixtures/attacks.tsv")
      .standardizedFileURL
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t").map(String.init) }
    let levels = (lines.first ?? []).dropFirst().map { SandboxLevel(rawValue: $0) }
    return lines.dropFirst().map { line in
      var cells: [SandboxLevel: String] = [:]
      for case (let level?, let cell) in zip(levels, line.dropFirst()) { cells[level] = cell }
      return Row(attack: line.first ?? "", cells: cells)
    }
  }()

  @Test func hasATableOfAllOfThem() {
    #expect(Self.table.count == 56)
    let words: Set<String> = ["blocked", "open", "root", "-"]
    for row in Self.table {
      #expect(row.cells.count == SandboxLevel.allCases.count)
      #expect(Set(row.cells.values).isSubset(of: words), "\(row.attack)")
    }
    let blocked = [SandboxLevel.strict, .standard, .reduced].map { level in
      Self.table.filter { $0.isBlocked(at: level, asNobody: true) }.count
    }
    #expect(blocked == [51, 49, 45])
  }

  @Test(arguments: SandboxLevel.allCases, [false, true])
  func blocksWhatItMust(level: SandboxLevel, asNobody: Bool) throws {
    let succeeded = try AttackScene(level, asNobody: asNobody).attack()
    #expect(Set(succeeded.keys) == Set(Self.table.map(\.attack)))
    for row in Self.table {
      if row.isBlocked(at: level, asNobody: asNobody) {
        #expect(succeeded[row.attack] == false, "\(row.attack)")
      } else if row.attack.contains("by design"), row.cells[level] == "open" {
        #expect(succeeded[row.attack] == true, "\(row.attack)")
      }
    }
  }
}
