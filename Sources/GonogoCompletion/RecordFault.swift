/// What is wrong with the record of a completed document.
package struct RecordFault: Error, Sendable, Hashable {
  /// What is wrong, about "it", the document; without a final stop.
  package let message: String

  init(_ message: String) { self.message = message }
}
