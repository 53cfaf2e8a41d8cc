/// What a unit measures; quantities of different dimensions are never compared.
package enum Dimension: String, Sendable, Hashable, Codable {
  /// A plain number: counts, ratios, anything written without a unit.
  case number
  /// Time; the base unit is the second.
  case time
  /// Amount of data; the base unit is the byte.
  case data
  /// Hundredths; the base unit is one percent.
  case percent
}
