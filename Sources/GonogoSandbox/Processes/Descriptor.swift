internal import Glibc

/// A file descriptor that is closed when its owner lets go of it.
struct Descriptor: ~Copyable {
  /// The number, valid while this lives.
  let number: Int32

  /// Takes ownership of `number`.
  init(owning number: Int32) {
    self.number = number
  }

  deinit { _ = close(number) }

  /// The number of a descriptor that may not be there, or -1.
  static func number(of descriptor: borrowing Descriptor?) -> Int32 {
    switch descriptor {
    case .some(let descriptor): descriptor.number
    case .none: -1
    }
  }

  /// Writes all of `bytes`; false when the other side is gone or the write fails.
  func writeAll(_ bytes: [UInt8]) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(number, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      offset += written
    }
    return true
  }

  /// At most `limit` bytes from the start of a regular file.
  func start(limit: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe pread(number, bytes.baseAddress, bytes.count, 0)
    }
    return Array(buffer[..<max(0, count)])
  }

  /// Everything from the start of a regular or memory file.
  func contents() -> [UInt8] {
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(number, bytes.baseAddress, bytes.count, off_t(contents.count))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return contents }
      contents += buffer[..<count]
    }
  }
}
