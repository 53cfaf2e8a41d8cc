internal import Glibc

/// One bash in one sandbox, running the commands of one step, one at a time.
///
/// Everything happens on the calling thread, which must be the main thread: bubblewrap dies with
/// the thread that started it.
package final class ShellSession {
  /// What the caller wants to hear of while it waits.
  package struct Listener {
    /// Bytes a command has written.
    package var output: (OutputStream, ArraySlice<UInt8>) -> Void
    /// Called about every tenth of a second; the argument is the time since the order, in
    /// nanoseconds.
    package var tick: (UInt64) -> Void

    /// A listener.
    package init(
      output: @escaping (OutputStream, ArraySlice<UInt8>) -> Void,
      tick: @escaping (UInt64) -> Void
    ) {
      self.output = output
      self.tick = tick
    }
  }

  private let child: ChildProcess
  private var channel: ShellChannel
  private let stdout: Descriptor
  private let stderr: Descriptor
  private let signals: Int32
  private let hasNamespaces: Bool
  private let disks: DiskWatch
  private var openStreams: Set<Int32>
  private var exitStatus: Int32?
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var startupErrors: [UInt8] = []
  /// True once the shell was told to end.
  private var isLeaving = false
  /// What the shell has handed on last; nil while it has not.
  package private(set) var state: ShellState?

  init(
    child: consuming ChildProcess, channel: consuming ShellChannel, stdout: consuming Descriptor,
    stderr: consuming Descriptor, signals: Int32,
    hasNamespaces: Bool, disks: DiskWatch
  ) {
    self.disks = disks
    self.hasNamespaces = hasNamespaces
    openStreams = [stdout.number, stderr.number]
    self.child = child
    self.channel = channel
    self.stdout = stdout
    self.stderr = stderr
    self.signals = signals
  }

  deinit {
    if exitStatus == nil {
      child.kill()
      _ = child.wait()
    }
  }

  /// The process id of the shell, seen from outside; nil when it cannot be found.
  package var shell: Int32? {
    guard hasNamespaces else { return child.identifier }
    // bubblewrap, its first process inside, the shell.
    return ProcessFile.descendants(of: child.identifier).first { $0.depth == 2 }?.process
  }

  /// Waits until the shell is ready.
  ///
  /// - Throws: `SandboxError` when the sandbox or the shell could not be set up, with what they
  ///   said, or when the folder the step before ended in is gone.
  package func waitUntilReady(deadline: UInt64) throws(SandboxError) {
    let listener = Listener(
      output: { [self] _, bytes in startupErrors += bytes.prefix(4096) }, tick: { _ in })
    switch wait(for: "ready", "-", deadline: deadline, listener) {
    case .line(let words):
      if !words.isEmpty {
        let folder = words.joined(separator: " ")
        throw SandboxError(
          "the folder the step before ended in is not there any more: \(folder)",
          cure: "create it, or begin the step with a cd to a folder that exists")
      }
    case .over, .left, .forged, .timedOut, .interrupted, .full:
      child.kill()
      while startupErrors.last == 0x0A { startupErrors.removeLast() }
      let said = String(decoding: startupErrors, as: UTF8.self)
      throw SandboxError(
        "the sandbox cannot be set up" + (said.isEmpty ? "" : ": \(said)"),
        cure: SandboxCure.cure(for: said))
    }
  }

  /// Runs command number `index` (from 1) of the program until it ends or `deadline`, a time of
  /// `Clock.now()`, is reached. After one that `isLast`, or that `keepsState`, the shell hands on
  /// its state at once.
  package func run(
    _ index: Int, isLast: Bool = false, keepsState: Bool = false, deadline: UInt64,
    _ listener: Listener
  ) -> ShellReport {
    let report = report(of: index, isLast: isLast, deadline: deadline, listener)
    if case .ended = report, keepsState, !isLast { askForState(listener) }
    keepState()
    return report
  }

  private static let stateTime: UInt64 = 5_000_000_000

  private func askForState(_ listener: Listener) {
    let number = ShellChannel.randomNumber()
    guard channel.send("keep", number) else { return }
    switch wait(for: "state", number, deadline: Clock.now() + Self.stateTime, listener) {
    case .line: break
    case .over, .left, .forged, .timedOut, .interrupted, .full: end()
    }
  }

  private func keepState() {
    guard channel.hasBegunState else { return }
    if let bytes = channel.takeState(deadline: Clock.now() + Self.stateTime) {
      state = ShellState(bytes: bytes)
    }
  }

  private func report(
    of index: Int, isLast: Bool, deadline: UInt64, _ listener: Listener
  ) -> ShellReport {
    guard exitStatus == nil else { return .lost("the shell of this step had ended before") }
    while channel.isOpen, channel.receive() {}
    guard !channel.hasUnread else { return forged() }
    let number = ShellChannel.randomNumber()
    guard channel.send("\(index)", number) else {
      return .lost("the shell of this step had ended before")
    }
    switch wait(for: "end", number, deadline: deadline, listener) {
    case .line(let words): return confirmed(words, isLast: isLast, deadline: deadline, listener)
    case .over(let words?, let status):
      let numbers = ShellReport.numbers(words)
      guard let told = numbers.first, told != 0 || status == 0 else { return forged() }
      return .leftShell(
        status: told, pipeline: Array(numbers.dropFirst()), details: ReportDetails(words))
    case .over(nil, ShellDriver.brokenStatus):
      return .lost("the shell of this step could not report how it ended")
    case .over(nil, let status) where status > 128:
      return .lost("the shell of this step was ended by signal \(status - 128)")
    case .over(nil, let status): return .leftShell(status: status, pipeline: [])
    case .left:
      end()
      return .lost("`break` or `continue` outside a loop left what follows it undone")
    case .forged: return forged()
    case .timedOut:
      endGently(listener)
      return .timedOut
    case .interrupted:
      endGently(listener)
      return .interrupted
    case .full(let why):
      end()
      return .lost(why)
    }
  }

  /// Believes a report once the shell has answered again: only when the command is really over does
  /// it read the second number.
  private func confirmed(
    _ words: [Substring], isLast: Bool, deadline: UInt64, _ listener: Listener
  ) -> ShellReport {
    let numbers = ShellReport.numbers(words)
    let number = ShellChannel.randomNumber()
    guard let status = numbers.first, channel.send(isLast ? "bye" : "ok", number) else {
      return forged()
    }
    isLeaving = isLast
    switch wait(for: isLast ? "state" : "idle", number, deadline: deadline, listener) {
    case .line:
      return .ended(
        status: status, pipeline: Array(numbers.dropFirst()), details: ReportDetails(words))
    case .over, .left, .forged: return forged()
    case .timedOut:
      endGently(listener)
      return .timedOut
    case .interrupted:
      endGently(listener)
      return .interrupted
    case .full(let why):
      end()
      return .lost(why)
    }
  }

  /// Somebody else than the driver has written a report, or has kept it from doing so: whatever the
  /// shell says from now on counts for nothing.
  private func forged() -> ShellReport {
    end()
    return .lost("its shell's report was not genuine")
  }

  /// Lets the shell end and returns its state; nil when it ended without handing it on.
  package func finish(deadline: UInt64) -> ShellState? {
    let quiet = Listener(output: { _, _ in }, tick: { _ in })
    let number = ShellChannel.randomNumber()
    if exitStatus == nil, !isLeaving, channel.send("bye", number) {
      switch wait(for: "state", number, deadline: deadline, quiet) {
      case .line, .over: break
      case .left, .forged, .timedOut, .interrupted, .full: end()
      }
    }
    if exitStatus == nil {
      switch wait(for: "", number, deadline: deadline, quiet) {
      case .over: break
      case .line, .left, .forged, .timedOut, .interrupted, .full: end()
      }
    }
    keepState()
    return state
  }

  /// How long what is asked to end may take, in nanoseconds.
  private static let grace: UInt64 = 2_000_000_000

  /// Asks everything the step has started to end, takes in what it still says, then kills it.
  private func endGently(_ listener: Listener) {
    guard exitStatus == nil else { return }
    // bubblewrap itself, and its first process inside, would take all the others with them at once.
    let depth = hasNamespaces ? 2 : 0
    let own = ProcessFile.descendants(of: child.identifier) + [(child.identifier, 0)]
    for (process, distance) in own where distance >= depth { _ = Glibc.kill(process, SIGTERM) }
    let limit = Clock.now() + Self.grace
    while Clock.now() < limit {
      var waiting = openStreams.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      waiting.append(pollfd(fd: child.ending.number, events: Int16(POLLIN), revents: 0))
      let count = unsafe Glibc.poll(&waiting, nfds_t(waiting.count), 50)
      guard count > 0 else { continue }
      let ready = Set(waiting.filter { $0.revents != 0 }.map(\.fd))
      if ready.contains(stdout.number) { readOnce(stdout.number) { listener.output(.stdout, $0) } }
      if ready.contains(stderr.number) { readOnce(stderr.number) { listener.output(.stderr, $0) } }
      if ready.contains(child.ending.number) { break }
    }
    end()
    readRest(listener)
  }

  /// Kills everything the step has started.
  private func end() {
    guard exitStatus == nil else { return }
    child.kill()
    exitStatus = child.wait()
  }

  // MARK: Waiting

  private enum Ending {
    /// The awaited report came, with the words after its number.
    case line([Substring])
    /// The shell ended, with the words of its `exit` report if it sent one.
    case over([Substring]?, status: Int32)
    /// The command ended the driver's loop.
    case left
    /// A report came that was not due.
    case forged
    case timedOut
    case interrupted
    /// What it wrote to is almost full; the reason.
    case full(String)
  }

  /// Waits for the report `name` of the order with this number.
  private func wait(
    for name: String, _ number: String, deadline: UInt64, _ listener: Listener
  ) -> Ending {
    let start = Clock.now()
    var nextTick = start + 100_000_000
    var farewell: [Substring]?
    while true {
      if let ending = takeReports(name, number, &farewell) {
        drainOutput(listener)
        return ending
      }
      let now = Clock.now()
      if now >= deadline { return .timedOut }
      if now >= nextTick {
        listener.tick(now - start)
        if let fault = disks.fault() { return .full(fault) }
        nextTick = now + 100_000_000
      }
      let ready = poll(until: min(deadline, nextTick))
      if ready.contains(signals) {
        return .interrupted
      }
      read(ready, listener)
      if ready.contains(child.ending.number) {
        exitStatus = child.wait()
        readRest(listener)
        return takeReports(name, number, &farewell) ?? .over(farewell, status: exitStatus ?? 127)
      }
    }
  }

  /// Reads the reports that have come; nil when none of them ends the waiting.
  private func takeReports(
    _ name: String, _ number: String, _ farewell: inout [Substring]?
  ) -> Ending? {
    while let words = channel.nextReport(number) {
      guard words.count > 1, words[1] == number else { return .forged }
      let rest = Array(words.dropFirst(2))
      switch String(words[0]) {
      case name where farewell == nil: return .line(rest)
      case "exit" where name == "end" && farewell == nil: farewell = rest
      case "state" where farewell != nil: return nil
      case "left" where name == "end": return .left
      default: return .forged
      }
    }
    return nil
  }

  /// What is ready by `deadline`. Once the child has ended, only its streams count: its end and a
  /// signal would be ready again at once, and waiting would become a busy loop.
  private func poll(until deadline: UInt64) -> Set<Int32> {
    var streams = openStreams
    if channel.isOpen { streams.insert(channel.number) }
    var waiting = streams.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if exitStatus == nil {
      waiting.append(pollfd(fd: child.ending.number, events: Int16(POLLIN), revents: 0))
      if signals >= 0 { waiting.append(pollfd(fd: signals, events: Int16(POLLIN), revents: 0)) }
    }
    let now = Clock.now()
    let milliseconds = deadline > now ? Int32(min(1000, (deadline - now) / 1_000_000 + 1)) : 0
    let count = unsafe Glibc.poll(&waiting, nfds_t(waiting.count), milliseconds)
    guard count > 0 else { return [] }
    return Set(waiting.filter { $0.revents != 0 }.map(\.fd))
  }

  private func read(_ ready: Set<Int32>, _ listener: Listener) {
    // Reports are read last: what a command wrote before its end must be there when it is told.
    if ready.contains(stdout.number) { readOnce(stdout.number) { listener.output(.stdout, $0) } }
    if ready.contains(stderr.number) { readOnce(stderr.number) { listener.output(.stderr, $0) } }
    if ready.contains(channel.number) { channel.receive() }
  }

  /// Everything that is in the two output pipes at this moment.
  private func drainOutput(_ listener: Listener) {
    while openStreams.contains(stdout.number),
      readOnce(stdout.number, { listener.output(.stdout, $0) })
    {}
    while openStreams.contains(stderr.number),
      readOnce(stderr.number, { listener.output(.stderr, $0) })
    {}
  }

  /// After the end: what is left in the pipes, but never longer than a fifth of a second, because
  /// something outside the sandbox may hold them open.
  private func readRest(_ listener: Listener) {
    let limit = Clock.now() + 200_000_000
    while !openStreams.isEmpty || channel.isOpen, Clock.now() < limit {
      read(poll(until: limit), listener)
    }
  }

  /// Reads once; false when there was nothing or the stream is at its end.
  @discardableResult
  private func readOnce(_ number: Int32, _ body: (ArraySlice<UInt8>) -> Void) -> Bool {
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe Glibc.read(number, bytes.baseAddress, bytes.count)
    }
    if count > 0 {
      body(buffer[..<count])
      return true
    }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { openStreams.remove(number) }
    return false
  }
}
