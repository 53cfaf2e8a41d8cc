/// What is known about words, read from the data file `Words/synonyms.words`.
package struct Vocabulary: Sendable {
  var canonical: [String: String] = [:]
  var stops: Set<String> = []
  var status: Set<String> = []
  var errands: Set<String> = []
  /// Status words, as `Meaning` holds them, by which a heading says that it finds something out.
  private(set) var checking: Set<String> = []
  private var asking: Set<String> = []
  /// Words at whose end a label asks where, when or for whom.
  private(set) var endings: Set<String> = []
  /// Status words, as `Meaning` holds them, that say nothing more beside a limit.
  private(set) var beside: Set<String> = []
  /// Status words that say nothing more of a time.
  private(set) var ended: Set<String> = []
  /// Words, as `Meaning` holds them, that only say that something is to be written down.
  private(set) var forms: Set<String> = []
  /// Words, as `Meaning` holds them, by which a heading or comment only says that it is a part of a
  /// document, or that something is run.
  private(set) var plain: Set<String> = []
  var good: Set<String> = []
  var negations: Set<String> = []
  var triggers: Set<String> = []
  var adverse: Set<String> = []
  private var roles: [String: Role] = [:]
  /// The words, as `Meaning` holds them, that name nothing of their own.
  private(set) var generic: Set<String> = []
  /// Words for several of what `generic` names one of, as they are spelled.
  private(set) var several: Set<String> = []
  /// What programs, or their subcommands, are about, in words that their names do not say.
  private(set) var spoken: [String: String] = [:]

  /// Words that a name may have beyond a label, as `Meaning` holds them.
  private(set) var measures: Set<String> = []
  /// Those of them that are no number of things.
  private(set) var sizes: Set<String> = []
  private var trouble: Set<String> = []
  private var opposites: [String: Set<String>] = [:]
  /// Words of outputs and of sentences about them, by their kind.
  var printed: [Printed: Set<String>] = [:]
  /// Words that make another thing of what they stand with.
  private var distinct: Set<String> = []

  /// The vocabulary that ships with gonogo.
  package static let standard = Vocabulary(
    parsing: String(decoding: PackageResources.synonyms_words, as: UTF8.self))

  /// Reads a vocabulary; lines of unknown kind are passed over.
  package init(parsing text: String) {
    canonical.reserveCapacity(1024)
    roles.reserveCapacity(512)
    for line in text.utf8.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
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
      case "speaks":
        guard let colon = rest.firstIndex(of: ":") else { continue }
        spoken[rest[..<colon].joined(separator: " ")] = rest[(colon + 1)...].joined(separator: " ")
      case "stop": stops.formUnion(rest)
      case "status": status.formUnion(rest)
      case "errand": errands.formUnion(rest)
      case "checking": checking.formUnion(rest.map(key))
      case "asking": asking.formUnion(rest)
      case "ending": endings.formUnion(rest)
      case "beside": beside.formUnion(rest.map(key))
      case "ended": ended.formUnion(rest.map(key))
      case "form": forms.formUnion(rest.map(key))
      case "plain": plain.formUnion(rest.map(key))
      case "good": good.formUnion(rest)
      case "negation": negations.formUnion(rest)
      case "trigger": triggers.formUnion(rest)
      case "adverse": adverse.formUnion(rest)
      case "generic": generic.formUnion(rest.map(key))
      case "several": several.formUnion(rest)
      case "trouble": trouble.formUnion(rest)
      case "opposite":
        for word in rest.dropFirst() {
          opposites[rest[rest.startIndex], default: []].insert(word)
          opposites[word, default: []].insert(rest[rest.startIndex])
        }
      case "size": sizes.formUnion(rest.map(key))
      case "measure": measures.formUnion(rest.map(key))
      case "distinct": distinct.formUnion(rest.map(key))
      default:
        guard let kind = Printed(rawValue: kind) else { continue }
        printed[kind, default: []].formUnion(rest)
      }
    }
    for word in stops { roles[word] = .silent }
    for word in asking { roles[word] = .asking }
    for word in status { roles[word] = .status }
    for word in errands { roles[word] = .errand }
    for word in good { roles[word] = .good }
    for word in negations.union(adverse) { roles[word] = .turning }
  }

  /// What a word does in a sentence.
  enum Role {
    /// Nothing: it carries no meaning of its own.
    case silent
    /// Nothing in a sentence; in a label it asks for something else than a value.
    case asking
    /// It says how something is, or which one.
    case status
    /// Opening a text it says what to do about the rest; else it is a status.
    case errand
    /// It turns the sentence.
    case turning
    /// It speaks of something having gone well.
    case good
  }

  /// What `word` does; nil when it says what something is.
  func role(of word: String) -> Role? { roles[word] }

  /// True when `word` makes another thing of what it stands with, as `limit`, `idle` and `p95` do.
  func isDistinct(_ word: String) -> Bool {
    if distinct.contains(key(of: word)) { return true }
    guard word.utf8.first == UInt8(ascii: "p"), (2...4).contains(word.utf8.count) else {
      return false
    }
    return word.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// True when `word`, printed by a program, speaks of an error.
  func isTrouble(_ word: String) -> Bool { trouble.contains(word) || adverse.contains(word) }

  /// Words that say the opposite of `word`.
  func opposites(of word: String) -> Set<String> {
    opposites[word, default: []].union(["un", "in", "dis", "non", "not"].map { $0 + word })
  }

  /// The word that stands for `word` and all that mean the same.
  func key(of word: String) -> String {
    if let key = canonical[word] { return key }
    let stem = Self.stem(word)
    return canonical[stem] ?? stem
  }

  /// A word without its plural s and its endings -ing, -ed and -e.
  static func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    if bytes.count > 4, bytes.ends("ies") {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "y"))
    } else if bytes.count > 3, bytes.ends("s"), !bytes.ends("ss"), !bytes.ends("us"),
      !bytes.ends("is")
    {
      bytes.removeLast()
    }
    for ending in ["ing", "ed"] where bytes.ends(ending) && bytes.count - ending.utf8.count >= 4 {
      bytes.removeLast(ending.utf8.count)
      if let last = bytes.last, last < 0x80, bytes.dropLast().last == last,
        !"lsz".utf8.contains(last)
      {
        bytes.removeLast()
      }
      break
    }
    if bytes.count > 4, bytes.ends("e") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func ends(_ ending: String) -> Bool {
    count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
