/// Compares the name of a count with a noun: `error_count`, "errors".
enum CountName {
  /// The stems of its words without those that only say that it is a count.
  static func words(_ name: String) -> Set<String> {
    var words: Set<String> = []
    let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    for part in parts {
      let word = String(part)
      if ["count", "counts", "number", "of", "num", "total", "any", "the"].contains(word) {
        continue
      }
      words.insert(same[word] ?? Vocabulary.stem(word))
    }
    return words
  }

  private static let same = [
    "failed": "failure", "failures": "failure", "failure": "failure",
    "vulnerabilities":
      "vulnerability",
  ]
}
