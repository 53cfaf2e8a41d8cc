#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file or folder; closed when the value goes away.
struct OpenFile: ~Copyable {
  /// How a file is opened.
  enum Purpose {
    /// To read it; never waits, not even on a FIFO.
    case reading
    /// To write a file that must not exist yet, nor be a link.
    case creating
    /// To read it and to write at its end; created when missing, refused when a link.
    case appending
    /// A folder, to make its entries durable.
    case folder

    fileprivate var flags: Int32 {
      switch self {
      case .reading: O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      case .appending: O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      case .folder: O_RDONLY | O_DIRECTORY | O_CLOEXEC
      }
    }
  }

  /// What kind of thing is open.
  enum Kind { case file, folder, other }

  /// The path it was opened by, for messages.
  let path: String
  private let descriptor: Int32

  /// Opens `path`; `mode` counts when the file is created by this.
  init(_ path: String, for purpose: Purpose, mode: UInt32 = 0o600) throws(StoreError) {
    self.path = path
    // A NUL would cut the path short for the system, which would then open another file.
    guard !path.utf8.contains(0) else { throw StoreError("open", path, .invalid) }
    var result: Int32 = -1
    repeat {
      result = unsafe open(path, purpose.flags, mode_t(truncatingIfNeeded: mode))
    } while result < 0 && SystemCondition.last == .interrupted
    guard result >= 0 else { throw StoreError("open", path, .last) }
    descriptor = result
  }

  deinit { _ = close(descriptor) }

  /// What it is and how many bytes it holds.
  func status() throws(StoreError) -> (kind: Kind, size: Int) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw StoreError("examine", path, .last) }
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    return (kind, Int(status.st_size))
  }

  /// Everything from where the file stands to its end, or nil when that is more than `limit` bytes.
  func readAll(limit: Int) throws(StoreError) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(try status().size, limit))
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        let condition = SystemCondition.last
        if condition == .interrupted { continue }
        throw StoreError("read", path, condition)
      }
      guard count <= limit - bytes.count else { return nil }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// One write(2); returns how many bytes went through.
  func writeOnce(_ bytes: ArraySlice<UInt8>) throws(StoreError) -> Int {
    while true {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 { return count }
      let condition = SystemCondition.last
      guard condition == .interrupted else { throw StoreError("write", path, condition) }
    }
  }

  /// Writes all of `bytes`, however many calls it takes.
  func writeAll(_ bytes: [UInt8]) throws(StoreError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try writeOnce(rest)
      guard count > 0 else { throw StoreError("write", path, .inputOutput) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until the bytes are on the device; the file's times need not be.
  func syncBytes() throws(StoreError) {
    #if os(Linux)
      guard fdatasync(descriptor) == 0 else { throw StoreError("write", path, .last) }
    #else
      try sync()
    #endif
  }

  /// Waits until the bytes and all about the file are on the device.
  func sync() throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw StoreError("write", path, .last) }
  }

  /// Gives the file exactly these permissions, whatever the umask is.
  func setMode(_ mode: UInt32) throws(StoreError) {
    guard fchmod(descriptor, mode_t(truncatingIfNeeded: mode)) == 0 else {
      throw StoreError("set the permissions of", path, .last)
    }
  }

  /// Cuts the file to `size` bytes.
  func truncate(to size: Int) throws(StoreError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw StoreError("write", path, .last) }
  }

  /// True when another process has taken the file for itself.
  var isLocked: Bool {
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else {
      _ = flock(descriptor, LOCK_UN)
      return false
    }
    return SystemCondition.last == .wouldBlock
  }

  /// Takes the file for this process alone, until it is closed; false when another one has it.
  func lock() throws(StoreError) -> Bool {
    // A program that is just being started holds our files until it runs, and with them the lock of
    // one that was closed a moment ago; so a short while is waited before it counts.
    var attemptsLeft = 30
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let condition = SystemCondition.last
      if condition == .interrupted { continue }
      guard condition == .wouldBlock else { throw StoreError("lock", path, condition) }
      if attemptsLeft == 0 { return false }
      attemptsLeft -= 1
      _ = usleep(10_000)
    }
    return true
  }
}
