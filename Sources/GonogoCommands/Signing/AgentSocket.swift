internal import Glibc
internal import GonogoSigning

/// Talks to the SSH agent that the environment names.
enum AgentSocket {
  private static let answerLimit = 256 << 10

  /// Sends one message and waits for its answer, both without their length.
  static func ask(_ message: [UInt8]) throws(RawKeyError) -> [UInt8] {
    guard let path = HostEnvironment.value("SSH_AUTH_SOCK"), !path.isEmpty else {
      throw .noAgent(reason: "SSH_AUTH_SOCK is not set")
    }
    let descriptor = try connect(path)
    defer { _ = close(descriptor) }
    let count = UInt32(truncatingIfNeeded: message.count)
    let length = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
    try send(length + message, descriptor)
    let size = try receive(4, descriptor).reduce(0) { $0 << 8 | Int($1) }
    guard (1...answerLimit).contains(size) else {
      throw .noAgent(reason: "its answer is not understood")
    }
    return try receive(size, descriptor)
  }

  private static func connect(_ path: String) throws(RawKeyError) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    let fits = unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
      guard bytes.count < room.count, !bytes.contains(0) else { return false }
      unsafe room.copyBytes(from: bytes)
      return true
    }
    guard fits else { throw .noAgent(reason: "SSH_AUTH_SOCK is no path of a socket") }
    let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, type, 0)
    guard descriptor >= 0 else { throw .noAgent(reason: "no socket can be opened") }
    let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    guard isConnected else {
      _ = close(descriptor)
      throw .noAgent(reason: "nobody listens at \(path)")
    }
    return descriptor
  }

  private static func send(_ bytes: [UInt8], _ descriptor: Int32) throws(RawKeyError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .noAgent(reason: "it closed the connection") }
      rest = rest.dropFirst(count)
    }
  }

  private static func receive(_ size: Int, _ descriptor: Int32) throws(RawKeyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress.map { unsafe $0 + filled }, size - filled, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .noAgent(reason: "it closed the connection") }
      filled += count
    }
    return bytes
  }
}
