/// What `git status` told.
struct GitStatus {
  /// The branch, nil when detached or not told.
  var branch: Substring?
  /// Commits the branch has and its upstream has not; nil when not told.
  var ahead: Int?
  /// Commits the upstream has and the branch has not; nil when not told.
  var behind: Int?
  /// The entries that are staged, modified, in conflict or untracked, each path once.
  var changed: Set<Substring> = []
  /// How many of them are untracked; a folder counts as one, as git lists it.
  var untracked = 0
  /// True when everything was told: the entries are all there are.
  var isComplete = false
}
