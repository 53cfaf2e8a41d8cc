/// Takes turns with the workloads of a group.
enum Bench {
  /// Measures every workload `rounds` times, after one round that does not count. The order is
  /// turned by one from round to round, so that none always runs behind the same other one.
  static func measure(
    _ workloads: [Workload], rounds: Int
  ) throws(BenchmarkFailure) -> [Measurement] {
    var results = workloads.map { Measurement($0.name) }
    for round in 0...rounds {
      for offset in workloads.indices {
        let index = (offset + round) % workloads.count
        let sample = try measure(workloads[index])
        if round > 0 { results[index].add(sample) }
      }
    }
    return results
  }

  private static func measure(_ workload: Workload) throws(BenchmarkFailure) -> Sample {
    workload.prepare()
    var sample = Sample()
    let start = Child.now()
    for command in workload.commands {
      let usage = try Child.run(command, statuses: workload.statuses)
      sample.processor += usage.processor
      sample.megabytes = max(sample.megabytes, usage.megabytes)
    }
    sample.seconds = Child.now() - start
    return sample
  }
}
