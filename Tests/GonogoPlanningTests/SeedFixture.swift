import Foundation
import GonogoPlanning

/// The document every rule of inference was made on, when it is there.
enum SeedFixture {
  private static let file = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/seed/tracing-preflight.md").standardizedFileURL

  static let isThere = FileManager.default.fileExists(atPath: file.path)

  static func plan() throws -> Plan {
    GonogoPlanningTests.plan(try String(contentsOf: file, encoding: .utf8))
  }
}
