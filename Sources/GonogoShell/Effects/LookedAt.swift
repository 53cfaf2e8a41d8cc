/// What a command looks at besides its working directory and its input, as its text tells.
package struct LookedAt: Sendable, Hashable {
  /// The parts of the machine that it shows.
  package var sights: Set<Sight> = []
  /// The absolute paths that it names, in order, each once; the home is `~`. A path that goes on with
  /// something worked out only when it runs ends before that.
  package private(set) var paths: [String] = []
  /// The paths among them that it gives to variables, by their names.
  package private(set) var assigned: [String: String] = [:]
  /// The variables that it expands and has not set itself.
  package var variables: Set<String> = []
  /// How many folders above the one it works in a relative path of it begins; 0 when none does.
  package private(set) var climbs = 0
  /// Where it changes to with `cd` or `pushd`, `~` for the home; nil when it stays or nobody knows.
  package var entered: String?
  /// The programs that it only asks for (`command -v`).
  package var sought: Set<String> = []
  /// True when it goes through all that lies below the folders it names.
  package var descends = false
  /// True when it only looks at what it names, and takes nothing out of it (`ls`, `test -s`).
  package var onlyGlances = true
  /// True when it makes what somebody means to keep (`pg_dump`, `tar c`).
  package var keeps = false

  /// Looks at nothing yet.
  package init() {}

  /// Takes note of the path that a word names.
  mutating func note(_ word: ShellWord) {
    for path in Self.paths(in: word) { note(path) }
    guard word.text.hasPrefix("..") else { return }
    let ups = word.text.split(separator: "/", omittingEmptySubsequences: false).prefix {
      $0 == ".."
    }
    climbs = max(climbs, ups.count)
  }

  /// Takes note of a path.
  mutating func note(_ path: String) {
    if !paths.contains(path) { paths.append(path) }
  }

  /// Takes note of what the mentions in a text are given to.
  mutating func note(_ mention: PathMention) {
    note(mention.path)
    if let name = mention.variable { assigned[name] = mention.path }
  }

  /// The path that is all of a word, or nil.
  static func path(of word: ShellWord) -> String? {
    path(word.text, home: word.firstVariable == "HOME")
  }

  /// The path that is all of the word, and the one behind the first `=` or `@` of it (`--file=/tmp/x`,
  /// `-d @/tmp/x`).
  private static func paths(in word: ShellWord) -> [String] {
    let text = word.text
    var found: [String] = []
    if let whole = path(text, home: word.firstVariable == "HOME") { found.append(whole) }
    if let sign = text.firstIndex(where: { $0 == "=" || $0 == "@" }),
      let value = path(String(text[text.index(after: sign)...]), home: false)
    {
      found.append(value)
    }
    return found
  }

  /// A path without `.` and `..`, up to what is worked out when it runs; nil for a relative one. `home`
  /// says that the NUL it begins with stands for the home.
  static func path(_ text: String, home: Bool) -> String? {
    var text = text[...]
    var isHome = text == "~" || text.hasPrefix("~/")
    if home, text.first == "\0" {
      text = text.dropFirst()
      guard text.isEmpty || text.first == "/" else { return nil }
      isHome = true
    } else if isHome {
      text = text.dropFirst()
    }
    guard isHome || text.first == "/" else { return nil }
    // What is worked out when it runs may be anything below the folder before it.
    if let open = text.firstIndex(where: { "\0*?[{$`".contains($0) }) {
      text = text[..<(text[..<open].lastIndex(of: "/") ?? open)]
    }
    var parts: [Substring] = []
    for part in text.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let path = parts.reduce("") { $0 + "/" + $1 }
    return isHome ? "~" + path : path.isEmpty ? "/" : path
  }
}
