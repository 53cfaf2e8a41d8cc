import GonogoCore
import Testing

@testable import GonogoEvidence

@Suite struct QuantityReaderTests {
  @Test(
    arguments: [
      ("42", 42, ""), ("0", 0, ""), ("-7", -7, ""), ("+3", 3, ""), ("2.50", 2.5, ""),
      (".5", 0.5, ""), ("-.5", -0.5, ""), ("-3.5e2", -350, ""), ("1e+15", 1e15, ""),
      ("1,234,567", 1_234_567, ""), ("12,345.5", 12345.5, ""), ("5.0000000000000000", 5, ""),
      ("8829 kB", 8829, "kB"), ("1.5GB", 1.5, "GB"), ("64 KiB", 64, "KiB"), ("45ms", 45, "ms"),
      ("12 %", 12, "%"), ("16%", 16, "%"), ("  7 s\t", 7, "s"), ("3 minutes", 3, "min"),
      ("0m0.045s", 0.045, "s"), ("1m1.002s", 61.002, "s"), ("2h45m0s", 9900, "s"),
      ("5d3h", 442800, "s"), ("1h30m", 5400, "s"), ("10d", 10, "d"),
    ] as [(String, Double, String)])
  func reads(text: String, value: Double, symbol: String) {
    let quantity = QuantityReader.read(text)
    #expect(quantity?.value == value)
    #expect(quantity?.unit.symbol == symbol)
  }

  @Test(
    arguments: [
      "", " ", "-", "+", ".", "1.2.3", "2024-01-01", "10:30", "v1.2", "5 apples", "inf", "nan",
      "infinity", "0x1f", "1e999", "1,23", "1,2345", "12,34,567", ",123", "0,123", "1,234,", "007",
      "00", "1.", "5.s", "12  kB", "5 m", "45m", "10 Mb", "1 Gb", "3s2m", "1m2m", "1.5m2s", "2m3",
      "5 kB/s", "$5", "5€", "1234e56", "12e4567", "1_000", "1 234", "٣", "−5", "5--", "1-2",
      "1234567890123456", "99999999999999999999999", "3.2M", "100%%", "%", "1 %x",
    ])
  func refuses(text: String) {
    #expect(QuantityReader.read(text) == nil)
  }

  @Test func refusesLongTextsWithoutReadingThem() {
    #expect(QuantityReader.read(String(repeating: "1", count: 1_000_000)) == nil)
  }

  @Test(
    arguments: [
      ("avg_duration_seconds", "s"), ("latency_ms", "ms"), ("p95_ms", "ms"), ("duration_s", "s"),
      ("latencyMs", "ms"), ("size_bytes", "B"), ("used_mb", "MB"), ("used_mib", "MiB"),
      ("cache_hit_pct", "%"), ("uptime_minutes", "min"), ("Time (ms)", "ms"), ("seconds", "s"),
      ("wait_usec", "µs"),
    ])
  func takesUnitsFromNames(name: String, symbol: String) {
    #expect(NameUnit.unit(of: name)?.symbol == symbol)
  }

  @Test(
    arguments: [
      "duration", "users_us", "price_min", "orders_last_7_days", "orders_last_days", "s", "CPU(s)",
      "Thread(s) per core", "bytes_per_second", "rows_per_ms", "errors_60_seconds", "items", "",
      "class", "ms_total", "mean_exec_time",
    ])
  func takesNoUnitFromOtherNames(name: String) {
    #expect(NameUnit.unit(of: name) == nil)
  }
}
