internal import Glibc

/// Our own environment and identity.
enum HostEnvironment {
  /// The value of a variable of ours, or nil when it is not set.
  static func value(_ name: String) -> String? {
    guard let pointer = unsafe getenv(name) else { return nil }
    return unsafe String(cString: pointer)
  }

  /// True when nobody can be asked: standard input is no terminal, or CI is set.
  static var isUnattended: Bool {
    isatty(STDIN_FILENO) != 1 || !(value("CI") ?? "").isEmpty
  }

  /// The machine's name.
  static var hostName: String {
    var name = utsname()
    guard unsafe uname(&name) == 0 else { return "unknown" }
    return unsafe withUnsafePointer(to: &name.nodename) { pointer in
      unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 65) { unsafe String(cString: $0) }
    }
  }

  /// The numeric user id.
  static var userID: Int { Int(getuid()) }

  /// Seconds since 1970-01-01 UTC.
  static var now: Int { time(nil) }

  /// The working directory, links resolved.
  static var workingDirectory: String {
    guard let pointer = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(pointer) }
    return unsafe String(cString: pointer)
  }
}
