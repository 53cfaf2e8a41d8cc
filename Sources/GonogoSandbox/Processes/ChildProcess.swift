internal import CSpawn
internal import Glibc

/// A child process and what it is started with; the one file that knows the C part.
struct ChildProcess: ~Copyable {
  /// Its process id.
  let identifier: pid_t
  /// Becomes readable when it has ended.
  let ending: Descriptor

  /// Starts `program`, in a session of its own unless it `keepsTerminal`. It dies with the calling
  /// thread, which must therefore be the main thread. `descriptors` pairs ours with the child's; all
  /// others are closed in it.
  static func start(
    _ program: String, _ arguments: [String], environment: [String], directory: String?,
    descriptors: [(ours: Int32, child: Int32)], confinement: Confinement,
    keepsTerminal: Bool = false
  ) throws(SandboxError) -> ChildProcess {
    var child: pid_t = 0
    var step: UnsafePointer<CChar>?
    let failure = unsafe withCStrings([program] + arguments) { argv in
      unsafe withCStrings(environment) { envp in
        unsafe withOptionalCString(directory) { directory in
          let mapped = descriptors.map { gonogo_descriptor(parent: $0.ours, child: $0.child) }
          return unsafe mapped.withUnsafeBufferPointer { mapped in
            unsafe program.withCString { program in
              var command = unsafe gonogo_command()
              unsafe command.program = program
              unsafe command.arguments = UnsafePointer(argv)
              unsafe command.environment = UnsafePointer(envp)
              unsafe command.directory = directory
              unsafe command.descriptors = mapped.baseAddress
              unsafe command.descriptor_count = mapped.count
              unsafe command.keeps_terminal = keepsTerminal ? 1 : 0
              return unsafe confinement.fill(&command) { command in
                unsafe gonogo_spawn(&command, &child, &step)
              }
            }
          }
        }
      }
    }
    guard failure == 0 else {
      let what = unsafe step.map { unsafe String(cString: $0) } ?? "it"
      let why = unsafe String(cString: strerror(failure))
      throw SandboxError(
        "\(program) cannot be started: \(what == "it" ? "" : "\(what): ")\(why)",
        cure: what == "it" && failure == ENOENT
          ? "install it, or correct its path" : "see the message above")
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

  /// Reaps adopted orphans that have ended; only while no child of our own is running but these. Each
  /// sandbox leaves one, the first process of its own.
  static func reapOrphans(except own: [pid_t] = []) {
    unsafe own.withUnsafeBufferPointer { own in
      unsafe gonogo_reap_orphans(own.baseAddress, own.count)
    }
  }

  /// Kills and reaps every child that is left.
  package static func endAll() { endAll(except: []) }

  /// Kills and reaps every child but these.
  static func endAll(except spared: [pid_t]) {
    unsafe spared.withUnsafeBufferPointer { spared in
      unsafe gonogo_end_all_children(spared.baseAddress, spared.count)
    }
  }

  /// Keeps this process, which knows secrets, from being dumped or read by others of the same user.
  package static func forbidDumps() { gonogo_forbid_dumps() }

  /// A descriptor on which SIGINT, SIGTERM and SIGHUP can be read as bytes from now on; -1 when
  /// that cannot be had.
  package static func watchSignals() -> Int32 { gonogo_watch_signals() }
}

extension Confinement {
  /// Calls `body` with the command that has all of this in it.
  fileprivate func fill(
    _ command: inout gonogo_command, _ body: (inout gonogo_command) -> Int32
  ) -> Int32 {
    unsafe command.landlock = landlock
    unsafe command.drops_capabilities = dropsCapabilities ? 1 : 0
    unsafe command.adopts_orphans = adoptsOrphans ? 1 : 0
    unsafe command.unified_group = unifiedGroup?.folder ?? -1
    unsafe command.unified_processes = unifiedGroup?.processes ?? -1
    let limits = self.limits.map { gonogo_limit(resource: $0.resource.rawValue, most: $0.most) }
    let filters = unsafe filters.map { unsafe gonogo_system_call_filter($0.rawValue) }
    return unsafe limits.withUnsafeBufferPointer { limits in
      unsafe filters.withUnsafeBufferPointer { filters in
        unsafe controlGroups.withUnsafeBufferPointer { groups in
          unsafe command.limits = limits.baseAddress
          unsafe command.limit_count = limits.count
          unsafe command.filters = filters.baseAddress
          unsafe command.filter_count = filters.count
          unsafe command.control_groups = groups.baseAddress
          unsafe command.control_group_count = groups.count
          guard let user else { return unsafe body(&command) }
          return unsafe user.groups.withUnsafeBufferPointer { others in
            var who = unsafe gonogo_user(
              user: user.user, group: user.group, groups: others.baseAddress,
              group_count: others.count)
            return unsafe withUnsafePointer(to: &who) { pointer in
              unsafe command.user = pointer
              return unsafe body(&command)
            }
          }
        }
      }
    }
  }
}

extension SystemCallFilter {
  /// The instructions for this machine, as the kernel takes them; none where there is no filter.
  var bytes: [UInt8] {
    let filter = unsafe gonogo_system_call_filter(rawValue)
    return unsafe Self.bytes(filter)
  }

  /// The same for a machine by its name.
  func bytes(machine: String) -> [UInt8] {
    let filter = unsafe gonogo_system_call_filter_of(machine, rawValue)
    return unsafe Self.bytes(filter)
  }

  private static func bytes(_ filter: gonogo_filter) -> [UInt8] {
    guard let start = unsafe filter.instructions else { return [] }
    let size = unsafe Int(filter.count) * MemoryLayout<gonogo_instruction>.size
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: size))
  }
}

extension Landlock {
  /// The version this kernel offers, 0 for none.
  static let version = Int(gonogo_landlock_version())

  /// Keeps signals and connections to abstract sockets inside; nil where the kernel cannot.
  static func scope() -> Descriptor? {
    guard version >= 6 else { return nil }
    let ruleset = gonogo_landlock_ruleset(0)
    return ruleset < 0 ? nil : Descriptor(owning: ruleset)
  }

  /// A ruleset that also lets nothing be read but `readable` and nothing be written but `writable`;
  /// paths that are not there are left out. Nil where the kernel cannot.
  static func files(readable: [String], writable: [String]) -> Descriptor? {
    guard version >= 1 else { return nil }
    let number = gonogo_landlock_ruleset(1)
    guard number >= 0 else { return nil }
    let ruleset = Descriptor(owning: number)
    for (paths, writes) in [(readable, Int32(0)), (writable, 1)] {
      for path in paths {
        let result = unsafe gonogo_landlock_allow(ruleset.number, path, writes)
        guard result == 0 || errno == ENOENT else { return nil }
      }
    }
    return ruleset
  }
}
