import GonogoCore

/// Reads `git status` in its long, short and porcelain layouts.
struct GitStatusRecognizer: Recognizer {
  let name = "git-status"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let call = GitCommand.only("status", in: output),
      let options = GitStatusOptions(call.arguments)
    else { return [] }
    let status =
      switch options.layout {
      case .long: GitStatusLongReader.read(output.lines)
      case .short: GitStatusShortReader.read(output, options)
      case .second: GitStatusPorcelainReader.read(output, options)
      }
    // `git -c status.showUntrackedFiles=no` would leave files out without a word.
    let isWhole = options.isWhole && !output.command.contains("status.")
    return status.map { captures($0, isWhole: isWhole) } ?? []
  }

  private func captures(_ status: GitStatus, isWhole: Bool) -> [Capture] {
    var captures: [Capture] = []
    func add(_ name: String, _ value: CaptureValue, _ text: String) {
      captures.append(Capture(name: name, value: value, text: text, recognizer: self.name))
    }
    func add(_ name: String, _ count: Int) {
      add(name, .quantity(Quantity(Double(count))), String(count))
    }
    if let branch = status.branch { add("branch", .text(String(branch)), String(branch)) }
    if let ahead = status.ahead { add("ahead", ahead) }
    if let behind = status.behind { add("behind", behind) }
    if isWhole, status.isComplete {
      add("uncommitted_changes", status.changed.count)
      add("untracked_files", status.untracked)
      let isClean = status.changed.isEmpty
      add("working_tree_clean", .truth(isClean), isClean ? "clean" : "not clean")
    } else if !status.changed.isEmpty {
      // A part of the tree shows that it is not clean; that it is clean no part can show.
      add("working_tree_clean", .truth(false), "not clean")
    }
    return captures
  }
}
