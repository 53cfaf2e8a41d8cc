internal import CSpawn
internal import Glibc

/// A child process and what it is started with; the one file that knows the C part.
struct ChildProcess: ~Copyable {
  /// Its process id.
  let identifier: pid_t
  /// Becomes readable when it has ended.
  let ending: Descriptor

  /// Starts `program`, in a session of its own unless it `keepsTerminal`. It dies with the calling thread, which must
  /// therefore be the main thread. `descriptors` pairs ours with the child's; all others are
  /// closed in it.
  static func start(
    _ program: String, _ arguments: [String], environment: [String], directory: String?,
    descriptors: [(ours: Int32, child: Int32)], fileLimit: UInt64 = 0,
    keepsTerminal: Bool = false
  ) throws(SandboxError) -> ChildProcess {
    var child: pid_t = 0
    let failure = unsafe withCStrings([program] + arguments) { argv in
      unsafe withCStrings(environment) { envp in
        unsafe withOptionalCString(directory) { directory in
          let mapped = descriptors.map { gonogo_descriptor(parent: $0.ours, child: $0.child) }
          return unsafe mapped.withUnsafeBufferPointer { mapped in
            unsafe program.withCString { program in
              var command = unsafe gonogo_command(
                program: program, arguments: argv, environment: envp, directory: directory,
                descriptors: mapped.baseAddress, descriptor_count: mapped.count,
                file_limit: fileLimit, keeps_terminal: keepsTerminal ? 1 : 0)
              return unsafe gonogo_spawn(&command, &child)
            }
          }
        }
      }
    }
    guard failure == 0 else {
      throw SandboxError(
        "\(program) cannot be started: \(unsafe String(cString: strerror(failure)))",
        cure: failure == ENOENT ? "install it, or correct its path" : "see the message above")
    }
    return ChildProcess(
      identifier: child, ending: Descriptor(owning: gonogo_process_descriptor(child)))
  }

  /// Waits for its end and returns the exit status, 128 + n for an end by signal n.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Kills it and its process group at once.
  func kill() {
    _ = Glibc.kill(-identifier, SIGKILL)
    _ = Glibc.kill(identifier, SIGKILL)
  }

  /// An anonymous file in memory that holds `bytes`, positioned at its start.
  static func memoryFile(_ bytes: [UInt8] = []) throws(SandboxError) -> Descriptor {
    let number = gonogo_memory_file()
    guard number >= 0 else { throw outOfDescriptors }
    let file = Descriptor(owning: number)
    guard file.writeAll(bytes), lseek(number, 0, SEEK_SET) == 0 else {
      throw SandboxError(
        "a file in memory cannot be written", cure: "free some memory and try again")
    }
    return file
  }

  /// A pipe; the reading end does not block.
  static func pipe() throws(SandboxError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard unsafe gonogo_pipe(&ends) == 0 else { throw outOfDescriptors }
    return (ends[0], ends[1])
  }

  /// A pair of connected sockets, of which `ours` does not block. Unlike those of a pipe, its ends
  /// cannot be opened through `/proc`.
  static func socketPair() throws(SandboxError) -> (ours: Int32, childs: Int32) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw outOfDescriptors }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  private static var outOfDescriptors: SandboxError {
    SandboxError(
      "no file descriptor is left: \(unsafe String(cString: strerror(errno)))",
      cure: "raise the limit with `ulimit -n 1024` and try again")
  }

  /// Calls `body` with a NULL-terminated array of C strings that lives as long as the call.
  private static func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let array = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: strings.count + 1)
    for (index, string) in strings.enumerated() {
      unsafe (array + index).initialize(to: strdup(string))
    }
    unsafe (array + strings.count).initialize(to: nil)
    defer {
      for index in strings.indices { unsafe free(array[index]) }
      unsafe array.deallocate()
    }
    return unsafe body(array)
  }

  private static func withOptionalCString<Result>(
    _ string: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let string else { return body(nil) }
    return unsafe string.withCString { unsafe body($0) }
  }
}

/// What concerns all children of this process.
package enum ChildProcesses {
  /// Makes this process adopt orphans below it, so that none of them can hide; once at the start.
  package static func adoptOrphans() { _ = gonogo_adopt_orphans() }

  /// Reaps adopted orphans that have ended; only while no child of our own is running. Each sandbox
  /// leaves one, the first process of its own.
  static func reapOrphans() { gonogo_reap_orphans() }

  /// Kills and reaps every child that is left.
  package static func endAll() { gonogo_end_all_children() }

  /// Keeps this process, which knows secrets, from being dumped or read by others of the same user.
  package static func forbidDumps() { gonogo_forbid_dumps() }

  /// A descriptor on which SIGINT, SIGTERM and SIGHUP can be read as bytes from now on; -1 when
  /// that cannot be had.
  package static func watchSignals() -> Int32 { gonogo_watch_signals() }
}
