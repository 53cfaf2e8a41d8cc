internal import Glibc

/// What would make git run something, or look for it elsewhere, in places that a step which writes
/// to git must be able to write: compared before and after.
///
/// A file `commondir` leads git to another folder for its configuration and hooks. It cannot be kept
/// out with a mount, because git does not work where it exists and is empty. The repository of a new
/// submodule brings a configuration and hooks of its own.
package struct GitWatch: Sendable {
  private let folders: [String]
  private let before: [String: FileStamp]

  /// Notes what there is in these `.git` folders.
  init(_ folders: [String]) {
    self.folders = folders
    before = Self.stamps(folders)
  }

  /// What a step has put there, as a sentence without a final stop; nil when there is nothing. A new
  /// `commondir`, which git never makes there, is removed, and so is a new `config.worktree`, which git
  /// only makes where the configuration asks for one.
  package func fault() -> String? {
    let after = Self.stamps(folders)
    for path in after.keys.sorted() where after[path] != before[path] && !isOfGit(path) {
      let mayGo =
        before[path] == nil
        && folders.contains { path == $0 + "/commondir" || path == $0 + "/config.worktree" }
      let isGone = unsafe mayGo && unlink(path) == 0
      return "it has put \(path) there, which tells git what to run"
        + (isGone ? "; that file was removed" : "; look at it before you use git here")
    }
    return nil
  }

  /// A `commondir` as `git worktree add` writes it.
  private func isOfGit(_ path: String) -> Bool {
    guard path.hasSuffix("/commondir"),
      folders.contains(where: { path.hasPrefix($0 + "/worktrees/") })
    else { return false }
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard number >= 0 else { return false }
    let file = Descriptor(owning: number)
    return file.start(limit: 16) == Array("../..\n".utf8)
  }

  private static func stamps(_ folders: [String]) -> [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    func add(_ path: String) {
      let stamp = FileStamp(of: path)
      if stamp.identity != nil { stamps[path] = stamp }
    }
    for folder in folders {
      let worktrees = HostPath.entries(of: folder + "/worktrees").map { "worktrees/" + $0.name }
      for place in worktrees.map({ folder + "/" + $0 }) + [folder] {
        add(place + "/commondir")
        add(place + "/config.worktree")
      }
      for place in GitEntry.submodules(of: folder) {
        for name in ["commondir", "config", "config.worktree"] { add(place + "/" + name) }
        for hook in HostPath.entries(of: place + "/hooks") where !hook.name.hasSuffix(".sample") {
          add(place + "/hooks/" + hook.name)
        }
      }
    }
    return stamps
  }
}
