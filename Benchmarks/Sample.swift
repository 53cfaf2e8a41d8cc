/// What one round of a workload took.
struct Sample {
  /// Wall time in seconds.
  var seconds = 0.0
  /// Processor time of everything it started, in seconds.
  var processor = 0.0
  /// The most memory any process of it held, in megabytes (10⁶ bytes).
  var megabytes = 0.0
}
