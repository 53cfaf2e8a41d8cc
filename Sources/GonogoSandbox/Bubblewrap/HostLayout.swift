internal import Glibc

/// What the sandbox's view is made of: read from the host once a run.
package struct HostLayout: Sendable {
  /// An entry of the host's root directory.
  struct RootEntry: Sendable, Equatable {
    var name: String
    /// Where it points when it is a symbolic link.
    var link: String?
  }

  /// What stands in `/`, sorted by name.
  let rootEntries: [RootEntry]
  /// The real file behind `/etc/resolv.conf` when it lies below `/run`, which is hidden.
  let resolverFile: String?
  /// Every `.git` that was found in the folders that commands may write.
  let gitEntries: [GitEntry]
  /// True when there is no other `.git` than those.
  let hasEveryGitEntry: Bool

  /// Reads the layout of this machine, and of the folders that commands may write.
  package init(writable: [String] = [], user: ProcessUser? = nil) {
    (gitEntries, hasEveryGitEntry) = GitEntry.entries(in: writable, user: user)
    rootEntries = HostPath.entries(of: "/").map(\.name).sorted().map { name in
      RootEntry(name: name, link: HostLayout.linkTarget("/" + name))
    }
    let resolver = HostPath.resolved("/etc/resolv.conf")
    resolverFile = resolver.flatMap { $0.hasPrefix("/run/") ? $0 : nil }
  }

  init(rootEntries: [RootEntry], resolverFile: String?, gitEntries: [GitEntry] = []) {
    self.rootEntries = rootEntries
    self.resolverFile = resolverFile
    self.gitEntries = gitEntries
    hasEveryGitEntry = true
  }

  /// Where a symbolic link points; nil when it is none.
  static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe buffer.withUnsafeMutableBytes { bytes in
      unsafe bytes.baseAddress.map { unsafe readlink(path, $0, bytes.count) } ?? -1
    }
    return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
  }
}
