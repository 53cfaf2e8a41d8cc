internal import Glibc

/// The tool's end of the socket to the bash of a step: orders go out, reports come in line by line,
/// and after the report `state` the shell's state as it is.
struct ShellChannel: ~Copyable {
  private let socket: Descriptor
  private var text: [UInt8] = []
  private var start = 0
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// False once the other side has closed it.
  private(set) var isOpen = true
  /// More than any report has, in bytes.
  private static let longestReport = 65_536
  /// The number that ends the state, once its beginning has been read.
  private var stateNumber: String?

  /// Takes ownership of the socket, which must not block.
  init(_ socket: consuming Descriptor) {
    self.socket = socket
  }

  /// What to wait on.
  var number: Int32 { socket.number }

  /// True when something has come that was not read as a report, apart from the state.
  var hasUnread: Bool { stateNumber == nil && start < text.count }

  /// True once the state has begun to come.
  var hasBegunState: Bool { stateNumber != nil }

  /// A number to give an order, which nothing that has not seen the order can know.
  static func randomNumber() -> String {
    var random = SystemRandomNumberGenerator()
    let digits = String(random.next(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Sends an order, such as `3 89abcdef01234567`; false when nobody reads it any more.
  func send(_ order: String, _ number: String) -> Bool {
    let bytes = Array("\(order) \(number)\n".utf8)
    let sent = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.send(socket.number, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
    }
    return sent == bytes.count
  }

  /// Reads what is there, without waiting; false when there was nothing.
  @discardableResult
  mutating func receive() -> Bool {
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe Glibc.read(socket.number, bytes.baseAddress, bytes.count)
    }
    if count > 0 {
      text += buffer[..<count]
      return true
    }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { isOpen = false }
    return false
  }

  /// The next whole line of reports, as words; nil when there is none yet. After the line `state`
  /// with `number` there is none.
  mutating func nextReport(_ number: String) -> [Substring]? {
    guard stateNumber == nil else { return nil }
    guard let end = text[start...].firstIndex(of: 0x0A) else {
      return text.count - start < Self.longestReport ? nil : []
    }
    let line = String(decoding: text[start..<end], as: UTF8.self)
    start = end + 1
    if start == text.count {
      text.removeAll(keepingCapacity: true)
      start = 0
    }
    let words = line.split(separator: " ")
    if words.count == 2, words[0] == "state", words[1] == number { stateNumber = number }
    return words
  }

  /// The state, when all of it has come.
  var state: [UInt8]? {
    guard let stateNumber else { return nil }
    let end = Array("# \(stateNumber)\n".utf8)
    guard text[start...].suffix(end.count).elementsEqual(end), !text[start...].contains(0) else {
      return nil
    }
    return Array(text[start...])
  }

  /// Waits until all of the state has come and takes it, so that reports can follow; nil when the
  /// other side is gone or `deadline` is reached before.
  mutating func takeState(deadline: UInt64) -> [UInt8]? {
    while true {
      if let state {
        text.removeAll(keepingCapacity: true)
        start = 0
        stateNumber = nil
        return state
      }
      let now = Clock.now()
      guard isOpen, now < deadline else { return nil }
      var waiting = [pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)]
      _ = unsafe poll(&waiting, 1, Int32(min(1000, (deadline - now) / 1_000_000 + 1)))
      while receive() {}
      if state == nil { usleep(Self.napTime) }
    }
  }

  /// How long to look away while the shell writes its state, in microseconds: it writes line by
  /// line, and being woken for every line costs both sides more than the writing.
  private static let napTime: UInt32 = 60
}
