/// What the arguments of `git status` say about the output to expect.
struct GitStatusOptions {
  /// The three layouts of `git status`.
  enum Layout {
    /// Sentences and sections.
    case long
    /// `XY path`, with or without a `##` line.
    case short
    /// `--porcelain=v2`.
    case second
  }

  /// How it prints.
  private(set) var layout = Layout.long
  /// True when the `##` line is asked for.
  private(set) var showsBranch = false
  /// True when it looks at the whole tree, untracked files and submodules included.
  private(set) var isWhole = true

  /// The meaning of these arguments; nil when there is one that changes the layout in a way that
  /// is not read.
  init?(_ arguments: [String]) {
    for argument in arguments {
      switch argument {
      case "--short", "--porcelain", "--porcelain=v1", "--porcelain=1": layout = .short
      case "--porcelain=v2", "--porcelain=2": layout = .second
      case "--long": layout = .long
      case "--branch": showsBranch = true
      case "--verbose", "--ignored", "--show-stash", "--ahead-behind", "--renames", "--no-renames",
        "--no-column", "--untracked-files", "--untracked-files=all", "--untracked-files=normal":
        break
      case "--untracked-files=no", "--": isWhole = false
      case _ where argument.hasPrefix("--ignored=") || argument.hasPrefix("--find-renames"): break
      case _ where argument.hasPrefix("--ignore-submodules"): isWhole = false
      case _ where argument.hasPrefix("--"): return nil
      case _ where argument.hasPrefix("-"):
        guard readLetters(argument.dropFirst()) else { return nil }
      default: isWhole = false
      }
    }
  }

  private mutating func readLetters(_ letters: Substring) -> Bool {
    for (offset, letter) in letters.enumerated() {
      switch letter {
      case "s": layout = .short
      case "b": showsBranch = true
      case "v": break
      case "u":
        let mode = letters.dropFirst(offset + 1)
        if mode == "no" { isWhole = false }
        return ["", "no", "normal", "all"].contains(mode)
      default: return false
      }
    }
    return true
  }
}
