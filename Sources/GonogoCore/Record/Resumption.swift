/// That a run was gone on with after it had ended before its end.
package struct Resumption: Sendable, Equatable {
  /// When, in seconds since 1970-01-01 UTC.
  package let time: Int
  /// Who went on.
  package let by: String

  /// A resumption; see the properties.
  package init(time: Int, by: String) {
    self.time = time
    self.by = by
  }
}
