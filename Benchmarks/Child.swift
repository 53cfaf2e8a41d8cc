internal import Glibc

/// Starts programs and waits for them, with nothing around it that would cost time.
enum Child {
  /// Seconds since some point in the past.
  static func now() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Runs a program to its end with its input and both outputs on `/dev/null`.
  ///
  /// - Throws: `BenchmarkFailure` when it cannot be started or its exit code is not expected.
  static func run(_ command: [String], statuses: Set<Int32>) throws(BenchmarkFailure) -> Sample {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    var child: pid_t = 0
    let failure = unsafe posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
    guard failure == 0 else {
      throw BenchmarkFailure("\(command[0]) cannot be started")
    }
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    guard statuses.contains(code) else {
      throw BenchmarkFailure("this ended with \(code): \(command.joined(separator: " "))")
    }
    return Sample(
      seconds: 0, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      megabytes: Double(usage.ru_maxrss) * 1024 / 1e6)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
