internal import GonogoCore
internal import GonogoSandbox
internal import Glibc

/// Reads the options that say how much commands may use and who they run as.
enum LimitOptions {
  /// The limits these options ask for.
  ///
  /// - Throws: `CommandFailure` when one of them makes no sense.
  static func limits(_ options: SandboxOptions) throws(CommandFailure) -> ResourceLimits {
    var limits = ResourceLimits()
    if let processes = options.processes {
      guard (8...1_000_000).contains(processes) else {
        throw CommandFailure(
          .usage, "--processes \(processes): give a number from 8 to 1000000", cure: nil)
      }
      limits.processes = processes
    }
    if let text = options.memory {
      guard let bytes = size(text), bytes >= 16 << 20 else {
        throw CommandFailure(
          .usage, "--memory \(text): this is no size of at least 16 MiB",
          cure: "write a number with its unit: 512MB, 2GiB")
      }
      limits.memory = bytes
    }
    return limits
  }

  /// The bytes that `512MB`, `2 GiB` or `1073741824` mean; nil for anything else.
  static func size(_ text: String) -> UInt64? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = UInt64(digits) else { return nil }
    let factors: [String: UInt64] = [
      "": 1, "b": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000, "k": 1 << 10,
      "m": 1 << 20, "g": 1 << 30, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
    ]
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let factor = factors[unit] else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow || bytes == 0 ? nil : bytes
  }

  /// The user that `name`, `uid` or `uid:gid` means, with the home that is then hidden.
  ///
  /// - Throws: `CommandFailure` when there is none, or we are not root.
  static func user(_ text: String) throws(CommandFailure) -> ProcessUser {
    guard HostEnvironment.userID == 0 else {
      throw CommandFailure(
        .usage, "--run-as \(text): only root can run commands as somebody else",
        cure: "leave it out: commands run as you")
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if let user = UInt32(parts[0]), let group = parts.count > 1 ? UInt32(parts[1]) : user,
      parts.count <= 2, user != 0, group != 0, user != .max, group != .max
    {
      return ProcessUser(user: user, group: group, groups: [])
    }
    guard let entry = unsafe getpwnam(text), unsafe entry.pointee.pw_uid != 0 else {
      throw CommandFailure(
        .usage, "--run-as \(text): there is no such user but root",
        cure: "give an ordinary user's name, or uid:gid")
    }
    let (user, group) = unsafe (entry.pointee.pw_uid, entry.pointee.pw_gid)
    var count: Int32 = 256
    var groups = [gid_t](repeating: 0, count: Int(count))
    guard unsafe getgrouplist(text, group, &groups, &count) >= 0 else {
      return ProcessUser(user: user, group: group, groups: [])
    }
    // The group of root gives rights on files of root's.
    return ProcessUser(
      user: user, group: group, groups: groups.prefix(Int(count)).filter { $0 != 0 })
  }
}
