/// A column of a result.
package struct Column: Sendable, Hashable {
  /// Its name as the statement gives it; PostgreSQL says `?column?` where there is none.
  package let name: String
  /// The object identifier of its type, as `pg_type` lists it.
  package let typeIdentifier: UInt32

  /// A column; see the properties.
  package init(name: String, typeIdentifier: UInt32) {
    self.name = name
    self.typeIdentifier = typeIdentifier
  }
}
