/// Why edits cannot be applied: a fault of ours, found before anything is written.
package enum EditError: Error, Sendable, Equatable {
  /// Two edits touch the same bytes.
  case overlap(Range<Int>, Range<Int>)
  /// An edit lies outside the document.
  case outside(Range<Int>)
}
