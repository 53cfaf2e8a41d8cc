/// How the journal ended, as the record pins it.
package struct JournalSummary: Sendable, Equatable {
  /// How many records it held when the document was completed.
  package let records: Int
  /// The SHA-256 of its last record.
  package let head: String

  /// A summary.
  package init(records: Int, head: String) {
    self.records = records
    self.head = head
  }
}
