import Foundation
import GonogoCore
import GonogoMarkdown
import GonogoPlanning
import Testing

@testable import GonogoCompletion

/// What must hold for every document that people have written.
@Suite(.enabled(if: Corpus.isThere, "optional: the shared corpus of documents is not here"))
struct CorpusTests {
  @Test func isWorthIt() { #expect(Corpus.files.count >= 100) }

  @Test(arguments: Corpus.files)
  func completesEveryDocument(name: String) throws {
    let bytes = try Corpus.bytes(name)
    let clock = ContinuousClock()
    let start = clock.now
    let plan = plan(bytes, path: name)
    #expect(clock.now - start < .seconds(10))
    if plan.checklist.diagnostics.contains(where: { $0.severity == .error }) {
      // Then nothing runs and nothing is completed.
      #expect(plan.hasErrors)
      return
    }
    let word = Attestation(by: "Ann", time: 0, answer: .yes, note: nil)
    for record in [
      RunRecord.unknown(plan),
      RunRecord.record(plan, verdict: .pass, source: .attestation(word), text: "12.5 of [x] | it"),
    ] {
      let edits = CompletionEdits(plan: plan, record: record).edits()
      let completed = try record.completed(plan)
      try checkBytes(plan.checklist, completed, edits)
      try checkRecord(plan.checklist, completed)
      checkStructure(plan.checklist, completed, edits)
    }
    for text in Self.texts {
      let record = RunRecord.filled(plan, text: text)
      try checkRecord(plan.checklist, record.completed(plan))
      let edits = CompletionEdits(plan: plan, record: record).edits()
      let filled = try Edit.apply(edits, to: bytes)
      BlockTree(plan.checklist, edits: edits).check(against: filled, "\(name) with \(text)")
    }
  }

  private static let texts = [
    "12.5", "`code` | cell", "- [ ] box", "<!-- comment", "```", "a\n\n# b\n", "--- | ---", "1. x",
  ]

  /// What the document shows is what its record says, and the author's bytes can be had back.
  private func checkRecord(_ checklist: Checklist, _ completed: [UInt8]) throws {
    let check = RecordCheck(try CompletedDocument(completed), digest: checksum)
    #expect(check.faults() == [])
    #expect(check.authorsBytes() == checklist.document.bytes)
  }

  /// Every byte of the author's that no edit names stands where it stood, and edits touch nothing
  /// but boxes, blanks and signs.
  private func checkBytes(
    _ checklist: Checklist, _ completed: [UInt8], _ edits: [Edit]
  ) throws {
    let bytes = checklist.document.bytes
    var places = Set(checklist.claims.compactMap { $0.box?.range })
    places.formUnion(checklist.claims.compactMap(\.emoji))
    places.formUnion(checklist.blanks.map(\.range))
    places.formUnion(checklist.blanks.flatMap { $0.options.compactMap { $0.box?.range } })
    var position = 0
    var place = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let before = bytes[position..<edit.range.lowerBound]
      #expect(completed[place..<place + before.count].elementsEqual(before))
      #expect(places.contains(edit.range))
      place += before.count + edit.replacement.count
      position = edit.range.upperBound
    }
    let rest = bytes[position...]
    #expect(completed[place..<place + rest.count].elementsEqual(rest))
    let appended = completed[(place + rest.count)...]
    let isOpenLine = bytes.last.map { $0 != 0x0A && $0 != 0x0D } ?? false
    #expect(appended.starts(with: Array((isOpenLine ? "\n\n---\n" : "\n---\n").utf8)))
  }

  /// Read again it is the same checklist, but for what was ticked and filled.
  private func checkStructure(_ checklist: Checklist, _ completed: [UInt8], _ edits: [Edit]) {
    let again = MarkdownReader.read(Document(path: "completed.md", bytes: completed))
    let count = checklist.sections.count
    #expect(again.sections.prefix(count).map(\.location) == checklist.sections.map(\.location))
    #expect(again.sections.prefix(count).map(\.level) == checklist.sections.map(\.level))
    #expect(again.sections.prefix(count).map(\.role) == checklist.sections.map(\.role))
    #expect(
      again.steps.prefix(checklist.steps.count).map(\.script) == checklist.steps.map(\.script))
    #expect(again.steps.map(\.firstLine) == checklist.steps.map(\.firstLine))
    // A ticked square is a check mark, which is no box any more, and signs in headings are boxes only
    // beside an open one; a list whose first sign says that
    // it failed may be none of what is expected any more, and a row whose state is written down waits
    // for nothing.
    let kept = Set(again.claims.lazy.filter { !$0.isLoose }.map(\.location.line))
    let written = Set(checklist.blanks.map(\.location.line))
    let changed = checklist.claims.filter {
      $0.box?.style == .square || isInHeading($0, checklist)
        || (($0.emoji != nil || written.contains($0.location.line))
          && !kept.contains($0.location.line))
    }
    let picked = checklist.blanks.filter { $0.options.contains { $0.box?.style == .square } }
    let signed = Set(changed.map(\.location.line))
      .union(picked.flatMap { $0.location.line...($0.location.line + $0.options.count) })
    let end = checklist.document.lines.count
    let old = checklist.claims.filter { !signed.contains($0.location.line) && !$0.isLoose }
    // What is filled may read like a demand, or no more: "Approved by: ____".
    let new = again.claims.filter {
      !signed.contains($0.location.line) && $0.location.line <= end && !$0.isLoose
    }
    #expect(new.map(\.location.line) == old.map(\.location.line))
    #expect(new.map(\.kind) == old.map(\.kind))
    // A claim may go on over lines, and what is filled may stand in any of them.
    let starts = checklist.claims.map(\.location.line)
    let filled = Set(
      checklist.blanks.compactMap { blank in starts.last { $0 <= blank.location.line } })
    for (old, new) in zip(old, new) where !filled.contains(old.location.line) {
      let text = new.text.drop { "✅❌⚠️ ".contains($0) }
      #expect(text == old.text || new.text == old.text, "line \(old.location.line)")
    }
    #expect(Completion.isCompleted(again.document))
  }
}

private func isInHeading(_ claim: Claim, _ checklist: Checklist) -> Bool {
  claim.box != nil
    && checklist.document.text(
      checklist.document.contentRange(ofLine: claim.location.line)
    ).hasPrefix("#")
}

/// Documents that people have written, when they are there.
enum Corpus {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/corpus").standardizedFileURL

  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") }.sorted()
  static let isThere = !files.isEmpty

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }
}
