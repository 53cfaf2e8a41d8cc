internal import Glibc

/// What the command line of the benchmarks asks for.
struct BenchmarkOptions {
  /// The absolute path of the program to measure.
  var gonogo: String
  /// How many blocks the long document has.
  var blocks = 1000
  /// How often each long measurement is repeated.
  var rounds = 5
  /// What to measure.
  var groups = BenchmarkGroup.allCases

  /// Reads `arguments`; nil when they are wrong.
  init?(_ arguments: ArraySlice<String>) {
    var rest = arguments
    guard let path = rest.popFirst(), let absolute = unsafe realpath(path, nil) else { return nil }
    gonogo = unsafe String(cString: absolute)
    unsafe free(absolute)
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--blocks":
        guard let number = Int(value), (1...100_000).contains(number) else { return nil }
        blocks = number
      case "--rounds":
        guard let number = Int(value), (1...1000).contains(number) else { return nil }
        rounds = number
      case "--only":
        let names = value.split(separator: ",").map { BenchmarkGroup(rawValue: String($0)) }
        groups = names.compactMap { $0 }
        guard groups.count == names.count, !groups.isEmpty else { return nil }
      default: return nil
      }
    }
  }
}
