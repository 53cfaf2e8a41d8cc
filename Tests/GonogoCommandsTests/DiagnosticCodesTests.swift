import Foundation
import Testing

@testable import GonogoCommands

/// The codes in the sources, in `DiagnosticCodes` and in `docs/lint.md` are the same.
struct DiagnosticCodesTests {
  private static let package = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file below Sources but the table itself.
  private static let sources: [(name: String, text: String)] = {
    let folder = package.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.allObjects as? [URL] ?? []).filter {
      $0.pathExtension == "swift" && $0.lastPathComponent != "DiagnosticCodes.swift"
    }.compactMap { file in
      (try? String(contentsOf: file, encoding: .utf8)).map { (file.lastPathComponent, $0) }
    }
  }()

  @Test func explainsEveryCodeInTheSources() {
    var unknown: [String] = []
    var count = 0
    for (name, text) in Self.sources {
      let literals =
        text.matches(of: /(?:code:(?: String =)?|report\()\s*"([a-z]+(?:-[a-z0-9]+)*)"/)
        .map { String($0.output.1) }
        + text.matches(of: /code: [^,\n]*\? "([a-z-]+)" : "([a-z-]+)"/)
        .flatMap { [String($0.output.1), String($0.output.2)] }
      count += literals.count
      for code in literals where DiagnosticCodes.meaning(of: code) == nil {
        unknown.append("\(name): \(code)")
      }
    }
    #expect(count > 50)
    #expect(unknown == [], "add them to DiagnosticCodes and docs/lint.md")
  }

  @Test func explainsNoCodeThatIsNowhere() {
    let all = Self.sources.map(\.text).joined(separator: "\n")
    let gone = DiagnosticCodes.meanings.keys.filter { !all.contains("\"\($0)\"") }
    #expect(gone.sorted() == [])
  }

  @Test func saysTheSameInTheDocumentation() throws {
    let page = try String(
      contentsOf: Self.package.appendingPathComponent("docs/lint.md"), encoding: .utf8)
    var shown: [String: String] = [:]
    for line in page.split(separator: "\n") {
      guard let match = line.wholeMatch(of: /\| `([a-z0-9-]+)` \| [a-z, ]+ \| (.*) \|/) else {
        continue
      }
      #expect(shown.updateValue(String(match.output.2), forKey: String(match.output.1)) == nil)
    }
    #expect(shown == DiagnosticCodes.meanings)
  }
}
