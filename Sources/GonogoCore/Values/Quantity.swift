/// A number with its unit.
package struct Quantity: Sendable, Hashable, Codable {
  /// The number, in `unit`.
  package let value: Double
  /// The unit; `Unit.none` for a plain number.
  package let unit: Unit

  /// A quantity of `value` times `unit`.
  package init(_ value: Double, _ unit: Unit = .none) {
    self.value = value
    self.unit = unit
  }

  /// The value in base units (seconds, bytes, percent).
  package var base: Double { value * unit.factor }
  /// The value in base units when `kB`, `MB`, `GB` … are read as powers of 1024.
  package var binaryBase: Double { value * unit.binaryFactor }

  /// The same quantity in another unit of the same dimension; nil when the dimensions differ.
  package func converted(to other: Unit) -> Quantity? {
    guard other.dimension == unit.dimension else { return nil }
    if other == unit { return self }
    return Quantity(value * unit.factor / other.factor, other)
  }
}
