internal import GonogoCore
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
  /// The folder that commands start in, or nil when it is not known.
  package var work: String?
  /// The programs of the operator that commands are not shown: they run others of the same name, or none.
  package var shadowed: Set<String>

  /// A view; see the properties.
  package init(
    isApart: Bool, home: String, shown: [String] = [], withheld: Set<String> = [],
    work: String? = nil, shadowed: Set<String> = []
  ) {
    self.work = work
    self.shadowed = shadowed
    self.isApart = isApart
    self.home = home
    self.shown = shown
    self.withheld = withheld
  }

  /// What a part of the machine is in the sandbox, to be put behind "it shows"; nil when commands see
  /// the machine's. Their variables are never the operator's.
  func standIn(for sight: Sight, of tools: [String], changes: Bool) -> String? {
    if sight == .environment { return "the variables that commands are given, and not yours" }
    guard isApart else { return nil }
    switch sight {
    case .environment: return nil
    case .processes: return "the processes of the sandbox, and not the machine's"
    case .sessions: return "who is logged in to the sandbox, which is nobody"
    case .mounts: return "what is mounted in the sandbox, and not on the machine"
    case .messages: return "what processes of the sandbox share, and not the machine's"
    case .hostname: return "the name of the sandbox, and not the machine's"
    case .limits: return "what the sandbox allows, and not the machine"
    case .home where changes: return "a home of its own, which is thrown away with the sandbox"
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
    if Self.devices.contains(absolute) || absolute.hasPrefix("/dev/tcp/")
      || absolute.hasPrefix("/dev/udp/")
    {
      return nil
    }
    if absolute.isPath(inside: "/proc") { return Self.ownProcess(absolute) ? "/proc" : nil }
    if shown.contains(where: absolute.isPath(inside:)) { return nil }
    return (["~"] + Self.own).first { absolute.isPath(inside: self.absolute($0)) }
  }

  /// True when some such folder lies below `path`.
  func holdsHidden(_ path: String) -> Bool {
    let folder = absolute(path)
    return isApart && ([home] + Self.own).contains { $0.isPath(inside: folder) }
  }

  func absolute(_ path: String) -> String {
    if path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    if path.isPath(inside: "/var/run") || path.isPath(inside: "/var/lock") {
      let rest = path.dropFirst("/var".utf8.count)
      return rest.hasPrefix("/lock") ? "/run" + rest : String(rest)
    }
    return path
  }

  /// True for what `/proc` shows of processes, and of the sandbox itself.
  private static func ownProcess(_ path: String) -> Bool {
    let part = path.split(separator: "/").dropFirst().first
    guard let part else { return true }
    return ["self", "mounts", "thread-self"].contains(part) || part.first?.isNumber == true
      || path == "/proc/sys/kernel/hostname"
  }

  /// The folders besides the operator's home of which commands have their own, with files of theirs.
  package static let ownFolders = ["/tmp", "/var/tmp", "/run", "/home", "/root"]
  private static let own = ownFolders + ["/dev"]

  /// Devices that are everybody's.
  private static let devices: Set<String> = [
    "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom", "/dev/tty", "/dev/stdin",
    "/dev/stdout", "/dev/stderr",
  ]
}
