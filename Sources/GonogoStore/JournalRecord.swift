package import GonogoCore

/// One line of a journal.
package struct JournalRecord: Sendable, Hashable {
  /// Its number, from 0.
  package let index: Int
  /// The digest of its line without the line end; the next record holds it as `prev`.
  package let digest: String
  /// The line's object: the event's members with `i` and `prev`.
  package let value: JSONValue
}
