import Foundation
import Testing

/// A bound TCP port on the loopback whose owner never answers; closed when it goes.
final class Listener {
  /// The port.
  let port: Int
  private let descriptor: Int32

  /// Binds a free port, and listens on it when there is a `backlog`.
  init(backlog: Int32?) throws {
    #if canImport(Glibc) || canImport(Musl)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        let bound = unsafe bind(descriptor, pointer, size)
        return unsafe bound == 0 ? getsockname(descriptor, pointer, &size) : bound
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    try #require(status == 0)
    if let backlog { try #require(listen(descriptor, backlog) == 0) }
  }

  deinit { close(descriptor) }
}
