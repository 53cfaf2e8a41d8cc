/// The samples of one workload.
struct Measurement {
  /// What was measured.
  let name: String
  /// Its rounds, in the order they were taken.
  private(set) var samples: [Sample] = []

  /// Nothing measured yet.
  init(_ name: String) {
    self.name = name
  }

  /// Adds a round.
  mutating func add(_ sample: Sample) { samples.append(sample) }

  /// The quickest, the middle and the slowest round, in seconds.
  var seconds: (least: Double, median: Double, most: Double) {
    let sorted = samples.map(\.seconds).sorted()
    guard let least = sorted.first, let most = sorted.last else { return (0, 0, 0) }
    return (least, sorted[sorted.count / 2], most)
  }

  /// The most memory of any round, in megabytes.
  var megabytes: Double { samples.map(\.megabytes).max() ?? 0 }

  /// The ratio to `floor`, round by round: what was measured at about the same time is compared.
  func ratio(to floor: Measurement) -> (least: Double, median: Double, most: Double) {
    let ratios = zip(samples, floor.samples).map { $0.seconds / max($1.seconds, 1e-9) }.sorted()
    guard let least = ratios.first, let most = ratios.last else { return (0, 0, 0) }
    return (least, ratios[ratios.count / 2], most)
  }
}
