internal import Glibc

/// The bash of one step: the process, the channel to its driver and the pipes it writes to. Knows how
/// to read from them and how to end it; whoever holds it decides what to wait for.
final class ShellProcess {
  /// What a report says to whoever waits for one.
  enum Word {
    /// The awaited report came, with the words after its number.
    case line([Substring])
    /// The command ended the driver's loop.
    case left
    /// A report came that was not due.
    case forged
  }

  /// What is done with output.
  typealias Output = (OutputStream, ArraySlice<UInt8>) -> Void

  private let child: ChildProcess
  private var channel: ShellChannel
  private let stdout: Descriptor
  private let stderr: Descriptor
  private let hasNamespaces: Bool
  private let disks: DiskWatch
  private var openStreams: Set<Int32>
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// The status it ended with; nil while it lives.
  private(set) var exitStatus: Int32?
  /// The words of its `exit` report, once it has sent one.
  private(set) var farewell: [Substring]?
  /// The first failure that a copy of the shell told while the command under way ran, or nil.
  private var hiddenPart: Substring?

  init(
    child: consuming ChildProcess, channel: consuming ShellChannel, stdout: consuming Descriptor,
    stderr: consuming Descriptor, hasNamespaces: Bool, disks: DiskWatch
  ) {
    openStreams = [stdout.number, stderr.number]
    self.disks = disks
    self.hasNamespaces = hasNamespaces
    self.child = child
    self.channel = channel
    self.stdout = stdout
    self.stderr = stderr
  }

  deinit {
    if exitStatus == nil {
      child.kill()
      _ = child.wait()
    }
  }

  /// Its process id, or that of the bubblewrap around it.
  var identifier: pid_t { child.identifier }

  /// The process id of the shell, seen from outside; nil when it cannot be found.
  var shell: Int32? {
    guard hasNamespaces else { return child.identifier }
    // bubblewrap, its first process inside, the shell.
    return ProcessFile.descendants(of: child.identifier).first { $0.depth == 2 }?.process
  }

  /// What is wrong with the disks it writes to, a sentence without a final stop, or nil.
  func diskFault() -> String? { disks.fault() }

  // MARK: Orders and reports

  /// True once the state has begun to come.
  var hasBegunState: Bool { channel.hasBegunState }

  /// Sends an order; false when nobody reads it any more.
  func send(_ order: String, _ number: String) -> Bool { channel.send(order, number) }

  /// Takes in what has come; true when there are reports that nobody has waited for.
  func hasStrayReports() -> Bool {
    while channel.isOpen, channel.receive() {}
    return takeReports("", "") != nil || channel.hasUnread
  }

  /// Waits for all of the state and takes it; see `ShellChannel.takeState`.
  func takeState(deadline: UInt64) -> [UInt8]? { channel.takeState(deadline: deadline) }

  /// Reads the reports that have come while `name` of the order `number` is awaited; nil when none of
  /// them ends the waiting.
  func takeReports(_ name: String, _ number: String) -> Word? {
    while let words = channel.nextReport(number) {
      if words.first == "part" {
        // From what an earlier command left running it may come late; it makes nothing better.
        if words.count == 3, words[1] == number, hiddenPart == nil { hiddenPart = words[2] }
        continue
      }
      guard words.count > 1, words[1] == number else { return .forged }
      var rest = Array(words.dropFirst(2))
      switch String(words[0]) {
      case name where farewell == nil:
        if name == "end", let part = takeHiddenPart() { rest.append(part) }
        return .line(rest)
      case "exit" where name == "end" && farewell == nil:
        if let part = takeHiddenPart() { rest.append(part) }
        farewell = rest
      case "state" where farewell != nil: return nil
      case "left" where name == "end": return .left
      default: return .forged
      }
    }
    return nil
  }

  /// What became of the command under way when the shell ended with `status`; nil when its report is
  /// not genuine.
  func reportOfEnd(_ status: Int32) -> ShellReport? {
    if let farewell {
      let numbers = ShellReport.numbers(farewell)
      guard let told = numbers.first, told != 0 || status == 0 else { return nil }
      return .leftShell(
        status: told, pipeline: Array(numbers.dropFirst()), details: ReportDetails(farewell))
    }
    switch status {
    case ShellDriver.brokenStatus:
      return .lost("the shell of this step could not report how it ended")
    case 129...: return .lost("the shell of this step was ended by signal \(status - 128)")
    default: return .leftShell(status: status, pipeline: [])
    }
  }

  private func takeHiddenPart() -> Substring? {
    defer { hiddenPart = nil }
    return hiddenPart
  }

  // MARK: Waiting and reading

  /// What to wait on: its streams, its reports and, while it lives, its end.
  var descriptors: [Int32] {
    var list = Array(openStreams)
    if channel.isOpen { list.append(channel.number) }
    // Once it has ended, that would be ready again at once, and waiting would become a busy loop.
    if exitStatus == nil { list.append(child.ending.number) }
    return list
  }

  /// True when something of its own can still be read.
  var isOpen: Bool { !openStreams.isEmpty || channel.isOpen }

  /// Reads once from what is ready. Notices, and keeps, its end.
  func read(_ ready: Set<Int32>, _ output: Output) {
    // Reports are read last: what a command wrote before its end must be there when it is told.
    if ready.contains(stdout.number) { readOnce(stdout.number) { output(.stdout, $0) } }
    if ready.contains(stderr.number) { readOnce(stderr.number) { output(.stderr, $0) } }
    if ready.contains(channel.number) { channel.receive() }
  }

  /// True when its end is among what is ready.
  func hasEnded(_ ready: Set<Int32>) -> Bool { ready.contains(child.ending.number) }

  /// Everything that is in the two output pipes at this moment.
  func drain(_ output: Output) {
    while openStreams.contains(stdout.number), readOnce(stdout.number, { output(.stdout, $0) }) {}
    while openStreams.contains(stderr.number), readOnce(stderr.number, { output(.stderr, $0) }) {}
  }

  /// After the end: what is left in the pipes, but never longer than a fifth of a second, because
  /// something outside the sandbox may hold them open.
  func readRest(_ output: Output) {
    let limit = Clock.now() + 200_000_000
    while isOpen, Clock.now() < limit {
      read(Waiting.ready(descriptors, until: limit), output)
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

  // MARK: Ending

  /// How long what is asked to end may take, in nanoseconds.
  static let grace: UInt64 = 2_000_000_000

  /// Asks everything it has started to end.
  func askToEnd() {
    guard exitStatus == nil else { return }
    // bubblewrap itself, and its first process inside, would take all the others with them at once.
    let depth = hasNamespaces ? 2 : 0
    let own = ProcessFile.descendants(of: child.identifier) + [(child.identifier, 0)]
    for (process, distance) in own where distance >= depth { _ = Glibc.kill(process, SIGTERM) }
  }

  /// Takes in its end, which has come.
  func reap() {
    guard exitStatus == nil else { return }
    exitStatus = child.wait()
  }

  /// Kills it with everything it has started.
  func end() {
    guard exitStatus == nil else { return }
    child.kill()
    exitStatus = child.wait()
  }
}
