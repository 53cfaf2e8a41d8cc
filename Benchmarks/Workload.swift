/// One thing to be timed: some programs, started one after the other.
struct Workload {
  /// What the report calls it.
  let name: String
  /// The programs with their arguments.
  let commands: [[String]]
  /// The exit codes that mean it went well.
  var statuses: Set<Int32> = [0]
  /// What is undone before each round, outside the clock.
  var prepare: () -> Void = {}

  /// `count` starts of the same program.
  init(
    _ name: String, _ command: [String], times count: Int = 1, statuses: Set<Int32> = [0],
    prepare: @escaping () -> Void = {}
  ) {
    self.name = name
    commands = Array(repeating: command, count: count)
    self.statuses = statuses
    self.prepare = prepare
  }
}
