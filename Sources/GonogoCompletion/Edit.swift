/// A change to a document: some bytes replaced by others.
package struct Edit: Sendable, Equatable {
  /// The bytes to replace; may be empty, to insert.
  package let range: Range<Int>
  /// What stands there afterwards.
  package let replacement: [UInt8]

  /// An edit.
  package init(_ range: Range<Int>, _ replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }
}
