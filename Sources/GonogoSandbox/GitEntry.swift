/// A `.git` in a folder that commands may write.
struct GitEntry: Sendable, Equatable {
  /// Its path on the host.
  let path: String
  /// The repositories of submodules inside it, in `modules`, as paths on the host.
  let submodules: [String]

  /// How deep below a writable folder a `.git` is looked for, and how many folders are looked into.
  private static let depth = 4
  private static let folderLimit = 2_000

  /// The `.git` of these folders and of the folders in them, the nearest first; what lies deeper or
  /// comes later than the limits is not found.
  static func entries(in folders: [String]) -> [GitEntry] {
    walk(folders, depth: depth) { folder, children in
      children.contains { $0.name == ".git" } ? HostPath.joined(folder, ".git") : nil
    }.map { GitEntry(path: $0, submodules: submodules(of: $0)) }
  }

  /// The folders below `modules` that are repositories, those in other submodules too.
  static func submodules(of git: String) -> [String] {
    walk([git + "/modules"], depth: 8) { folder, children in
      children.contains { $0.name == "config" || $0.name == "HEAD" } ? folder : nil
    }
  }

  /// Every folder from `folders` down, nearest first, that `result` has an answer for.
  private static func walk(
    _ folders: [String], depth: Int,
    _ result: (String, [(name: String, isFolder: Bool)]) -> String?
  ) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    var level = folders
    var count = 0
    for distance in 0...depth {
      var next: [String] = []
      for folder in level where count < folderLimit {
        count += 1
        let children = HostPath.entries(of: folder)
        if let answer = result(folder, children), seen.insert(answer).inserted {
          found.append(answer)
        }
        guard distance < depth else { continue }
        for child in children where child.isFolder && !skipped.contains(child.name) {
          next.append(HostPath.joined(folder, child.name))
        }
      }
      level = next
    }
    return found
  }

  private static let skipped: Set<String> = [".git", "objects", "refs", "logs"]
}
