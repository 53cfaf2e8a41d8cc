import Foundation
import Glibc
import Testing

/// A program on a terminal of its own, and somebody who types.
final class PseudoTerminal {
  private var master: Int32
  private let process = Process()
  /// What was shown until now.
  private(set) var shown = ""
  private var bytes: [UInt8] = []
  private var readPosition = 0

  /// Starts `program` on a terminal, in `folder`.
  init(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = Child.environment
  ) throws {
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // grantpt, unlockpt and ptsname are not offered to Swift: this is what they do on Linux.
    var (isLocked, number) = (Int32(0), Int32(-1))
    try #require(unsafe ioctl(master, 0x4004_5431, &isLocked) == 0)
    try #require(unsafe ioctl(master, 0x8004_5430, &number) == 0)
    let path = "/dev/pts/\(number)"
    let slave = try #require(FileHandle(forUpdatingAtPath: path))
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment.merging(["TERM": "xterm", "NO_COLOR": "1"]) { $1 }
    process.standardInput = slave
    process.standardOutput = slave
    process.standardError = slave
    try process.run()
    try slave.close()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    if master >= 0 { close(master) }
  }

  /// Waits until `text` is shown after all that was waited for before.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while true {
      read()
      let rest = shown.dropFirst(readPosition)
      if let range = rest.range(of: text) {
        readPosition = shown.distance(from: shown.startIndex, to: range.upperBound)
        return
      }
      try #require(
        Date() < deadline, "“\(text)” was not shown; shown was: \(rest)",
        sourceLocation: sourceLocation)
      usleep(5000)
    }
  }

  /// Types a line.
  func type(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
  }

  /// Sends what Ctrl-C sends; the terminal belongs to no session here that could do it.
  func interrupt() { kill(process.processIdentifier, SIGINT) }

  /// Takes the terminal away.
  func hangUp() {
    close(master)
    master = -1
  }

  /// Waits for the end and returns the exit status, or minus the signal that ended it.
  func end() -> Int32 {
    let deadline = Date(timeIntervalSinceNow: 30)
    while process.isRunning, Date() < deadline {
      read()
      usleep(5000)
    }
    read()
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(master, bytes.baseAddress, bytes.count)
      }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    shown = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}
