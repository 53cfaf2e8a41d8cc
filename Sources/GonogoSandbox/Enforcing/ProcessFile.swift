internal import Glibc

/// What the kernel says of a process in `/proc`.
enum ProcessFile {
  /// A mount as a process sees it.
  struct Mount: Equatable {
    var place: String
    var type: String
    var isReadOnly: Bool
    var superOptions: [String]
  }

  /// The lines of a file of the kernel's; none when it cannot be read.
  static func lines(_ path: String) -> [String] {
    String(decoding: bytes(path), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  /// All of such a file.
  static func bytes(_ path: String) -> [UInt8] {
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    return number < 0 ? [] : Descriptor(owning: number).contents()
  }

  /// `/proc/PID/status` by names.
  static func status(of process: String) -> [String: String] {
    var status: [String: String] = [:]
    for line in lines("/proc/\(process)/status") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      status[String(parts[0])] = parts[1].split(whereSeparator: \.isWhitespace).first.map(
        String.init)
    }
    return status
  }

  /// The mounts of a process in their order.
  static func mounts(of process: String) -> [Mount] {
    lines("/proc/\(process)/mountinfo").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let dash = words.firstIndex(of: "-"), words.count > dash + 3, dash > 5 else {
        return nil
      }
      return Mount(
        place: unescaped(words[4]), type: words[dash + 1],
        isReadOnly: words[5].split(separator: ",").contains("ro"),
        superOptions: words[dash + 3].split(separator: ",").map(String.init))
    }
  }

  /// Blanks stand as `\040` there.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == 0x5C, digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) {
        bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 - 0x30) })
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Which namespace of a kind (`pid`, `net`, …) a process is in; nil when it does not tell.
  static func namespace(_ kind: String, of process: String) -> String? {
    HostLayout.linkTarget("/proc/\(process)/ns/\(kind)")
  }

  /// The children of a process, those of all its threads.
  static func children(of process: pid_t) -> [pid_t] {
    HostPath.entries(of: "/proc/\(process)/task").flatMap { thread in
      lines("/proc/\(process)/task/\(thread.name)/children")
        .flatMap { $0.split(separator: " ").compactMap { pid_t($0) } }
    }
  }

  /// Everything below a process, with how far below.
  static func descendants(of process: pid_t) -> [(process: pid_t, depth: Int)] {
    var found: [(process: pid_t, depth: Int)] = []
    var level = [process]
    var depth = 1
    while !level.isEmpty, found.count < 100_000 {
      level = level.flatMap { children(of: $0) }
      found += level.map { ($0, depth) }
      depth += 1
    }
    return found
  }
}
