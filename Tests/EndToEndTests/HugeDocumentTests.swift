import Foundation
import Testing

/// Documents that no one would write by hand: each ends in a plan or in a clear refusal, never in a
/// crash and never in a hang.
@Suite(.serialized) struct HugeDocumentTests {
  @Test(arguments: HugeDocument.all)
  func isPlannedOrRefused(_ huge: HugeDocument) throws {
    let folder = try Workplace()
    try folder.write(huge.text(), "huge.md")
    let end = try folder.gonogo(["plan", "huge.md"], limit: 120)
    #expect(!end.wasStopped, "it hangs")
    #expect(huge.statuses.contains(end.status), "\(end.status): \(end.errors.prefix(400))")
    if end.status == 65 { #expect(end.errors.contains("huge.md:"), "no place is named") }
  }
}
