/// What is known about words, read from the data file `Words/synonyms.words`.
package struct Vocabulary: Sendable {
  var canonical: [String: String] = [:]
  var stops: Set<String> = []
  var status: Set<String> = []
  var good: Set<String> = []
  var negations: Set<String> = []
  var triggers: Set<String> = []
  var adverse: Set<String> = []
  /// The words, as `Meaning` holds them, that name nothing of their own.
  private(set) var generic: Set<String> = []

  /// The vocabulary that ships with gonogo.
  package static let standard = Vocabulary(
    parsing: String(decoding: PackageResources.synonyms_words, as: UTF8.self))

  /// Reads a vocabulary; lines of unknown kind are passed over.
  package init(parsing text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard let kind = words.first else { continue }
      let rest = words.dropFirst()
      switch kind {
      case "same":
        guard let first = rest.first else { continue }
        let key = Self.stem(first)
        for word in rest {
          canonical[word] = key
          canonical[Self.stem(word)] = key
        }
      case "stop": stops.formUnion(rest)
      case "status": status.formUnion(rest)
      case "good": good.formUnion(rest)
      case "negation": negations.formUnion(rest)
      case "trigger": triggers.formUnion(rest)
      case "adverse": adverse.formUnion(rest)
      case "generic":
        for word in rest {
          generic.insert(canonical[word] ?? canonical[Self.stem(word)] ?? Self.stem(word))
        }
      default: continue
      }
    }
  }

  /// A word without its plural s and its endings -ing, -ed and -e.
  static func stem(_ word: String) -> String {
    var stem = Substring(word)
    if stem.count > 4, stem.hasSuffix("ies") {
      stem = stem.dropLast(3) + "y"
    } else if stem.count > 3, stem.hasSuffix("s"), !stem.hasSuffix("ss"), !stem.hasSuffix("us"),
      !stem.hasSuffix("is")
    {
      stem = stem.dropLast()
    }
    for ending in ["ing", "ed"] where stem.hasSuffix(ending) && stem.count - ending.count >= 4 {
      stem = stem.dropLast(ending.count)
      if let last = stem.last, stem.dropLast().last == last, !"lsz".contains(last) {
        stem = stem.dropLast()
      }
      break
    }
    if stem.count > 4, stem.hasSuffix("e") { stem = stem.dropLast() }
    return String(stem)
  }
}
