/// A place to fill.
package struct Blank: Sendable {
  /// Its position among the blanks of the document, from 0.
  package let id: Int
  /// The section it stands in.
  package let section: Int
  /// The text before it, without marks and the final colon.
  package let label: String
  /// The unit written after it, or nil.
  package let unit: Unit?
  /// The bytes to replace.
  package let range: Range<Int>
  /// What it asks for when it belongs to the sign-off, else nil.
  package let field: Field?
  /// Where it stands.
  package let location: SourceLocation

  /// A blank; see the properties.
  package init(
    id: Int, section: Int, label: String, unit: Unit?, range: Range<Int>, field: Field?,
    location: SourceLocation
  ) {
    self.id = id
    self.section = section
    self.label = label
    self.unit = unit
    self.range = range
    self.field = field
    self.location = location
  }
}
