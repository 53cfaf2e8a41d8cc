package import GonogoCore

/// A quantity while an expression is computed: in base units, under both readings of `MB`.
package struct Amount: Sendable, Hashable {
  /// The amount in base units (seconds, bytes, percent, or the number itself), `kB`, `MB`, `GB` …
  /// read as powers of 1000.
  package let base: Double
  /// The same with `kB`, `MB`, `GB` … read as powers of 1024.
  package let binaryBase: Double
  /// The unit in which it is shown.
  package let unit: Unit
  /// What the tool printed, when the amount is that and not computed; blanks are filled with it.
  package let printed: String?
  /// The quantity it was made from, before any conversion; nil when computed.
  private let written: Quantity?

  /// The amount of `quantity`; `printed` is the tool's own spelling of it.
  package init(_ quantity: Quantity, printed: String? = nil) {
    base = quantity.base
    binaryBase = quantity.binaryBase
    unit = quantity.unit
    self.printed = printed
    written = quantity
  }

  /// A computed amount.
  init(base: Double, binaryBase: Double, unit: Unit) {
    self.base = base
    self.binaryBase = binaryBase
    self.unit = unit
    printed = nil
    written = nil
  }

  /// What it measures.
  package var dimension: Dimension { unit.dimension }

  /// The amount in its unit, or nil when the two readings of `MB` give different numbers.
  package var quantity: Quantity? {
    if let written { return written }
    let decimal = base / unit.factor
    let binary = binaryBase / unit.binaryFactor
    return Self.isSame(decimal, binary) ? Quantity(decimal, unit) : nil
  }

  /// Whether both readings are finite numbers.
  var isFinite: Bool { base.isFinite && binaryBase.isFinite }

  /// Whether two numbers are the same but for rounding in the last places. Whole numbers are
  /// compared exactly: byte counts have no rounding.
  static func isSame(_ left: Double, _ right: Double) -> Bool {
    if left == right { return true }
    if left == left.rounded(), right == right.rounded() { return false }
    return abs(left - right) <= 1e-14 * max(abs(left), abs(right))
  }

  /// `number` as a person writes it, exactly: `5`, `0.25`, `1e+20`.
  static func plain(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return String(whole) }
    return number.description
  }

  /// `number` rounded for explanations: six places behind the point, twelve when it is small.
  static func rounded(_ number: Double) -> String {
    guard abs(number) < 1e9, abs(number) >= 1e-9 else { return plain(number) }
    let places = abs(number) >= 0.001 ? 1e6 : 1e12
    return plain((number * places).rounded() / places)
  }

  /// How an explanation shows it: as printed, with the unit when the tool left it out.
  var shown: String {
    if let printed {
      let hasUnit = unit.symbol.isEmpty || printed.contains { $0.isLetter || $0 == "%" }
      return hasUnit ? printed : Self.joined(printed, unit)
    }
    return Self.joined(Self.rounded(quantity?.value ?? base / unit.factor), unit)
  }

  private static func joined(_ number: String, _ unit: Unit) -> String {
    switch unit.symbol {
    case "": number
    case "%": number + "%"
    default: "\(number) \(unit.symbol)"
    }
  }
}

extension Amount: CustomStringConvertible {
  /// The amount with its unit, exactly: `500 ms`, `50%`, `1 GB`.
  package var description: String {
    Self.joined(Self.plain(quantity?.value ?? base / unit.factor), unit)
  }
}
