extension String {
  /// True for the path of a folder and of all below it; both absolute.
  package func isPath(inside folder: String) -> Bool {
    self == folder || hasPrefix(folder == "/" ? "/" : folder + "/")
  }
}
