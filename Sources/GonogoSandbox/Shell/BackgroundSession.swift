internal import Glibc

/// One bash in one sandbox that runs the commands of a step while others go on.
///
/// It never waits: whoever waits for something else calls `tend`, which takes in what has come and
/// gives the next order. The commands run one after another, as in any step. When the last has ended
/// the shell stays, so that what they have left running does, too.
package final class BackgroundSession {
  /// What its owner hears of.
  package struct Listener {
    /// Bytes that a command, by its number from 1, has written.
    package var output: (Int, OutputStream, ArraySlice<UInt8>) -> Void
    /// How a command ended, and how long it took, in nanoseconds.
    package var ended: (Int, ShellReport, UInt64) -> Void

    /// A listener.
    package init(
      output: @escaping (Int, OutputStream, ArraySlice<UInt8>) -> Void,
      ended: @escaping (Int, ShellReport, UInt64) -> Void
    ) {
      self.output = output
      self.ended = ended
    }
  }

  private enum Phase {
    /// The command runs; the number of its order and when it began.
    case running(Int, number: String, since: UInt64)
    /// It was reported to have ended; the shell has to say so once more.
    case confirming(Int, number: String, since: UInt64, report: ShellReport)
    /// It was asked to end; the command under way, when it is killed, and what it came to.
    case ending(Int?, at: UInt64, since: UInt64, report: ShellReport)
    /// Every command has ended.
    case idle
    /// The shell is gone.
    case over
  }

  let process: ShellProcess
  private let listener: Listener
  private let deadline: UInt64
  private var orders: [Int]
  private var phase = Phase.idle
  private var nextLook: UInt64 = 0

  /// Takes over a shell that is ready, to run the commands with these numbers, from 1, in order. At
  /// `deadline`, a time of `Clock.now()`, it is ended.
  package init(
    _ session: ShellSession, orders: [Int], deadline: UInt64 = .max, _ listener: Listener
  ) {
    process = session.process
    self.orders = orders
    self.deadline = deadline
    self.listener = listener
  }

  /// The number of the command that runs, or nil when all have ended.
  package var running: Int? {
    switch phase {
    case .running(let index, _, _), .confirming(let index, _, _, _): index
    case .ending(let index, _, _, _): index
    case .idle, .over: nil
    }
  }

  /// True while its shell lives.
  package var isAlive: Bool {
    if case .over = phase { return false }
    return true
  }

  /// Gives the first order.
  package func begin() { runNext() }

  private func runNext() {
    guard !orders.isEmpty else {
      phase = .idle
      return
    }
    let index = orders.removeFirst()
    let (number, now) = (ShellChannel.randomNumber(), Clock.now())
    phase = .running(index, number: number, since: now)
    if process.hasStrayReports() {
      end(.forged)
    } else if !process.send("\(index)", number) {
      end(.lost("the shell of this step had ended before"))
    }
  }

  // MARK: Tending

  /// Takes in what has come and goes on as far as it can without waiting.
  func tend() {
    guard isAlive else { return }
    let ready = Waiting.ready(process.descriptors, until: 0)
    process.read(ready, take)
    proceed()
    guard isAlive else { return }
    if process.hasEnded(ready) { return takeEnd() }
    let now = Clock.now()
    if case .ending(_, let limit, _, let report) = phase, now >= limit { return end(report) }
    guard now >= nextLook else { return }
    nextLook = now + 100_000_000
    if let fault = process.diskFault() { return end(.lost(fault)) }
    if now >= deadline { askToEnd(.timedOut) }
  }

  private func take(_ stream: OutputStream, _ bytes: ArraySlice<UInt8>) {
    if let running { listener.output(running, stream, bytes) }
  }

  /// Reads the reports that have come.
  private func proceed() {
    while true {
      switch phase {
      case .running(let index, let number, let since):
        guard let word = process.takeReports("end", number) else { return }
        process.drain(take)
        switch word {
        case .line(let words): confirm(words, index, since)
        case .left: end(.leftLoop)
        case .forged: end(.forged)
        }
      case .confirming(let index, let number, let since, let report):
        guard let word = process.takeReports("idle", number) else { return }
        guard case .line = word else { return end(.forged) }
        process.drain(take)
        listener.ended(index, report, Clock.now() - since)
        runNext()
      case .idle:
        // Nothing is due any more: whatever comes is not the driver's.
        if process.takeReports("", "") != nil { end(.forged) }
        return
      case .ending, .over: return
      }
    }
  }

  /// Believes a report once the shell has answered again, as `ShellSession` does.
  private func confirm(_ words: [Substring], _ index: Int, _ since: UInt64) {
    let numbers = ShellReport.numbers(words)
    let number = ShellChannel.randomNumber()
    guard let status = numbers.first, process.send("ok", number) else { return end(.forged) }
    phase = .confirming(
      index, number: number, since: since,
      report: .ended(
        status: status, pipeline: Array(numbers.dropFirst()), details: ReportDetails(words)))
  }

  /// Its shell has ended.
  private func takeEnd() {
    process.reap()
    process.readRest(take)
    proceed()
    switch phase {
    case .running: end(process.reportOfEnd(process.exitStatus ?? 127) ?? .forged)
    case .confirming: end(.forged)
    case .ending(_, _, _, let report): end(report)
    case .idle: end(.forged)
    case .over: break
    }
  }

  // MARK: Ending

  /// Asks everything it has started to end, and has it killed when that takes longer than the grace;
  /// the command under way comes to `report`.
  func askToEnd(_ report: ShellReport) {
    let limit = Clock.now() + ShellProcess.grace
    switch phase {
    case .running(let index, _, let since), .confirming(let index, _, let since, _):
      phase = .ending(index, at: limit, since: since, report: report)
    case .idle: phase = .ending(nil, at: limit, since: 0, report: report)
    case .ending, .over: return
    }
    process.askToEnd()
  }

  /// Kills everything it has started; the command under way comes to `report`.
  private func end(_ report: ShellReport) {
    process.end()
    process.readRest(take)
    let ended = phase
    phase = .over
    switch ended {
    case .running(let index, _, let since), .confirming(let index, _, let since, _),
      .ending(let index?, _, let since, _):
      listener.ended(index, report, Clock.now() - since)
    case .ending(nil, _, _, _), .idle, .over: break
    }
  }
}
