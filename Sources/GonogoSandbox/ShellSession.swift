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
  private let reports: Descriptor
  private var orders: Descriptor?
  private let stdout: Descriptor
  private let stderr: Descriptor
  private let stateFile: Descriptor
  private let signals: Int32
  private var openStreams: Set<Int32>
  private var reportText: [UInt8] = []
  private var exitStatus: Int32?
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  private var startupErrors: [UInt8] = []

  init(
    child: consuming ChildProcess, reports: consuming Descriptor, orders: consuming Descriptor,
    stdout: consuming Descriptor, stderr: consuming Descriptor, stateFile: consuming Descriptor,
    signals: Int32
  ) {
    openStreams = [reports.number, stdout.number, stderr.number]
    self.child = child
    self.reports = reports
    self.orders = consume orders
    self.stdout = stdout
    self.stderr = stderr
    self.stateFile = stateFile
    self.signals = signals
  }

  deinit {
    if exitStatus == nil {
      child.kill()
      _ = child.wait()
    }
  }

  /// Waits until the shell is ready.
  ///
  /// - Throws: `SandboxError` when the sandbox or the shell could not be set up, with what they
  ///   said, or when the folder the step before ended in is gone.
  package func waitUntilReady(deadline: UInt64) throws(SandboxError) {
    let listener = Listener(
      output: { [self] _, bytes in startupErrors += bytes.prefix(4096) }, tick: { _ in })
    switch wait(for: "ready", deadline: deadline, listener) {
    case .line(let words):
      if let folder = words.first {
        throw SandboxError(
          "the folder the step before ended in is not there any more: \(folder)",
          cure: "create it, or begin the step with a cd to a folder that exists")
      }
    case .over, .timedOut, .interrupted:
      child.kill()
      let said = String(decoding: startupErrors, as: UTF8.self)
      throw SandboxError(
        "the sandbox cannot be set up" + (said.isEmpty ? "" : ": \(said)"),
        cure: SandboxCure.cure(for: said))
    }
  }

  /// Runs command number `index` (from 1) of the program until it ends or `deadline`, a time of
  /// `Clock.now()`, is reached. After one that `isLast` the shell hands on its state by itself, so
  /// that nobody waits for that.
  package func run(
    _ index: Int, isLast: Bool = false, deadline: UInt64, _ listener: Listener
  ) -> ShellReport {
    guard exitStatus == nil, let written = orders?.writeAll(Array("\(index)\n".utf8)), written
    else { return .lost("the shell of this step had ended before") }
    if isLast { orders = nil }
    switch wait(for: "end", deadline: deadline, listener) {
    case .line(let words):
      let numbers = ShellReport.numbers(words)
      return .ended(
        status: numbers.first ?? -1, pipeline: Array(numbers.dropFirst()),
        innerFailure: ShellReport.innerFailure(words))
    case .over(let words, let status):
      let numbers = ShellReport.numbers(words ?? [])
      if status > 128, words == nil {
        return .lost("the shell of this step was ended by signal \(status - 128)")
      }
      return .leftShell(
        status: numbers.first ?? status, pipeline: Array(numbers.dropFirst()),
        innerFailure: ShellReport.innerFailure(words ?? []))
    case .timedOut:
      end()
      return .timedOut
    case .interrupted:
      end()
      return .interrupted
    }
  }

  /// Lets the shell end and returns its state; nil when it ended without handing it on.
  package func finish(deadline: UInt64) -> ShellState? {
    orders = nil
    if exitStatus == nil {
      let quiet = Listener(output: { _, _ in }, tick: { _ in })
      switch wait(for: "none", deadline: deadline, quiet) {
      case .over, .line: break
      case .timedOut, .interrupted: end()
      }
    }
    let bytes = stateFile.contents()
    return bytes.isEmpty || bytes.contains(0) ? nil : ShellState(bytes: bytes)
  }

  /// Kills everything the step has started.
  private func end() {
    guard exitStatus == nil else { return }
    child.kill()
    exitStatus = child.wait()
  }

  // MARK: Waiting

  private enum Ending {
    /// The awaited report came, with the words after its name.
    case line([Substring])
    /// The shell ended, with the words of its `exit` report if it sent one.
    case over([Substring]?, status: Int32)
    case timedOut
    case interrupted
  }

  private func wait(for name: String, deadline: UInt64, _ listener: Listener) -> Ending {
    let start = Clock.now()
    var nextTick = start + 100_000_000
    var farewell: [Substring]?
    while true {
      while let words = nextReport() {
        guard let first = words.first else { continue }
        if first == name {
          drainOutput(listener)
          return .line(Array(words.dropFirst()))
        }
        if first == "exit" { farewell = Array(words.dropFirst()) }
      }
      let now = Clock.now()
      if now >= deadline { return .timedOut }
      if now >= nextTick {
        listener.tick(now - start)
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
        while let words = nextReport() {
          if words.first == "exit" { farewell = Array(words.dropFirst()) }
          if words.first.map(String.init) == name { return .line(Array(words.dropFirst())) }
        }
        return .over(farewell, status: exitStatus ?? 127)
      }
    }
  }

  /// The next whole line of reports, as words.
  private func nextReport() -> [Substring]? {
    guard let end = reportText.firstIndex(of: 0x0A) else { return nil }
    let line = String(decoding: reportText[..<end], as: UTF8.self)
    reportText.removeSubrange(...end)
    return line.split(separator: " ")
  }

  /// What is ready by `deadline`. Once the child has ended, only its streams count: its end and a
  /// signal would be ready again at once, and waiting would become a busy loop.
  private func poll(until deadline: UInt64) -> Set<Int32> {
    var waiting = openStreams.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
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
    if ready.contains(reports.number) { readOnce(reports.number) { reportText += $0 } }
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
    while !openStreams.isEmpty, Clock.now() < limit {
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
