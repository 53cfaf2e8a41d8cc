import GonogoCore
import Testing

struct UnitTests {
  @Test(arguments: [
    ("ms", Dimension.time, 0.001), ("s", .time, 1), ("secs", .time, 1), ("Seconds", .time, 1),
    ("min", .time, 60), ("h", .time, 3600), ("hours", .time, 3600), ("d", .time, 86_400),
    ("µs", .time, 1e-6), ("μs", .time, 1e-6), ("us", .time, 1e-6), ("ns", .time, 1e-9),
    ("B", .data, 1), ("bytes", .data, 1), ("kB", .data, 1000), ("KB", .data, 1000),
    ("MB", .data, 1e6), ("mb", .data, 1e6), ("GB", .data, 1e9), ("KiB", .data, 1024),
    ("MiB", .data, 1_048_576), ("Gi", .data, 1_073_741_824), ("%", .percent, 1),
    ("percent", .percent, 1),
  ])
  func knowsASpelling(spelling: String, dimension: Dimension, factor: Double) throws {
    let unit = try #require(Unit.named(spelling))
    #expect(unit.dimension == dimension)
    #expect(unit.factor == factor)
  }

  @Test(arguments: [
    "", " ", "m", "M", "b", "x", "req/s", "sss", "of", "per", "inserts", "msx", "S ",
  ])
  func doesNotTakeOtherWordsForUnits(word: String) {
    let unit = Unit.named(word)
    #expect(unit == nil || unit?.symbol == "", "\(word) is \(String(describing: unit?.symbol))")
  }

  @Test func readsKiloTwoWays() throws {
    let kilo = try #require(Unit.named("kB"))
    #expect(Quantity(1, kilo).base == 1000)
    #expect(Quantity(1, kilo).binaryBase == 1024)
    let kibi = try #require(Unit.named("KiB"))
    #expect(Quantity(1, kibi).base == Quantity(1, kibi).binaryBase)
  }

  @Test func convertsWithinADimensionOnly() throws {
    let minute = try #require(Unit.named("min"))
    #expect(Quantity(1.5, minute).converted(to: .second) == Quantity(90, .second))
    #expect(Quantity(250, .millisecond).converted(to: .second)?.value == 0.25)
    #expect(Quantity(1, .second).converted(to: .byte) == nil)
    #expect(Quantity(1).converted(to: .percent) == nil)
  }

  @Test(arguments: [0.1, 4.35, 1e-9, 123_456.789])
  func convertsToItsOwnUnitWithoutLoss(value: Double) {
    #expect(Quantity(value, .millisecond).converted(to: .millisecond)?.value == value)
  }
}
