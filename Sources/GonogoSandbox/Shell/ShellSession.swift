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

  let process: ShellProcess
  private let signals: Int32
  private let background: Background?
  private var startupErrors: [UInt8] = []
  /// True once the shell was told to end.
  private var isLeaving = false
  /// What the shell has handed on last; nil while it has not.
  package private(set) var state: ShellState?

  /// A session of `process`; `signals` is the descriptor of `ChildProcesses.watchSignals`, or -1, and
  /// `background` what is looked after while this waits.
  init(_ process: ShellProcess, signals: Int32, background: Background?) {
    self.process = process
    self.signals = signals
    self.background = background
  }

  /// The process id of the shell, seen from outside; nil when it cannot be found.
  package var shell: Int32? { process.shell }

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
      process.end()
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
    guard process.send("keep", number) else { return }
    switch wait(for: "state", number, deadline: Clock.now() + Self.stateTime, listener) {
    case .line: break
    case .over, .left, .forged, .timedOut, .interrupted, .full: process.end()
    }
  }

  private func keepState() {
    guard process.hasBegunState else { return }
    if let bytes = process.takeState(deadline: Clock.now() + Self.stateTime) {
      state = ShellState(bytes: bytes)
    }
  }

  private func report(
    of index: Int, isLast: Bool, deadline: UInt64, _ listener: Listener
  ) -> ShellReport {
    guard process.exitStatus == nil else {
      return .lost("the shell of this step had ended before")
    }
    guard !process.hasStrayReports() else { return forged() }
    let number = ShellChannel.randomNumber()
    guard process.send("\(index)", number) else {
      return .lost("the shell of this step had ended before")
    }
    switch wait(for: "end", number, deadline: deadline, listener) {
    case .line(let words): return confirmed(words, isLast: isLast, deadline: deadline, listener)
    case .over(let status): return process.reportOfEnd(status) ?? forged()
    case .left:
      process.end()
      return .leftLoop
    case .forged: return forged()
    case .timedOut:
      endGently(listener)
      return .timedOut
    case .interrupted:
      endGently(listener)
      return .interrupted
    case .full(let why):
      process.end()
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
    guard let status = numbers.first, process.send(isLast ? "bye" : "ok", number) else {
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
      process.end()
      return .lost(why)
    }
  }

  /// Somebody else than the driver has written a report, or has kept it from doing so: whatever the
  /// shell says from now on counts for nothing.
  private func forged() -> ShellReport {
    process.end()
    return .forged
  }

  /// Lets the shell end and returns its state; nil when it ended without handing it on.
  package func finish(deadline: UInt64) -> ShellState? {
    let quiet = Listener(output: { _, _ in }, tick: { _ in })
    let number = ShellChannel.randomNumber()
    if process.exitStatus == nil, !isLeaving, process.send("bye", number) {
      switch wait(for: "state", number, deadline: deadline, quiet) {
      case .line, .over: break
      case .left, .forged, .timedOut, .interrupted, .full: process.end()
      }
    }
    if process.exitStatus == nil {
      switch wait(for: "", number, deadline: deadline, quiet) {
      case .over: break
      case .line, .left, .forged, .timedOut, .interrupted, .full: process.end()
      }
    }
    keepState()
    return state
  }

  /// Asks everything the step has started to end, takes in what it still says, then kills it.
  private func endGently(_ listener: Listener) {
    guard process.exitStatus == nil else { return }
    process.askToEnd()
    let limit = Clock.now() + ShellProcess.grace
    while Clock.now() < limit {
      let ready = Waiting.ready(process.descriptors, until: limit)
      process.read(ready, listener.output)
      if process.hasEnded(ready) { break }
    }
    process.end()
    process.readRest(listener.output)
  }

  // MARK: Waiting

  private enum Ending {
    /// The awaited report came, with the words after its number.
    case line([Substring])
    /// The shell ended.
    case over(status: Int32)
    /// The command ended the driver's loop.
    case left
    /// A report came that was not due.
    case forged
    case timedOut
    case interrupted
    /// What it wrote to is almost full; the reason.
    case full(String)

    init(_ word: ShellProcess.Word) {
      switch word {
      case .line(let words): self = .line(words)
      case .left: self = .left
      case .forged: self = .forged
      }
    }
  }

  /// Waits for the report `name` of the order with this number.
  private func wait(
    for name: String, _ number: String, deadline: UInt64, _ listener: Listener
  ) -> Ending {
    let start = Clock.now()
    var nextTick = start + 100_000_000
    while true {
      if let word = process.takeReports(name, number) {
        process.drain(listener.output)
        return Ending(word)
      }
      let now = Clock.now()
      if now >= deadline { return .timedOut }
      if now >= nextTick {
        listener.tick(now - start)
        if let fault = process.diskFault() { return .full(fault) }
        nextTick = now + 100_000_000
      }
      let ready = ready(by: min(deadline, nextTick))
      if ready.contains(signals) {
        return .interrupted
      }
      process.read(ready, listener.output)
      if process.hasEnded(ready) {
        process.reap()
        process.readRest(listener.output)
        return process.takeReports(name, number).map(Ending.init)
          ?? .over(status: process.exitStatus ?? 127)
      }
    }
  }

  /// What is ready by `deadline`. What runs in the background is looked after on the way.
  private func ready(by deadline: UInt64) -> Set<Int32> {
    var descriptors = process.descriptors
    if signals >= 0, process.exitStatus == nil { descriptors.append(signals) }
    guard let background, !background.isEmpty else {
      return Waiting.ready(descriptors, until: deadline)
    }
    let ready = Waiting.ready(descriptors + background.descriptors, until: deadline)
    background.tend()
    return ready
  }
}
