internal import GonogoShell

/// What commands see of the machine.
package struct SandboxView: Sendable, Hashable {
  /// True when they have processes, mounts and temporary folders of their own.
  package var isApart: Bool
  /// The operator's home; absolute.
  package var home: String
  /// Folders and files that are the machine's although they lie where commands have their own; absolute.
  package var shown: [String]
  /// The programs of which something lies in the home that they are not given.
  package var withheld: Set<String>

  /// A view; see the properties.
  package init(isApart: Bool, home: String, shown: [String] = [], withheld: Set<String> = []) {
    self.isApart = isApart
    self.home = home
    self.shown = shown
    self.withheld = withheld
  }

  /// What a part of the machine is in the sandbox, to be put behind "it shows"; nil when commands see
  /// the machine's. Their variables are never the operator's.
  func standIn(for sight: Sight, of tools: [String]) -> String? {
    if sight == .environment { return "the variables that commands are given, and not yours" }
    guard isApart else { return nil }
    switch sight {
    case .environment: return nil
    case .processes: return "the processes of the sandbox, and not the machine's"
    case .sessions: return "who is logged in to the sandbox, which is nobody"
    case .mounts: return "what is mounted in the sandbox, and not on the machine"
    case .messages: return "what processes of the sandbox share, and not the machine's"
    case .hostname: return "the name of the sandbox, and not the machine's"
    case .home:
      let isGiven = tools.allSatisfy { tool in
        !withheld.contains(tool)
          && GrantCatalog.standard.grants.contains { grant in
            grant.programs.contains(tool)
          }
      }
      return isGiven ? nil : "what it keeps in the home of the sandbox, which is empty"
    }
  }

  /// The folder around `path` that commands have one of their own of, or nil when they see the
  /// machine's. `path` is absolute, `~` for the home.
  func hidden(around path: String) -> String? {
    guard isApart else { return nil }
    let absolute = absolute(path)
    if Self.devices.contains(absolute) { return nil }
    if shown.contains(where: { Self.isInside(absolute, $0) }) { return nil }
    return (["~"] + Self.own).first { Self.isInside(absolute, self.absolute($0)) }
  }

  /// True when some such folder lies below `path`.
  func holdsHidden(_ path: String) -> Bool {
    isApart && ([home] + Self.own).contains { Self.isInside($0, absolute(path)) }
  }

  func absolute(_ path: String) -> String {
    if path.hasPrefix("~") { return home + path.dropFirst() }
    if path == "/var/run" || path.hasPrefix("/var/run/") { return String(path.dropFirst(4)) }
    return path
  }

  /// True for the path of a folder and for all below it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    guard path.hasPrefix(folder) else { return false }
    return path.utf8.count == folder.utf8.count || folder.hasSuffix("/")
      || path.utf8.dropFirst(folder.utf8.count).first == UInt8(ascii: "/")
  }

  private static let own = ["/tmp", "/var/tmp", "/run", "/home", "/root", "/dev"]

  /// Devices that are everybody's.
  private static let devices: Set<String> = [
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/stdin",
    "/dev/stdout", "/dev/stderr",
  ]
}
