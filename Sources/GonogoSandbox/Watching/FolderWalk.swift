internal import Glibc

/// A look through folders and what is in them, the nearest first, within bounds.
package struct FolderWalk: Sendable {
  /// What was found, in its order, each once.
  package let found: [String]
  /// True when nothing was left out: neither bound was reached, and every folder could be read that
  /// commands could open.
  package let isWhole: Bool

  /// Looks; links are not followed.
  ///
  /// - Parameters:
  ///   - folders: where it begins.
  ///   - depth: how far below them it goes.
  ///   - limit: how many folders it looks into.
  ///   - user: who must be able to reach what is found; nil for us.
  ///   - finds: what is found in a folder with these children, or nil.
  ///   - enters: whether a child folder of this name is looked into; true for the second where
  ///     something was found in its parent.
  package init(
    _ folders: [String], depth: Int, limit: Int, user: ProcessUser? = nil,
    finds: (String, [(name: String, isFolder: Bool)]) -> String?,
    enters: (String, Bool) -> Bool
  ) {
    var found: [String] = []
    var seen: Set<String> = []
    var isWhole = true
    var level = folders
    var count = 0
    for distance in 0...depth {
      var next: [String] = []
      for folder in level {
        guard count < limit else {
          isWhole = false
          break
        }
        count += 1
        switch user.map({ Self.reach(of: $0, to: folder) }) ?? .open {
        case .open: break
        case .shut: continue
        case .shutByOwner:
          isWhole = false
          continue
        }
        let children = HostPath.entries(of: folder)
        if children.isEmpty, Self.isShut(folder) { isWhole = false }
        let answer = finds(folder, children)
        if let answer, seen.insert(answer).inserted { found.append(answer) }
        for child in children where child.isFolder && enters(child.name, answer != nil) {
          guard distance < depth else {
            isWhole = false
            break
          }
          next.append(HostPath.joined(folder, child.name))
        }
      }
      level = next
    }
    self.found = found
    self.isWhole = isWhole
  }

  private enum Reach { case open, shut, shutByOwner }

  /// Whether what is in a folder can be reached by a user, whom we are not.
  private static func reach(of user: ProcessUser, to folder: String) -> Reach {
    var status = stat()
    guard unsafe lstat(folder, &status) == 0 else { return .shut }
    if status.st_uid == user.user { return status.st_mode & S_IXUSR != 0 ? .open : .shutByOwner }
    let right = ([user.group] + user.groups).contains(status.st_gid) ? S_IXGRP : S_IXOTH
    return status.st_mode & right != 0 ? .open : .shut
  }

  /// True for a folder of ours that we cannot read: commands may open it again.
  private static func isShut(_ folder: String) -> Bool {
    var status = stat()
    guard unsafe lstat(folder, &status) == 0, status.st_uid == geteuid() else { return false }
    return unsafe access(folder, R_OK | X_OK) != 0
  }
}
