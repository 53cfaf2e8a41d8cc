internal import GonogoCore

/// What a command will print, as far as its text tells; only for showing in a plan.
enum CapturePrediction {
  private static let separators = SignSet(" \t\n\r\u{0B}\u{0C}(),;\"'`")

  /// Names of captures: columns named with `as`, `real` of `time`, the counts of `git status`.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    let words = text.parts(between: separators).map(String.init)
    for (word, next) in zip(words, words.dropFirst()) where word.lowercased() == "as" {
      if next.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), !names.contains(next) {
        names.append(next)
      }
    }
    if words.first == "time" { names.append("real") }
    if words.first == "git", words.contains("status") { names.append("uncommitted_changes") }
    return names
  }
}
