import Foundation
import Testing

/// A run that came to its end, and what it left.
struct FinishedRun {
  let end: Child.End
  let folder: String
  let report: RunReport
  let journal: JournalReading
  /// The completed document.
  let completed: [UInt8]
  private let source: [UInt8]

  /// The path of the completed document.
  var completedPath: String { folder + "/" + name + ".completed.md" }
  /// The path of the signed document.
  var signedPath: String { folder + "/" + name + ".signed.md" }
  private let name: String

  init(end: Child.End, folder: String, source: String) throws {
    self.end = end
    self.folder = folder
    name = ((source as NSString).lastPathComponent as NSString).deletingPathExtension
    self.source = [UInt8](try Data(contentsOf: URL(fileURLWithPath: source)))
    completed = [UInt8](
      try #require(
        FileManager.default.contents(atPath: "\(folder)/\(name).completed.md"),
        "there is no completed document: \(end.text)"))
    let json = try Data(contentsOf: URL(fileURLWithPath: folder + "/run.json"))
    report = try JSONDecoder().decode(RunReport.self, from: json)
    journal = try JournalReading(folder + "/journal.jsonl")
    #expect(journal.tornBytes == 0)
    #expect(journal.head == report.journal.head)
    #expect(journal.records.count == report.journal.records)
    #expect(journal.records("decision").map(\.decision) == [report.decision])
  }

  /// The lines of the boxes that are ticked in the completed document, counted by a search of our
  /// own: nothing of gonogo takes part.
  var ticked: Set<Int> {
    Set(
      lines(completed).prefix(lines(source).count).enumerated().compactMap { index, line in
        line.drop { $0 == 0x20 }.starts(with: Array("- [x]".utf8)) ? index + 1 : nil
      })
  }

  /// A line of the completed document.
  func line(_ number: Int) -> String {
    let all = lines(completed)
    return all.indices.contains(number - 1) ? String(decoding: all[number - 1], as: UTF8.self) : ""
  }

  /// What is appended to the author's text.
  var appended: String {
    String(
      decoding: Array(
        lines(completed).dropFirst(lines(source).count - 1).joined(separator: [0x0A])),
      as: UTF8.self)
  }

  /// The verdict on the claim of a line.
  func verdict(_ line: Int) -> String? { report.claims.first { $0.line == line }?.verdict }

  /// Why it is so.
  func reason(_ line: Int) -> String { report.claims.first { $0.line == line }?.because ?? "" }

  /// The command of a line.
  func step(_ line: Int) -> RunReport.Step? { report.steps.first { $0.line == line } }

  /// Checks the completed document byte by byte: it must be the source in which the boxes `ticked`
  /// are ticked, the blanks of the lines in `filled` hold these texts, the marks of the lines in
  /// `marks` are replaced, and nothing else is changed; then the record.
  func expectOnly(
    ticked: [Int], filled: [Int: String], marks: [Int: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var expected = lines(source)
    for (number, text) in filled {
      replace("_{3,}", with: text, in: &expected, number, sourceLocation)
    }
    for number in ticked { replace("\\[ \\]", with: "[x]", in: &expected, number, sourceLocation) }
    for (number, mark) in marks { replace("✅", with: mark, in: &expected, number, sourceLocation) }
    let found = lines(completed)
    for (index, line) in expected.enumerated() where index < expected.count - 1 || !line.isEmpty {
      guard found.indices.contains(index), found[index] == line else {
        Issue.record(
          """
          line \(index + 1) must be “\(String(decoding: line, as: UTF8.self))” \
          and is “\(self.line(index + 1))”
          """, sourceLocation: sourceLocation)
        continue
      }
    }
    #expect(
      appended.drop { $0 == "\n" }.hasPrefix("---\n\n## Run record\n"),
      sourceLocation: sourceLocation)
  }

  private func replace(
    _ pattern: String, with text: String, in expected: inout [ArraySlice<UInt8>], _ number: Int,
    _ sourceLocation: SourceLocation
  ) {
    let line = String(decoding: expected[number - 1], as: UTF8.self)
    guard let range = line.range(of: pattern, options: .regularExpression) else {
      Issue.record("the source has no \(pattern) in line \(number)", sourceLocation: sourceLocation)
      return
    }
    expected[number - 1] = Array(line.replacingCharacters(in: range, with: text).utf8)[...]
  }

  private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }
}
