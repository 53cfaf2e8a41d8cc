/// What a command will print, as far as its text tells; only for showing in a plan.
enum CapturePrediction {
  /// Names of captures: columns named with `as`, `real` of `time`, the counts of `git status`.
  static func names(in text: String) -> [String] {
    var names: [String] = []
    let words = text.split { $0.isWhitespace || "(),;\"'`".contains($0) }.map(String.init)
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
