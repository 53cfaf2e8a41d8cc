/// A `.git` in a folder that commands may write.
struct GitEntry: Sendable, Equatable {
  /// Its path on the host.
  let path: String
  /// The repositories of submodules inside it, in `modules`, as paths on the host.
  let submodules: [String]

  /// How many folders are looked into for a `.git`, and how deep at most.
  private static let folderLimit = 5_000
  private static let depth = 64

  /// The `.git` of these folders and of the folders in them, the nearest first; `isWhole` is false
  /// where the limits, or a folder that could not be read, may have left one out.
  static func entries(
    in folders: [String], user: ProcessUser? = nil
  ) -> (entries: [GitEntry], isWhole: Bool) {
    let walk = FolderWalk(folders, depth: depth, limit: folderLimit, user: user) {
      folder, children in
      children.contains { $0.name == ".git" } ? HostPath.joined(folder, ".git") : nil
    } enters: { name, _ in
      name != ".git"
    }
    let modules = walk.found.map { ($0, repositories(in: $0)) }
    return (
      modules.map { GitEntry(path: $0, submodules: $1.found) },
      walk.isWhole && modules.allSatisfy { $1.isWhole }
    )
  }

  /// The folders below `modules` that are repositories, those in other submodules too.
  static func submodules(of git: String) -> [String] { repositories(in: git).found }

  private static func repositories(in git: String) -> FolderWalk {
    FolderWalk([git + "/modules"], depth: 16, limit: folderLimit) { folder, children in
      children.contains { $0.name == "config" || $0.name == "HEAD" } ? folder : nil
    } enters: { name, isRepository in
      !isRepository || !["objects", "refs", "logs"].contains(name)
    }
  }
}
