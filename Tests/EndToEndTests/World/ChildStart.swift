import Foundation
import Glibc

/// Starts a program with posix_spawn(3).
///
/// Foundation's `Process` reads past what readdir(3) gave it now and then, which ended the process of
/// all tests, and hands descriptors on that other programs then hold open.
struct ChildStart {
  /// The program and its arguments; the program is found through the PATH of `environment`.
  let arguments: [String]
  /// Where it begins.
  let folder: String
  /// `NAME=value`.
  let environment: [String]

  /// Starts it with `input` as its input, or none, and its outputs into files; returns its process.
  func spawn(input: Int32?, outputs: [String]) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    try check(unsafe posix_spawn_file_actions_init(&actions))
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let input {
      try check(unsafe posix_spawn_file_actions_adddup2(&actions, input, 0))
    } else {
      try check(unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    }
    for (descriptor, path) in zip([Int32(1), 2], outputs) {
      try check(
        unsafe posix_spawn_file_actions_addopen(
          &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600))
    }
    // A descriptor that is not open is no fault here.
    for descriptor in Int32(3)..<256 {
      try check(unsafe posix_spawn_file_actions_addclose(&actions, descriptor))
    }

    var attributes = posix_spawnattr_t()
    try check(unsafe posix_spawnattr_init(&attributes))
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    let env = "/usr/bin/env"
    let line = [env, "-C", folder] + arguments
    var words = unsafe line.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (words + variables).forEach { unsafe free($0) } }
    var process = pid_t()
    try check(
      unsafe posix_spawn(&process, env, &actions, &attributes, &words, &variables))
    return process
  }

  private func check(_ status: Int32) throws {
    if status != 0 { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EIO) }
  }
}
