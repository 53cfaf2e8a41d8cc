/// What came of a query in `sql("…")`.
package enum SQLLookup: Sendable, Hashable {
  /// The one value of its one row, as the server writes it.
  case value(String)
  /// There is no such value, and why: no connection, an error, no row, several rows, NULL.
  case failed(String)
}
