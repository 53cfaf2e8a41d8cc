/// A unit of measurement as documents and tools write it.
package struct Unit: Sendable, Hashable, Codable {
  /// What it measures.
  package let dimension: Dimension
  /// The spelling used when gonogo writes it: `ms`, `GB`, `%`, empty for plain numbers.
  package let symbol: String
  /// How many base units (seconds, bytes, percent) one of it is.
  package let factor: Double
  /// For `kB`, `MB`, `GB`, `TB`, `PB` the factor when read as powers of 1024, as PostgreSQL, `ls`
  /// and `free` print them; equal to `factor` for everything else. A comparison counts only when
  /// it comes out the same both ways.
  package let binaryFactor: Double

  /// A plain number.
  package static let none = Unit(dimension: .number, symbol: "", factor: 1)
  /// Per cent.
  package static let percent = Unit(dimension: .percent, symbol: "%", factor: 1)
  /// Seconds.
  package static let second = Unit(dimension: .time, symbol: "s", factor: 1)
  /// Milliseconds.
  package static let millisecond = Unit(dimension: .time, symbol: "ms", factor: 0.001)
  /// Bytes.
  package static let byte = Unit(dimension: .data, symbol: "B", factor: 1)

  init(dimension: Dimension, symbol: String, factor: Double, binaryFactor: Double? = nil) {
    self.dimension = dimension
    self.symbol = symbol
    self.factor = factor
    self.binaryFactor = binaryFactor ?? factor
  }

  /// The unit written as `spelling`, or nil when the word is no unit.
  ///
  /// `m` is not one: it is minutes to some tools and metres or months to others.
  package static func named(_ spelling: some StringProtocol) -> Unit? {
    let exact = String(spelling)
    if let unit = bySpelling[exact] { return unit }
    return bySpelling[exact.lowercased()].flatMap { $0.symbol == "B" ? nil : $0 }
  }

  private static let bySpelling: [String: Unit] = {
    var table: [String: Unit] = [:]
    func add(_ unit: Unit, _ spellings: String...) {
      for spelling in [unit.symbol] + spellings { table[spelling] = unit }
    }
    add(.percent, "percent", "pct")
    add(.second, "sec", "secs", "second", "seconds")
    add(.millisecond, "msec", "msecs", "millisecond", "milliseconds", "millis")
    add(
      Unit(dimension: .time, symbol: "µs", factor: 1e-6), "us", "μs", "usec", "microsecond",
      "microseconds")
    add(Unit(dimension: .time, symbol: "ns", factor: 1e-9), "nanosecond", "nanoseconds")
    add(Unit(dimension: .time, symbol: "min", factor: 60), "mins", "minute", "minutes")
    add(Unit(dimension: .time, symbol: "h", factor: 3600), "hr", "hrs", "hour", "hours")
    add(Unit(dimension: .time, symbol: "d", factor: 86400), "day", "days")
    add(.byte, "byte", "bytes")
    let prefixes = ["k", "M", "G", "T", "P"]
    var decimal = 1.0
    var binary = 1.0
    for prefix in prefixes {
      decimal *= 1000
      binary *= 1024
      let big = prefix == "k" ? "K" : prefix
      add(
        Unit(dimension: .data, symbol: prefix + "B", factor: decimal, binaryFactor: binary),
        big + "B", prefix.lowercased() + "b")
      add(Unit(dimension: .data, symbol: big + "iB", factor: binary), big + "i")
    }
    return table
  }()
}
